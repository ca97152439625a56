/** @typedef {typeof secondFactorFr} SecondFactorWords */
export const secondFactorFr = {
  title: 'Une étape de plus',
  proveYourself: 'Votre mot de passe est bon. Confirmez que c’est bien vous.',
  nothingWorksHere:
    'Rien de ce que votre compte demande ne fonctionne dans cet outil. Demandez de l’aide à une autre personne qui administre.',
  add: 'Ajouter une application d’authentification',
  addIntro:
    'Votre rôle demande un deuxième facteur\u00A0: en plus de votre mot de passe, vous montrez que vous avez votre appareil. Tant que vous n’en avez pas, l’outil ne vous montre rien.',
  begin: 'Commencer',
  scan: 'Lisez cette image avec votre application d’authentification.',
  picture: 'Code QR à lire avec votre application d’authentification',
  typeSecret: 'Ou inscrivez-y cette clé\u00A0:',
  codes: 'Vos codes de récupération',
  codesText:
    'Gardez-les sur papier ou dans un gestionnaire de mots de passe. Si vous perdez votre appareil, chacun vous laisse entrer une fois. Ils ne seront plus montrés.',
  goOn: 'Je les ai gardés\u00A0: continuer',
  added: 'Le deuxième facteur est ajouté.',
};
