export const secondFactorsFr = {
  title: 'Deuxième facteur',
  explanation:
    'En plus de votre mot de passe, vous montrez que vous avez votre appareil. Qui devine ou vole votre mot de passe n’entre pas pour autant.',
  none: 'Vous n’avez pas de deuxième facteur.',
  added: day => `Ajouté le ${day}.`,
  used: day => `Utilisé le ${day}.`,
  neverUsed: 'N’a pas encore servi.',
  elsewhere: website => `Ne fonctionne que sur ${website}.`,
  remove: 'Retirer',
  removeNamed: name => `Retirer ${name}`,
  removed: name => `C’est retiré\u00A0: ${name}.`,
  addedNow: 'Le deuxième facteur est ajouté.',
  addApp: 'Ajouter une application d’authentification',
  addPasskey: 'Ajouter une clé d’accès',
  cancel: 'Annuler',
  scan: 'Lisez cette image avec votre application d’authentification.',
  picture: 'Code QR à lire avec votre application d’authentification',
  openApp: 'Ouvrir l’application sur cet appareil',
  typeSecret: 'Ou inscrivez-y cette clé\u00A0: ',
  codes: 'Codes de récupération',
  codesLeft: left =>
    left === 0
      ? 'Il n’en reste aucun.'
      : `Il reste ${left}\u00A0${left > 1 ? 'codes' : 'code'} pour entrer sans votre appareil.`,
  renewCodes: 'Faire de nouveaux codes',
  keepCodes: 'Vos codes de récupération',
  keepCodesText:
    'Gardez-les sur papier ou dans un gestionnaire de mots de passe. Si vous perdez votre appareil, chacun vous laisse entrer une fois. Ils ne seront plus montrés.',
  codesKept: 'Je les ai gardés',
  oneMoreStep: 'Une étape de plus',
  proveYourself: 'Votre mot de passe est bon. Confirmez que c’est bien vous.',
  nothingWorksHere: 'Rien de ce que votre compte demande ne fonctionne sur ce site. Nous pouvons vous aider.',
  otherWays: 'Une autre façon',
  passkey: 'Clé d’accès',
  usePasskey: 'Utiliser ma clé d’accès',
  signInWithPasskey: 'Ouvrir une session avec une clé d’accès',
  passkeyFaults: {
    CANCELLED: 'Aucune clé d’accès n’a été utilisée. Réessayez ou choisissez une autre façon.',
    KNOWN_HERE: 'Cet appareil a déjà une clé d’accès pour votre compte.',
  },
};
