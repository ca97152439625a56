import { coordinatesWordingFr } from './coordinates/coordinates.wording.fr.ts';
import type { organizationsWordingEn } from './organizations.wording.en.ts';
import { mergingWordingFr } from './merging/merging.wording.fr.ts';
import { namingWordingFr } from './naming/naming.wording.fr.ts';
import { representationsWordingFr } from './representations/representations.wording.fr.ts';
import { sectionsWordingFr } from './sections/sections.wording.fr.ts';

export const organizationsWordingFr: Record<keyof typeof organizationsWordingEn, string> = {
  ...coordinatesWordingFr,
  ...sectionsWordingFr,
  ...mergingWordingFr,
  ...namingWordingFr,
  ...representationsWordingFr,
  OrganizationNotFound:
    'Cette organisation est introuvable parmi celles dont vous pouvez modifier le profil.',

  'DelegateRole.PRINCIPAL': 'Délégué principal',
  'DelegateRole.DUES': 'Délégué aux cotisations',
  'DelegateRole.VOTING': 'Délégué votant',
  'DelegateRole.CONTACT': 'Délégué aux communications',

  'organizations.profile.title': 'Profil de l’organisation',
  'organizations.profile.submit': 'Enregistrer',
  'organizations.profile.legalName': 'Dénomination légale',
  'organizations.profile.legalName.readOnly':
    'L’association tient la dénomination légale telle qu’elle est inscrite au registre. Écrivez à l’association pour la faire modifier.',
  'organizations.profile.readOnly': 'Votre rôle vous permet de consulter ce profil, mais pas de le modifier.',
  'organizations.profile.publicNameFr': 'Nom public en français',
  'organizations.profile.publicNameEn': 'Nom public en anglais',
  'organizations.profile.email': 'Adresse courriel',
  'organizations.profile.phone': 'Téléphone',
  'organizations.profile.phoneExtension': 'Poste',
  'organizations.profile.website': 'Site Web',
  'organizations.profile.website.help': 'L’adresse complète, par exemple https://www.exemple.ca.',
  'organizations.profile.street': 'Adresse municipale',
  'organizations.profile.street2': 'Bureau, étage ou immeuble',
  'organizations.profile.city': 'Ville',
  'organizations.profile.province': 'Province ou territoire',
  'organizations.profile.postalCode': 'Code postal',
  'organizations.profile.country': 'Pays',
  'organizations.profile.country.help': 'Deux lettres, par exemple CA pour le Canada.',

  'organizations.province.AB': 'Alberta',
  'organizations.province.BC': 'Colombie-Britannique',
  'organizations.province.MB': 'Manitoba',
  'organizations.province.NB': 'Nouveau-Brunswick',
  'organizations.province.NL': 'Terre-Neuve-et-Labrador',
  'organizations.province.NS': 'Nouvelle-Écosse',
  'organizations.province.NT': 'Territoires du Nord-Ouest',
  'organizations.province.NU': 'Nunavut',
  'organizations.province.ON': 'Ontario',
  'organizations.province.PE': 'Île-du-Prince-Édouard',
  'organizations.province.QC': 'Québec',
  'organizations.province.SK': 'Saskatchewan',
  'organizations.province.YT': 'Yukon',

  'organizations.issue.email': 'Ce n’est pas une adresse courriel.',
  'organizations.issue.website':
    'Ce n’est pas une adresse Web. Écrivez-la ainsi\u00A0: https://www.exemple.ca.',
  'organizations.issue.province': 'Choisissez une province ou un territoire du Canada.',
  'organizations.issue.postalCode':
    'Ce n’est pas un code postal canadien. Écrivez-le ainsi\u00A0: H3H\u00A01A1.',
  'organizations.issue.country': 'Indiquez les deux lettres d’un pays, par exemple CA.',
  DelegateNotFound: 'Cette personne n’a pas de rôle pour l’organisation en ce moment. Rechargez la page.',
  PrincipalStays:
    'Une organisation a toujours un délégué principal. Offrez d’abord la place à un autre délégué, ou écrivez à l’association.',
  PrincipalHandoverOpen:
    'La place de délégué principal est déjà offerte à quelqu’un. Retirez d’abord cette offre.',
  PrincipalHandoverNotFound: 'Cette offre est terminée, ou ce n’est pas à vous d’y répondre.',
  DelegateSuspended:
    'L’association a suspendu les droits de cette personne pour l’organisation, et c’est elle qui décide de la suite. Écrivez à l’association.',
  DelegateLimitReached:
    '{limit, plural, one {Une seule personne peut} other {Au plus {limit} personnes peuvent}} agir pour cette organisation en même temps, personnes invitées comprises. Retirez d’abord quelqu’un ou une invitation, ou écrivez à l’association.',
  'HandoverDecision.APPROVE': 'Approuver',
  'HandoverDecision.REFUSE': 'Refuser',
  'organizations.delegates.noRole': 'Choisissez au moins un rôle, ou retirez le délégué.',
  'organizations.delegates.principalIsHandedOver':
    'La place de délégué principal se transmet : offrez-la à un autre délégué.',
  'organizations.handover.toThemselves': 'Vous êtes déjà le délégué principal. Choisissez un autre délégué.',
  'organizations.handover.toNobodySigningIn':
    'Ce délégué n’a pas encore de compte. Invitez-le d’abord, pour qu’il puisse accepter.',
  'organizations.handover.toSuspended': 'Les droits de ce délégué sont suspendus. Écrivez à l’association.',
  'organizations.handover.remainingPrincipal':
    'Choisissez parmi les autres rôles : la place de délégué principal est ce que vous transmettez.',
  'organizations.mail.question': 'Est-ce une erreur? Écrivez à {supportEmail}.',
  'organizations.mail.roles.changed.subject': 'Vos rôles pour {organization}',
  'organizations.mail.roles.changed.text': 'À partir de maintenant, vous êtes pour {organization} :',
  'organizations.mail.roles.removed.subject': 'Vous n’êtes plus délégué pour {organization}',
  'organizations.mail.roles.removed.text':
    'Vous n’avez plus de rôle pour {organization}, et ses pages ne vous sont plus ouvertes. Votre compte reste tel qu’il est.',
  'organizations.mail.offered.subject': 'Serez-vous le délégué principal pour {organization}?',
  'organizations.mail.offered.text':
    '{from} vous offre la place de délégué principal pour {organization}. Rien ne change tant que vous n’avez pas accepté.',
  'organizations.mail.offered.answer':
    'Connectez-vous et ouvrez la page de l’organisation pour accepter ou refuser. L’offre prend fin {lastDay}.',
  'organizations.mail.offered.action': 'Aller au site',
  'organizations.mail.done.subject': '{organization} a un nouveau délégué principal',
  'organizations.mail.done.text': '{to} succède à {from} comme délégué principal pour {organization}.',
  'organizations.mail.awaiting.subject': 'Délégué principal pour {organization} : l’association doit décider',
  'organizations.mail.awaiting.text':
    '{to} accepte de succéder à {from} comme délégué principal pour {organization}. L’association doit d’abord approuver : d’ici là, {from} reste délégué principal.',
  'organizations.mail.awaiting.until': 'L’offre prend fin {lastDay} si l’association n’a rien décidé.',
  'organizations.mail.toApprove.subject': 'À approuver : {to}, délégué principal pour {organization}',
  'organizations.mail.toApprove.text':
    '{from} transmet à {to} la place de délégué principal pour {organization}, et {to} accepte. Approuvez ou refusez sur la page de l’organisation.',
  'organizations.mail.toApprove.until':
    'L’offre prend fin {lastDay} si rien n’est décidé, et {from} reste délégué principal.',
  'organizations.mail.refused.subject': 'Délégué principal pour {organization} : refus de l’association',
  'organizations.mail.refused.text':
    '{to} ne succède pas à {from} comme délégué principal pour {organization} : l’association n’a pas approuvé ce changement. {from} reste délégué principal.',
  'organizations.mail.refused.reason': 'Sa raison : {reason}',
  'organizations.mail.cancelled.subject': 'Délégué principal pour {organization} : l’offre est terminée',
  'organizations.mail.cancelled.text':
    '{why, select, DECLINED {{to} a refusé de devenir délégué principal pour {organization}. {from} reste délégué principal.} WITHDRAWN_BY_ASSOCIATION {L’association a retiré l’offre faite par {from} à {to} de devenir délégué principal pour {organization}. {from} reste délégué principal.} OVERTAKEN {L’offre faite par {from} à {to} de devenir délégué principal pour {organization} est terminée : l’une de ces deux personnes n’a plus le rôle ou les droits nécessaires. Cette offre ne reprendra pas d’elle-même, mais une autre peut être faite.} other {L’offre faite à {to} de devenir délégué principal pour {organization} a été retirée. {from} reste délégué principal.}}',
  PrincipalNotSuspended: 'Le délégué principal a tous ses droits, ou il n’y en a pas encore.',
  'organizations.mail.suspended.subject':
    'L’association nomme un autre délégué principal pour {organization}',
  'organizations.mail.suspended.text':
    'L’association nomme un autre délégué principal pour {organization}. D’ici à ce que cette personne accepte, vous restez au dossier, mais vous ne pouvez plus agir pour l’organisation comme délégué principal.',
  'organizations.mail.reinstated.subject': 'Vous êtes de nouveau le délégué principal pour {organization}',
  'organizations.mail.reinstated.text':
    'L’association vous a rendu tous vos droits de délégué principal pour {organization}.',
};
