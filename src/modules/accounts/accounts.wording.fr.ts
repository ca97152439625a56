import type { accountsWordingEn } from './accounts.wording.en.ts';

export const accountsWordingFr: Record<keyof typeof accountsWordingEn, string> = {
  SignInRefused:
    'Ces renseignements ne permettent pas d’ouvrir une session. Vérifiez-les ou choisissez une des solutions ci-dessous.',
  SessionEnded: 'Votre session est terminée. Veuillez en ouvrir une nouvelle.',
  CurrentPasswordWrong: 'Ce n’est pas votre mot de passe actuel.',
  UsernameTaken:
    'Quelqu’un utilise déjà ce nom d’utilisateur. Choisissez-en un autre\u00A0: les majuscules ne suffisent pas à en distinguer deux.',
  AddressHasAccount: 'Un compte utilise déjà cette adresse courriel. Ouvrez-y une session pour continuer.',
  EmailAlreadyConfirmed: 'Aucune de vos adresses n’attend de confirmation.',
  AccountHolderNotFound: 'Personne n’a ici de compte sous cet identifiant.',
  HolderHasRightsElsewhere:
    'Cette personne a aussi des droits de personnel là où vous n’en avez pas\u00A0: vous ne pouvez pas le faire pour elle. Adressez-vous à une personne qui administre tout le service, ou à son exploitant. Rien n’a été fait.',
  EmailAddressNotFound: 'Votre compte n’a pas cette adresse.',
  PrimaryAddressKept:
    'Vos courriels sont envoyés à cette adresse\u00A0: faites d’abord d’une autre votre adresse principale.',
  EmailAddressUnverified: 'Cette adresse n’est pas confirmée. Suivez d’abord le lien qui y a été envoyé.',
  TooManyAddresses:
    'Un compte a au plus {most, number} adresses, y compris celles qui attendent une confirmation. Retirez-en une d’abord.',
  AccountsAlreadyOne:
    'C’est déjà le compte dans lequel votre session est ouverte\u00A0: il n’y a rien à réunir.',
  AccountNotPersonal:
    'Seuls les comptes d’une même personne peuvent être réunis. Un des deux est partagé ou appartient à une organisation\u00A0: écrivez-nous ou appelez-nous.',
  LinkNeedsSecondFactor:
    'L’autre compte est protégé par un deuxième facteur. Ajoutez-en d’abord un à celui-ci, puis recommencez.',
  ConfirmationTokenUnknown:
    'Ce lien ne peut pas servir. Vérifiez qu’il a été copié en entier depuis le courriel.',
  ConfirmationTokenUsed: 'Ce lien a déjà servi\u00A0: il n’y a plus rien à confirmer.',
  ConfirmationTokenReplaced:
    'Ce lien ne fonctionne plus\u00A0: un plus récent a été envoyé ou votre compte a changé depuis. Utilisez le dernier courriel reçu.',
  ConfirmationTokenExpired: 'Ce lien est expiré. Ouvrez une session pour en recevoir un nouveau.',

  'AccountKind.INDIVIDUAL': 'Une personne',
  'AccountKind.JOINT': 'Deux personnes',
  'AccountKind.NON_PERSONAL': 'Organisation, succession ou fiducie',

  'PasswordRuleCode.MIN_LENGTH': 'Longueur minimale',
  'PasswordRuleCode.MAX_LENGTH': 'Longueur maximale',
  'PasswordRuleCode.UPPER': 'Lettre majuscule',
  'PasswordRuleCode.LOWER': 'Lettre minuscule',
  'PasswordRuleCode.DIGIT': 'Chiffre',
  'PasswordRuleCode.SPECIAL': 'Caractère spécial',
  'PasswordRuleCode.COMMON': 'Pas un mot de passe courant',
  'PasswordRuleCode.PERSONAL': 'Aucun de vos propres mots',

  'accounts.passwordRule.MIN_LENGTH': 'Au moins {minimum, number} caractères',
  'accounts.passwordRule.MAX_LENGTH': 'Au plus {maximum, number} caractères',
  'accounts.passwordRule.UPPER':
    'Au moins {minimum, plural, one {# lettre majuscule} other {# lettres majuscules}}',
  'accounts.passwordRule.LOWER':
    'Au moins {minimum, plural, one {# lettre minuscule} other {# lettres minuscules}}',
  'accounts.passwordRule.DIGIT': 'Au moins {minimum, plural, one {# chiffre} other {# chiffres}}',
  'accounts.passwordRule.SPECIAL':
    'Au moins {minimum, plural, one {# caractère spécial} other {# caractères spéciaux}} (ex. @!?&*)',
  'accounts.passwordRule.COMMON': 'Pas un mot de passe ou un mot que bien des gens utilisent',
  'accounts.passwordRule.PERSONAL': 'Sans votre nom, votre nom d’utilisateur ni votre adresse courriel',

  'accounts.passwordFault.MIN_LENGTH': 'Le mot de passe doit compter au moins {minimum, number} caractères.',
  'accounts.passwordFault.MAX_LENGTH': 'Le mot de passe doit compter au plus {maximum, number} caractères.',
  'accounts.passwordFault.UPPER':
    'Le mot de passe doit contenir au moins {minimum, plural, one {# lettre majuscule} other {# lettres majuscules}}.',
  'accounts.passwordFault.LOWER':
    'Le mot de passe doit contenir au moins {minimum, plural, one {# lettre minuscule} other {# lettres minuscules}}.',
  'accounts.passwordFault.DIGIT':
    'Le mot de passe doit contenir au moins {minimum, plural, one {# chiffre} other {# chiffres}}.',
  'accounts.passwordFault.SPECIAL':
    'Le mot de passe doit contenir au moins {minimum, plural, one {# caractère spécial} other {# caractères spéciaux}} (ex. @!?&*).',
  'accounts.passwordFault.COMMON':
    'Trop de gens utilisent ce mot de passe, c’est un des premiers que l’on essaie. Choisissez-en un autre.',
  'accounts.passwordFault.PERSONAL':
    'Le mot de passe ne doit contenir ni votre nom, ni votre nom d’utilisateur, ni votre adresse courriel.',

  'accounts.usernameFault.REQUIRED': 'Choisissez un nom d’utilisateur.',
  'accounts.usernameFault.TOO_SHORT': 'Un nom d’utilisateur compte au moins {min, number} caractères.',
  'accounts.usernameFault.TOO_LONG': 'Un nom d’utilisateur compte au plus {max, number} caractères.',
  'accounts.usernameFault.UNSEEN':
    'Le nom d’utilisateur contient des caractères qui ne se voient pas. Tapez-le de nouveau.',
  'accounts.usernameFault.SPACE_AT_EDGE': 'Un nom d’utilisateur ne commence ni ne finit par une espace.',
  'accounts.usernameFault.AT_SIGN':
    'Un nom d’utilisateur ne contient pas le signe @, qui distingue les adresses courriel.',
  'accounts.usernameFault.DIGITS_ONLY':
    'Un nom d’utilisateur n’est pas fait de chiffres seulement, ce qui distingue les numéros de membre.',

  'accounts.addressFault.BAD_FORMAT':
    'Ce n’est pas une adresse courriel. Écrivez-la ainsi\u00A0: nom@exemple.ca.',
  'accounts.addressFault.OWN': 'C’est déjà votre adresse courriel.',

  'accounts.form.signIn.title': 'Ouvrir une session',
  'accounts.form.signIn.submit': 'Ouvrir une session',
  'accounts.form.identifier.USERNAME': 'Nom d’utilisateur, adresse courriel ou numéro de membre',
  'accounts.form.identifier.EMAIL': 'Adresse courriel ou numéro de membre',
  'accounts.form.password': 'Mot de passe',
  'accounts.form.changePassword': 'Modifier mon mot de passe',
  'accounts.form.currentPassword': 'Mot de passe actuel',
  'accounts.form.newPassword': 'Nouveau mot de passe',
  'accounts.form.newPassword.help': 'Le mot de passe doit respecter chacune de ces règles\u00A0: {rules}.',
  'accounts.form.newPassword.repeat': 'Confirmer le nouveau mot de passe',
  'accounts.form.changeEmail': 'Modifier mon adresse courriel',
  'accounts.form.presentAddress': 'Adresse courriel actuelle',
  'accounts.form.presentAddress.readOnly': 'Elle reste la vôtre jusqu’à ce que la nouvelle soit confirmée.',
  'accounts.form.newAddress': 'Nouvelle adresse courriel',
  'accounts.form.newAddress.help':
    'Elle remplacera l’actuelle dès que vous aurez suivi le lien qui y sera envoyé.',

  'accounts.form.addAddress': 'Ajouter une adresse courriel',
  'accounts.form.furtherAddress': 'Autre adresse courriel',
  'accounts.form.furtherAddress.help':
    'Elle ouvrira vos sessions comme les autres dès que vous aurez suivi le lien qui y sera envoyé.',
  'accounts.form.link': 'Réunir un autre de mes comptes à celui-ci',
  'accounts.form.link.submit': 'Réunir les deux comptes',
  'accounts.form.link.identifier':
    'Nom d’utilisateur, adresse courriel ou numéro de membre de l’autre compte',
  'accounts.form.link.identifier.help':
    'Tout ce que contient l’autre compte passera dans celui-ci, et l’autre sera fermé pour de bon. Votre mot de passe actuel reste le bon.',
  'accounts.form.link.password': 'Mot de passe de l’autre compte',

  'accounts.mail.greeting': 'Bonjour,',
  'accounts.mail.link.label': 'Confirmer cette adresse',
  'accounts.mail.link.life': 'Le lien fonctionne une seule fois, pendant 24\u00A0heures.',
  'accounts.mail.link.ignore':
    'Si vous n’avez rien demandé, ne faites rien\u00A0: sans confirmation, rien ne change.',
  'accounts.mail.notYou':
    'Si ce n’était pas vous, écrivez-nous ou appelez-nous sans attendre\u00A0: nos coordonnées sont ci-dessous.',

  'accounts.mail.changeLink.subject': 'Confirmez votre nouvelle adresse courriel',
  'accounts.mail.changeLink.text':
    'Vous avez demandé à recevoir vos courriels et à ouvrir vos sessions avec cette adresse dorénavant. Confirmez qu’elle est à vous.',
  'accounts.mail.confirmationLink.subject': 'Confirmez votre adresse courriel',
  'accounts.mail.confirmationLink.text':
    'Confirmez que cette adresse est à vous, afin de pouvoir ouvrir une session avec elle.',

  'accounts.mail.changeRequested.subject': 'Un changement de votre adresse courriel a été demandé',
  'accounts.mail.changeRequested.text':
    'Quelqu’un qui a ouvert une session dans votre compte a demandé de remplacer cette adresse par {newAddress}. Tant que celle-ci n’est pas confirmée, rien ne change.',
  'accounts.mail.changeRequested.notYou':
    'Si ce n’était pas vous, changez votre mot de passe sans attendre\u00A0: la demande sera alors annulée.',

  'accounts.mail.changed.subject': 'Votre adresse courriel a été changée',
  'accounts.mail.changed.text':
    'Votre compte utilise maintenant {newAddress}. L’adresse où vous lisez ceci ne reçoit plus ses courriels et n’ouvre plus de session.',

  'accounts.mail.taken.subject': 'Votre adresse courriel a été donnée pour un autre compte',
  'accounts.mail.taken.text':
    'Quelqu’un a demandé d’utiliser cette adresse pour un autre compte. Elle appartient déjà au vôtre\u00A0: rien n’a changé et personne n’en a été informé.',
  'accounts.mail.taken.advice':
    'Si c’était vous, vous avez deux comptes\u00A0: ouvrez une session dans celui qui a cette adresse ou demandez-nous de l’aide. Si ce n’était pas vous, il n’y a rien à faire.',

  'accounts.mail.passwordChanged.subject': 'Votre mot de passe a été changé',
  'accounts.mail.passwordChanged.text':
    'Le mot de passe de votre compte vient d’être changé. Toutes vos autres sessions ont été fermées.',

  'accounts.mail.sessionStolen.subject': 'Une de vos sessions a été fermée par sécurité',
  'accounts.mail.sessionStolen.text':
    'Une session de votre compte a servi à deux endroits d’une façon qui ne devrait pas se produire. Nous l’avons donc fermée. Votre mot de passe n’y a pas servi.',
  'accounts.mail.sessionStolen.advice':
    'Ouvrez une nouvelle session et changez votre mot de passe. Si vous remarquez autre chose, joignez-nous.',

  'accounts.mail.additionLink.subject': 'Confirmez l’adresse à ajouter à votre compte',
  'accounts.mail.additionLink.text':
    'Vous avez demandé d’ajouter cette adresse à votre compte, afin de pouvoir aussi ouvrir vos sessions avec elle. Confirmez qu’elle est à vous.',
  'accounts.mail.additionRequested.subject': 'L’ajout d’une adresse à votre compte a été demandé',
  'accounts.mail.additionRequested.text':
    'Quelqu’un qui a ouvert une session dans votre compte a demandé d’y ajouter {newAddress}. Tant que celle-ci n’est pas confirmée, rien ne change.',
  'accounts.mail.added.subject': 'Une adresse a été ajoutée à votre compte',
  'accounts.mail.added.text':
    '{address} ouvre maintenant vos sessions, comme vos autres adresses, et peut servir à choisir un nouveau mot de passe.',
  'accounts.mail.removed.subject': 'Une adresse a été retirée de votre compte',
  'accounts.mail.removed.text':
    '{address} n’ouvre plus de session dans votre compte et ne reçoit plus rien à son sujet.',
  'accounts.mail.primaryChanged.subject': 'Votre adresse principale a été changée',
  'accounts.mail.primaryChanged.text':
    'Vos courriels sont maintenant envoyés à {address}. Toutes les adresses confirmées de votre compte ouvrent encore vos sessions.',

  'accounts.mail.linked.subject': 'Vos deux comptes n’en font plus qu’un',
  'accounts.mail.linked.text':
    'Vous aviez deux comptes, et vous les avez réunis. Adresses, numéros de membre, adhésions et rôles se trouvent maintenant dans le même, et chacun de vos identifiants y ouvre une session.',
  'accounts.mail.linked.password':
    '{named, select, yes {Le mot de passe à utiliser est celui du compte {kept}.} other {Le mot de passe à utiliser est celui du compte où votre session était ouverte.}} Celui de l’autre compte ne fonctionne plus.',
  'accounts.mail.linked.sessions': 'Toutes vos autres sessions ont été fermées.',
  'accounts.mail.linked.notYou':
    'Si ce n’était pas vous, quelqu’un connaît vos mots de passe\u00A0: écrivez-nous ou appelez-nous sans attendre, nos coordonnées sont ci-dessous.',

  'accounts.import.email': 'Ce n’est pas une adresse électronique. Écrivez-la comme nom@exemple.ca.',
};
