import type { secondFactorsWordingEn } from './second-factors.wording.en.ts';

export const secondFactorsWordingFr: Record<keyof typeof secondFactorsWordingEn, string> = {
  SecondFactorRefused:
    'Ce code ou cette clé d’accès n’est pas accepté. Un code ne sert qu’une fois\u00A0: attendez le suivant ou choisissez une autre façon.',
  SecondFactorExpired: 'Le délai est passé ou c’est déjà fait. Veuillez recommencer.',
  SecondFactorNotFound: 'Votre compte n’a pas ce deuxième facteur.',
  SecondFactorMissing: 'Ce compte n’a pas de deuxième facteur.',
  PasskeysUnavailable:
    'Les clés d’accès ne fonctionnent que sur des sites Web. Choisissez ici une autre façon.',
  OwnFactorsKept:
    'Personne ne réinitialise ses propres deuxièmes facteurs. Demandez-le à une autre personne qui administre.',

  'SecondFactorKind.PASSKEY': 'Clé d’accès',
  'SecondFactorKind.TOTP': 'Application d’authentification',
  'SecondFactorKind.RECOVERY_CODE': 'Code de récupération',

  'SecondFactorResetState.WAITING': 'En attente',
  'SecondFactorResetState.CONTESTED': 'Arrêtée par la personne',
  'SecondFactorResetState.DONE': 'Terminée',

  'secondFactors.form.code.title': 'Code de votre application',
  'secondFactors.form.code.submit': 'Confirmer',
  'secondFactors.form.code': 'Code à six chiffres',
  'secondFactors.form.code.help':
    'Votre application d’authentification l’affiche et le change toutes les 30\u00A0secondes.',
  'secondFactors.form.recoveryCode.title': 'Je n’ai pas mon appareil',
  'secondFactors.form.recoveryCode': 'Code de récupération',
  'secondFactors.form.recoveryCode.help':
    'Un des dix codes qui vous ont été montrés quand vous avez ajouté votre deuxième facteur. Chacun sert une seule fois.',
  'secondFactors.form.confirmTotp.title': 'Confirmer l’application',
  'secondFactors.form.confirmTotp.submit': 'Ajouter l’application',
  'secondFactors.form.passkey.title': 'Ajouter une clé d’accès',
  'secondFactors.form.passkey.submit': 'Ajouter la clé d’accès',
  'secondFactors.form.passkey.name': 'Nom de la clé d’accès',
  'secondFactors.form.passkey.name.help':
    'Pour que vous la reconnaissiez, par exemple «\u00A0Mon téléphone\u00A0».',

  'secondFactors.mail.greeting': 'Bonjour,',
  'secondFactors.mail.notYou':
    'Si ce n’était pas vous, changez votre mot de passe sans attendre, puis écrivez-nous ou appelez-nous\u00A0: nos coordonnées sont ci-dessous.',
  'secondFactors.mail.added.subject': 'Un deuxième facteur a été ajouté à votre compte',
  'secondFactors.mail.added.text':
    '{kind, select, TOTP {Une application d’authentification a été ajoutée} other {La clé d’accès «\u00A0{name}\u00A0» a été ajoutée}} à votre compte. Elle sera dorénavant demandée à qui ouvre une session avec votre mot de passe.',
  'secondFactors.mail.removed.subject': 'Un deuxième facteur a été retiré de votre compte',
  'secondFactors.mail.removed.text':
    '{kind, select, TOTP {L’application d’authentification} other {La clé d’accès «\u00A0{name}\u00A0»}} de votre compte a été retirée. Elle n’ouvre plus de session.',
  'secondFactors.mail.codeUsed.subject': 'Un code de récupération a servi pour votre compte',
  'secondFactors.mail.codeUsed.text':
    'Quelqu’un a ouvert une session dans votre compte avec votre mot de passe et un de vos codes de récupération. {left, plural, =0 {Il n’en reste aucun\u00A0: faites-en de nouveaux à votre page de sécurité.} one {Il reste # code.} other {Il reste # codes.}}',
  'secondFactors.mail.codesRenewed.subject': 'Vos codes de récupération ont été remplacés',
  'secondFactors.mail.codesRenewed.text':
    'De nouveaux codes de récupération ont été faits pour votre compte. Ceux que vous aviez ne fonctionnent plus.',
  'secondFactors.mail.resetAsked.subject': 'On nous a demandé de retirer vos deuxièmes facteurs',
  'secondFactors.mail.resetAsked.text':
    'On nous a dit que vous avez perdu l’appareil avec lequel vous confirmez vos ouvertures de session. Nous retirerons les deuxièmes facteurs de votre compte dans 24\u00A0heures\u00A0: votre mot de passe suffira alors. Ce sera plus tôt si une deuxième personne de notre équipe a vérifié qui l’a demandé.',
  'secondFactors.mail.resetAsked.notYou': 'Si ce n’était pas vous, arrêtez tout maintenant\u00A0:',
  'secondFactors.mail.resetAsked.label': 'Garder mes deuxièmes facteurs',
  'secondFactors.mail.resetAsked.ignore': 'Si c’était vous, il n’y a rien d’autre à faire que d’attendre.',
  'secondFactors.mail.resetDone.subject': 'Vos deuxièmes facteurs ont été retirés',
  'secondFactors.mail.resetDone.text':
    'Comme vous l’avez demandé à notre équipe, les deuxièmes facteurs et les codes de récupération de votre compte ont été retirés. Votre mot de passe suffit pour ouvrir une session.',
  'secondFactors.mail.resetDone.advice':
    'Ouvrez une session et ajoutez de nouveau un deuxième facteur à votre page de sécurité.',
  'secondFactors.mail.resetContested.subject': 'Un retrait de deuxièmes facteurs a été contesté',
  'secondFactors.mail.resetContested.text':
    'Vous aviez demandé le retrait des deuxièmes facteurs de quelqu’un. Le lien du courriel envoyé à cette personne a servi à l’arrêter\u00A0: ses deuxièmes facteurs restent.',
  'secondFactors.mail.resetContested.advice':
    'Quelqu’un s’est peut-être fait passer pour elle. Appelez la personne au numéro au dossier avant toute autre démarche.',
};
