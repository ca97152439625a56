import type { recoveryWordingEn } from './recovery.wording.en.ts';

export const recoveryWordingFr: Record<keyof typeof recoveryWordingEn, string> = {
  PasswordResetTokenUnknown:
    'Ce lien ne peut pas servir. Vérifiez qu’il a été copié en entier depuis le courriel ou demandez-en un nouveau.',
  PasswordResetTokenUsed:
    'Ce lien a déjà servi\u00A0: le mot de passe a été choisi. Si vous ne le connaissez pas, demandez un nouveau lien.',
  PasswordResetTokenReplaced:
    'Ce lien ne fonctionne plus\u00A0: un plus récent a été envoyé ou votre compte a changé depuis. Utilisez le dernier courriel reçu ou demandez un nouveau lien.',
  PasswordResetTokenExpired: 'Ce lien est expiré. Demandez-en un nouveau.',

  'accounts.recovery.asked':
    'Si vos renseignements sont exacts, un courriel est en route vers l’adresse au dossier. Il peut prendre jusqu’à 30\u00A0minutes\u00A0: regardez aussi dans le courrier indésirable. Si rien n’arrive, vous pourrez le faire envoyer de nouveau dans {minutes, plural, one {#\u00A0minute} other {#\u00A0minutes}}.',
  'accounts.recovery.hours': '{hours, plural, one {#\u00A0heure} other {#\u00A0heures}}',
  'accounts.recovery.minutes': '{minutes, plural, one {#\u00A0minute} other {#\u00A0minutes}}',

  'accounts.recovery.greeting.first':
    'Bienvenue! C’est votre premier accès. Choisissez le mot de passe avec lequel vous ouvrirez vos sessions dorénavant.',
  'accounts.recovery.greeting.forgotten':
    'Choisissez un nouveau mot de passe. Toutes vos sessions ouvertes seront fermées.',

  'accounts.recovery.form.reset.title': 'Premier accès ou mot de passe oublié',
  'accounts.recovery.form.reset.submit': 'Recevoir un lien',
  'accounts.recovery.form.reset.help':
    'Nous enverrons un lien à l’adresse courriel au dossier. Il vous permettra de choisir votre mot de passe.',
  'accounts.recovery.form.reminder.title': 'Nom d’utilisateur oublié',
  'accounts.recovery.form.reminder.submit': 'Recevoir mon nom d’utilisateur',
  'accounts.recovery.form.reminder.help':
    'Les comptes individuels et conjoints reçoivent leur nom d’utilisateur et leurs numéros de membre. Pour le compte d’une organisation, d’une succession, d’une fiducie ou d’un mandat, nous envoyons les numéros de téléphone du service à la clientèle.',
  'accounts.recovery.form.address': 'Adresse courriel',
  'accounts.recovery.form.givenName': 'Prénom',
  'accounts.recovery.form.familyName': 'Nom de famille',
  'accounts.recovery.form.new.title.first': 'Choisir votre mot de passe',
  'accounts.recovery.form.new.title.forgotten': 'Choisir un nouveau mot de passe',
  'accounts.recovery.form.new.submit': 'Enregistrer mon mot de passe',

  'accounts.recovery.mail.subject.PASSWORD_RESET': 'Au sujet de votre mot de passe',
  'accounts.recovery.mail.subject.USERNAME_REMINDER': 'Au sujet de votre nom d’utilisateur',
  'accounts.recovery.mail.account': 'Compte\u00A0: {account}',
  'accounts.recovery.mail.notYou':
    'Si vous n’avez rien demandé, il n’y a rien à faire\u00A0: rien n’a changé.',

  'accounts.recovery.mail.link.subject.first': 'Votre premier accès',
  'accounts.recovery.mail.link.subject.forgotten': 'Choisissez un nouveau mot de passe',
  'accounts.recovery.mail.link.text.first':
    'Bienvenue! Votre compte est prêt. Choisissez le mot de passe avec lequel vous ouvrirez vos sessions dorénavant.',
  'accounts.recovery.mail.link.text.forgotten':
    'Quelqu’un, probablement vous, a demandé un nouveau mot de passe pour votre compte. Choisissez-le ici.',
  'accounts.recovery.mail.link.label': 'Choisir mon mot de passe',
  'accounts.recovery.mail.link.life':
    'Le lien fonctionne une seule fois, pendant {life}. Si vous en demandez un autre, seul le plus récent fonctionne.',
  'accounts.recovery.mail.link.ignore':
    'Si vous n’avez rien demandé, ne faites rien\u00A0: personne ne peut utiliser le lien sans ce courriel et rien n’a changé.',

  'accounts.recovery.mail.namesDiffer.text':
    'Quelqu’un, peut-être vous, a demandé l’accès à votre compte. Les noms donnés ne sont pas ceux au dossier\u00A0: nous n’envoyons rien de plus.',
  'accounts.recovery.mail.namesDiffer.advice':
    'Recommencez avec le prénom et le nom de famille sous lesquels vous êtes inscrit ou demandez-nous de l’aide\u00A0: nos coordonnées sont ci-dessous.',
  'accounts.recovery.mail.namesMissing.text':
    'Quelqu’un, peut-être vous, a demandé l’accès à votre compte. Une des associations où vous avez un dossier demande aussi votre prénom et votre nom de famille\u00A0: recommencez ici et donnez les deux.',
  'accounts.recovery.mail.namesMissing.label': 'Recommencer',
  'accounts.recovery.mail.callUs.NOT_SERVED':
    'Quelqu’un, peut-être vous, a demandé l’accès à votre compte. Il ne peut pas être ouvert en ligne pour le moment.',
  'accounts.recovery.mail.callUs.NO_NAMES':
    'Quelqu’un, peut-être vous, a demandé l’accès à votre compte. Nous ne pouvons pas vérifier en ligne les noms qu’il faut donner.',
  'accounts.recovery.mail.callUs.NON_PERSONAL':
    'Quelqu’un, peut-être vous, a demandé le nom d’utilisateur d’un compte d’organisation, de succession, de fiducie ou de mandat. Nous le donnons par téléphone seulement.',
  'accounts.recovery.mail.callUs.call': 'Appelez le service à la clientèle\u00A0: {phones}.',
  'accounts.recovery.mail.callUs.write': 'Écrivez au service à la clientèle\u00A0: {email}.',
  'accounts.recovery.mail.noAccount.text':
    'Quelqu’un, peut-être vous, a donné cette adresse pour accéder à un compte. Aucun compte ne l’utilise.',
  'accounts.recovery.mail.noAccount.advice':
    'Si c’était vous, essayez une autre de vos adresses, votre nom d’utilisateur ou votre numéro de membre, ou demandez-nous de l’aide\u00A0: nos coordonnées sont ci-dessous. Si ce n’était pas vous, il n’y a rien à faire.',
  'accounts.recovery.mail.noAccount.reason':
    'Vous recevez ce message parce que quelqu’un a donné votre adresse sur le site de l’organisme {sender}. Nous l’effacerons dans les trois jours.',

  'accounts.recovery.mail.reminder.subject': 'Votre nom d’utilisateur',
  'accounts.recovery.mail.reminder.text':
    'Vous avez demandé comment ouvrir une session. Chacun de ces renseignements convient\u00A0:',
  'accounts.recovery.mail.reminder.username': 'Nom d’utilisateur',
  'accounts.recovery.mail.reminder.memberNumber': 'Numéro de membre ({association})',
  'accounts.recovery.mail.reminder.nothing':
    'Ce compte n’a pas encore de nom d’utilisateur. Choisissez d’abord son mot de passe\u00A0: à la page d’ouverture de session, prenez «\u00A0Premier accès ou mot de passe oublié\u00A0».',
  'accounts.recovery.mail.reminder.password':
    'Si vous avez aussi oublié votre mot de passe ou n’en avez jamais eu, prenez «\u00A0Premier accès ou mot de passe oublié\u00A0» à la page d’ouverture de session.',

  'accounts.recovery.mail.set.subject.first': 'Votre mot de passe est choisi',
  'accounts.recovery.mail.set.subject.forgotten': 'Votre mot de passe a été changé',
  'accounts.recovery.mail.set.text.first':
    'Le premier mot de passe de votre compte vient d’être choisi. Vous pouvez ouvrir une session avec lui.',
  'accounts.recovery.mail.set.text.forgotten':
    'Un nouveau mot de passe vient d’être choisi pour votre compte au moyen d’un lien reçu par courriel. Toutes vos sessions ont été fermées.',
};
