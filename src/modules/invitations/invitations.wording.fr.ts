import type { invitationsWordingEn } from './invitations.wording.en.ts';

export const invitationsWordingFr: Record<keyof typeof invitationsWordingEn, string> = {
  InvitationCodeUnknown:
    'Ce code d’invitation est inconnu ici. Comparez-le avec celui du courriel que vous avez reçu.',
  InvitationUsed: 'Cette invitation a déjà servi. Ouvrez une session avec le compte qui l’a acceptée.',
  InvitationWithdrawn: 'Cette invitation a été retirée.',
  InvitationDeclined: 'Cette invitation a été refusée.',
  InvitationReplaced:
    'Une invitation plus récente a été envoyée depuis. Utilisez le code du dernier courriel reçu.',
  InvitationExpired:
    '{canReissue, select, true {Cette invitation est expirée. Une nouvelle peut être envoyée à {maskedAddress}.} other {Cette invitation est expirée.}}',
  InvitationNeedsOwnAccount:
    'Un rôle au sein du personnel demande un compte qui n’est qu’à vous. Ouvrez une session dans un tel compte, ou écrivez à l’association.',
  RepresentedNeedsOwnAccount:
    'Cette invitation désigne une succession, une fiducie, une société ou une personne que d’autres représentent : son dossier a son propre compte et ne se joint pas au vôtre. Demandez à l’association une invitation à une adresse qui ne sert encore à aucun compte.',
  InvitationTargetTaken: 'Ce que cette invitation offrait a été attribué entre-temps.',
  InvitationAddressMismatch:
    'Cette invitation a été envoyée à {maskedAddress}. Acceptez-la avec un compte qui a cette adresse.',
  InvitationNotFound: 'Cette invitation n’existe pas.',
  InvitationNotReissuable: 'Cette invitation ne peut pas être renvoyée d’ici.',
  DocumentsNotAccepted: 'Pour ouvrir un compte, acceptez chacun des documents présentés.',

  'InvitationState.PENDING': 'En attente',
  'InvitationState.ACCEPTED': 'Acceptée',
  'InvitationState.DECLINED': 'Refusée',
  'InvitationState.REVOKED': 'Retirée',
  'InvitationState.EXPIRED': 'Expirée',

  'InvitationTargetKind.PERSON': 'Fiche de membre',
  'InvitationTargetKind.DELEGATION': 'Rôle dans une organisation',
  'InvitationTargetKind.MEMBERSHIP': 'Adhésion',
  'InvitationTargetKind.STAFF_ROLE': 'Rôle dans le personnel',

  'InvitationOrder.ISSUED_AT_DESC': 'De la plus récente à la plus ancienne',
  'InvitationOrder.ISSUED_AT_ASC': 'De la plus ancienne à la plus récente',

  'InvitationRowOutcome.SENT': 'Invitation envoyée',
  'InvitationRowOutcome.ALREADY_HELD': 'Déjà attribué',
  'InvitationRowOutcome.BAD_ADDRESS': 'Adresse courriel non valide',
  'InvitationRowOutcome.ALREADY_INVITED': 'Déjà invité\u00A0: renvoyez cette invitation',
  'InvitationRowOutcome.NOT_FOUND': 'Introuvable dans cette association',
  'InvitationRowOutcome.INCOMPLETE': 'Indiquez qui est invité et à quoi',
  'InvitationRowOutcome.DELEGATE_LIMIT_REACHED': 'L’organisation a déjà autant de délégués que permis',
  'InvitationRowOutcome.DUPLICATE': 'Figure déjà plus haut dans le fichier',
  'InvitationSelection.MEMBERS': 'Membres sans compte',
  'InvitationSelection.DELEGATES': 'Délégués sans compte',
  'InvitationRunState.WAITING': 'En attente',
  'InvitationRunState.SENDING': 'Envoi en cours',
  'InvitationRunState.CANCELLED': 'Annulé',
  'InvitationRunState.HALTED': 'Suspendu\u00A0: la personne qui l’a demandé ne peut plus inviter',
  'InvitationRunState.DONE': 'Terminé',
  'InvitationRunState.FAULTY': 'Fichier à corriger',
  InvitationFileNotFound: 'Nous n’avons pas ce fichier. Envoyez-le de nouveau.',
  InvitationRunNotFound: 'Cet envoi d’invitations n’existe pas.',
  InvitationRunOver: 'Cet envoi est terminé\u00A0: il ne reste rien à envoyer.',
  'invitations.run.waits': 'En attente',
  'invitations.run.oneSource': 'Choisissez soit un fichier, soit une sélection.',
  'invitations.run.classOfSelection': 'Une catégorie accompagne une sélection.',
  'invitations.run.classCode': 'L’association n’a pas cette catégorie.',
  'invitations.run.fault.FILE_GONE': 'Le fichier n’est plus là. Envoyez-le de nouveau.',
  'invitations.run.fault.NO_TEXT': 'Ce n’est pas un fichier texte. Enregistrez le tableau au format CSV.',
  'invitations.run.fault.EMPTY': 'Le fichier est vide.',
  'invitations.run.fault.COLUMN_UNKNOWN':
    'Cette colonne n’est pas connue ici. Retirez-la, ou donnez-lui l’un des noms de la documentation.',
  'invitations.run.fault.COLUMN_TWICE': 'Le fichier a deux fois cette colonne.',
  'invitations.run.fault.COLUMN_MISSING': 'Cette colonne manque dans le fichier.',
  'invitations.run.fault.UNREADABLE':
    'Le fichier ne peut pas être lu à partir de cette ligne\u00A0: un guillemet manque ou est mal placé.',
  'invitations.run.fault.TOO_MANY_ROWS': 'Un envoi compte au plus 20\u00A0000 lignes. Divisez-le.',

  'invitations.step.code': 'Code d’invitation',
  'invitations.step.account': 'Compte',
  'invitations.step.profile': 'Profil',

  'invitations.form.typedCode.title': 'S’inscrire avec un code d’invitation',
  'invitations.form.typedCode.submit': 'Continuer',
  'invitations.form.newAccount.title': 'S’inscrire à un nouveau compte',
  'invitations.form.newAccount.submit': 'S’inscrire',
  'invitations.form.signIn.title': 'Je dispose d’un compte existant',
  'invitations.form.accept.title': 'Accepter l’invitation',
  'invitations.form.accept.submit': 'Accepter',
  'invitations.form.code': 'Code d’invitation',
  'invitations.form.code.help': 'Il est dans le courriel que vous avez reçu.',
  'invitations.form.email': 'Adresse courriel',
  'invitations.form.email.readOnly': 'C’est l’adresse qui a reçu l’invitation.',
  'invitations.form.username': 'Nom d’utilisateur',
  'invitations.form.username.EXACT':
    'Les majuscules et les minuscules sont distinguées à l’ouverture de session.',
  'invitations.form.username.IGNORED':
    'Les majuscules et les minuscules ne sont pas distinguées à l’ouverture de session.',
  'invitations.form.password': 'Mot de passe',
  'invitations.form.confirmation': 'Confirmer le mot de passe',
  'invitations.form.locale': 'Langue de votre compte',
  'invitations.form.locale.help': 'Vos courriels seront dans cette langue.',
  'invitations.form.document': 'J’ai lu et j’accepte\u00A0: {document}',

  'invitations.mail.subject': '{association}\u00A0: votre invitation',
  'invitations.mail.greeting': 'Bonjour {invitee},',
  'invitations.mail.intro': 'Voici votre invitation au portail des membres.',
  'invitations.mail.association': 'Association\u00A0: {association}',
  'invitations.mail.inviter': 'De la part de\u00A0: {inviter}',
  'invitations.mail.organization': 'Organisation\u00A0: {organization}',
  'invitations.mail.roles': '{count, plural, one {Rôle} other {Rôles}}\u00A0: {roles}',
  'invitations.mail.staffRole': 'Rôle dans le personnel\u00A0: {role}',
  'invitations.mail.membership': 'Vous aurez accès à votre adhésion.',
  'invitations.mail.person': 'Vous aurez accès à votre fiche de membre.',
  'invitations.mail.membershipOfInvitee': 'L’invitation donne accès à l’adhésion de la personne invitée.',
  'invitations.mail.personOfInvitee': 'L’invitation donne accès à la fiche de membre de la personne invitée.',
  'invitations.mail.code': 'Code d’invitation',
  'invitations.mail.action': 'Utiliser mon invitation',
  'invitations.mail.expiry': 'Cette invitation est valable jusqu’à la fin de la journée, {lastDay}.',
  'invitations.mail.notForYou':
    'Si cette invitation ne vous était pas destinée, ne faites rien\u00A0: elle ne peut pas servir sans son code et expire d’elle-même. Pour la faire retirer, écrivez à {supportEmail}.',

  'invitations.mail.accepted.subject': '{association}\u00A0: l’invitation a été acceptée',
  'invitations.mail.accepted.toInvitee':
    'L’invitation envoyée à cette adresse a été acceptée par {accepter}.',
  'invitations.mail.accepted.toInviter':
    'L’invitation que vous avez envoyée à {address} a été acceptée par {accepter}.',
  'invitations.mail.accepted.dispute':
    'Si ce n’est pas vous, ou pas la bonne personne, dites-le\u00A0: ce que l’invitation a donné est suspendu et l’association est avisée.',
  'invitations.mail.accepted.action': 'Ce n’est pas moi',

  'invitations.mail.confirmation.subject': '{association}\u00A0: confirmez que vous acceptez l’invitation',
  'invitations.mail.confirmation.intro':
    'Un compte qui a une autre adresse courriel veut accepter l’invitation envoyée à cette adresse. Il appartient à {accepter}.',
  'invitations.mail.confirmation.ask':
    'Si c’est vous, confirmez-le. Sinon, ne faites rien\u00A0: rien ne sera attribué.',
  'invitations.mail.confirmation.action': 'Confirmer',
  'invitations.mail.confirmation.unnamed': 'quelqu’un dont le nom n’est pas au dossier',

  'invitations.mail.disputed.subject': 'L’acceptation d’une invitation est contestée',
  'invitations.mail.disputed.intro':
    'Une personne avisée de l’acceptation de cette invitation dit que ce n’est pas la bonne personne qui l’a acceptée.',
  'invitations.mail.disputed.address': 'Invitation envoyée à\u00A0: {address}',
  'invitations.mail.disputed.accepter': 'Acceptée par\u00A0: {accepter}',
  'invitations.mail.disputed.suspended':
    'Les rôles qu’elle a donnés sont suspendus d’ici à ce que vous ayez vérifié.',
  'invitations.mail.disputed.notSuspended': 'Rien n’a été suspendu d’office\u00A0: veuillez vérifier.',
  'invitations.appoint.BAD_ADDRESS': 'Ce n’est pas une adresse courriel.',
  'invitations.appoint.NOT_FOUND':
    'Cette personne ne figure pas parmi celles que l’association a au dossier.',
  'invitations.appoint.upload':
    'Ce document ne se trouve pas parmi ceux que vous avez envoyés à l’association.',
  'invitations.appoint.ALREADY_HELD': 'Cette personne est déjà le délégué principal.',
  'invitations.delegate.BAD_ADDRESS': 'Ce n’est pas une adresse courriel.',
  'invitations.delegate.NOT_FOUND': 'Cette personne est introuvable parmi celles que vous pouvez ajouter.',
  'invitations.delegate.ALREADY_HELD': 'Cette personne a déjà ces rôles.',
  'invitations.delegate.noRole': 'Choisissez au moins un rôle.',
  'invitations.delegate.principal':
    'La place de délégué principal se transmet ou est donnée par l’association : choisissez parmi les autres rôles.',
  'invitations.delegate.onFileByStaff':
    'Seule l’association désigne quelqu’un qui est au dossier : indiquez plutôt le nom et l’adresse.',
  'invitations.delegate.recordedByStaff': 'Seule l’association inscrit quelqu’un sans invitation.',
  'invitations.delegate.notRecordable':
    'Cette personne est introuvable parmi celles qui n’ont pas de compte. Invitez plutôt qui peut se connecter.',
};
