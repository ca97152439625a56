import type { joiningWordingEn } from './joining.wording.en.ts';

export const joiningWordingFr: Record<keyof typeof joiningWordingEn, string> = {
  OrganizationNotJoinable:
    'Cette organisation est introuvable parmi celles que vous pouvez joindre de cette façon. Demandez à l’organisation comment en faire partie.',
  AlreadyDelegate: 'Vous êtes déjà délégué pour cette organisation.',
  FormerDelegate:
    'Vous avez déjà été délégué pour cette organisation. Demandez à l’organisation de vous admettre de nouveau.',
  JoinRequestOpen: 'Vous avez déjà fait une demande à cette organisation. Elle attend une décision.',
  JoinRequestNotFound: 'Cette demande est introuvable parmi celles que vous pouvez trancher ou retirer.',
  JoinRequestOver:
    '{state, select, APPROVED {Cette demande a déjà été approuvée.} REFUSED {Cette demande a déjà été refusée.} WITHDRAWN {Cette demande a été retirée.} OVERTAKEN {Cette personne est devenue déléguée d’une autre façon entre-temps.} other {Personne n’a tranché cette demande à temps. Elle peut être refaite.}}',
  OrganizationCodeUnknown:
    'Ce code est inconnu. Vérifiez-le, ou demandez à votre organisation quel est son code.',
  OrganizationCodeReplaced: 'Ce code a été remplacé par un plus récent. Demandez-le à votre organisation.',
  OrganizationCodeTurnedOff:
    'Votre organisation n’accepte pas ce code en ce moment. Demandez-lui comment en faire partie.',
  OrganizationCodeExpired: 'Ce code est expiré. Demandez-en un nouveau à votre organisation.',
  OrganizationDomainNotFound:
    'Cette organisation n’a pas ce domaine de courriel en ce moment. Rechargez la page.',

  'JoinRequestState.PENDING': 'En attente d’une décision',
  'JoinRequestState.APPROVED': 'Approuvée',
  'JoinRequestState.REFUSED': 'Refusée',
  'JoinRequestState.WITHDRAWN': 'Retirée',
  'JoinRequestState.EXPIRED': 'Sans décision à temps',
  'JoinRequestState.OVERTAKEN': 'Personne admise d’une autre façon',
  'JoinDecision.APPROVE': 'Approuver',
  'JoinDecision.REFUSE': 'Refuser',
  'JoiningWay.REQUEST': 'Demander à en faire partie',
  'JoiningWay.EMAIL_DOMAIN': 'En faire partie grâce à mon adresse courriel',

  'organizations.joining.issue.person':
    'Précisez qui se joint à l’organisation : choisissez une des personnes de votre compte. S’il n’y en a aucune, écrivez à l’association.',
  'organizations.joining.issue.oneWay': 'Donnez un code ou choisissez une organisation, l’un des deux.',
  'organizations.joining.issue.noRole': 'Choisissez au moins un rôle, ou refusez la demande.',
  'organizations.joining.issue.principal':
    'Choisissez parmi les autres rôles : la place de délégué principal se transmet.',
  'organizations.joining.issue.rolesOfRefusal': 'Une personne refusée ne reçoit aucun rôle.',
  'organizations.joining.issue.reasonOfApproval': 'Une raison accompagne seulement un refus.',
  'organizations.joining.issue.noDomain':
    'L’association vérifie d’abord un domaine de courriel de votre organisation. Écrivez à l’association.',
  'organizations.joining.issue.domain': 'Ce n’est pas un domaine de courriel. Écrivez-le ainsi : exemple.ca.',
  'organizations.joining.issue.publicProvider':
    'N’importe qui peut avoir une adresse chez {domain}. Seul un domaine propre à l’organisation peut être vérifié.',

  'organizations.mail.joinRequested.subject': '{person} demande à se joindre à {organization}',
  'organizations.mail.joinRequested.text': '{person} demande à devenir délégué pour {organization}.',
  'organizations.mail.joinRequested.answer':
    'Connectez-vous et ouvrez la page de l’organisation pour voir son adresse et son message, puis approuver ou refuser. La demande prend fin {lastDay}.',
  'organizations.mail.joinRequested.action': 'Aller au site',
  'organizations.mail.joinReceived.subject': 'Votre demande pour {organization}',
  'organizations.mail.joinReceived.text':
    'Vous avez demandé à devenir délégué pour {organization}. La personne qui tranchera voit votre nom, l’adresse de votre compte et votre message.',
  'organizations.mail.joinReceived.then':
    'Nous vous écrirons dès qu’une décision sera prise. Sans décision, votre demande prend fin {lastDay}. D’ici là, vous pouvez la retirer sur le site.',
  'organizations.mail.joinApproved.subject': 'Vous êtes délégué pour {organization}',
  'organizations.mail.joinApproved.text':
    'Votre demande est approuvée. À partir de maintenant, vous êtes pour {organization} :',
  'organizations.mail.joinApproved.action': 'Aller au site',
  'organizations.mail.joinRefused.subject': 'Votre demande pour {organization} est refusée',
  'organizations.mail.joinRefused.text': 'Votre demande de devenir délégué pour {organization} est refusée.',
  'organizations.mail.joinRefused.reason': 'La raison donnée : {reason}',
  'organizations.mail.joinExpired.subject': 'Votre demande pour {organization} est restée sans décision',
  'organizations.mail.joinExpired.text':
    'Personne n’a tranché à temps votre demande de devenir délégué pour {organization}. Elle a pris fin {lastDay}.',
  'organizations.mail.joinExpired.next':
    'Vous pouvez en faire une nouvelle sur le site si l’organisation accepte encore les demandes, ou lui demander comment en faire partie.',
  'organizations.mail.joinExpired.action': 'Aller au site',
  'organizations.mail.joinWithdrawn.subject': '{person} ne demande plus à se joindre à {organization}',
  'organizations.mail.joinWithdrawn.text':
    '{person} a retiré sa demande de devenir délégué pour {organization}. Vous n’avez plus rien à faire.',
  'organizations.mail.joinedByThemselves.subject': 'Nouveau délégué pour {organization} : {person}',
  'organizations.mail.joinedByThemselves.text':
    '{way, select, CODE {{person} est maintenant délégué aux communications pour {organization}, grâce au code que vous avez donné.} other {{person} est maintenant délégué aux communications pour {organization}, grâce à une adresse courriel qui se termine par @{domain}.}}',
  'organizations.mail.joinedByThemselves.remove':
    '{way, select, CODE {Cette personne n’en fait pas partie? Connectez-vous, ouvrez la page de l’organisation et retirez-la : elle ne pourra pas revenir par elle-même. Faites aussi un nouveau code si d’autres peuvent le connaître.} other {Cette personne n’en fait pas partie? Connectez-vous, ouvrez la page de l’organisation et retirez-la : elle ne pourra pas revenir par elle-même.}}',
  'organizations.mail.joinedByThemselves.action': 'Aller au site',
  'organizations.mail.joined.subject': 'Vous êtes délégué pour {organization}',
  'organizations.mail.joined.text':
    'À partir de maintenant, vous êtes délégué aux communications pour {organization}. Son délégué principal en est informé.',
};
