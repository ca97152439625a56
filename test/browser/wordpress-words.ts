/** What people read on the pages of the plugin, by language. */
export const WORDPRESS_WORDS = {
  'fr-CA': {
    forgotUsername: 'Nom d’utilisateur oublié',
    forgotPassword: 'Premier accès ou mot de passe oublié',
    sendLink: 'Recevoir un lien',
    sendAgain: 'Envoyer de nouveau',
    newPassword: 'Nouveau mot de passe',
    repeat: 'Confirmer le nouveau mot de passe',
    save: 'Enregistrer mon mot de passe',
    done: 'C’est fait.',
    signedIn: /Vous avez ouvert une session/,
    signOut: 'Fermer la session',
    nobody: 'Personne n’a ouvert de session.',
  },
  'en-CA': {
    done: 'Done.',
    signedIn: /You are signed in/,
    sixDigits: 'Code from your app',
    code: 'Six-digit code',
    confirm: 'Confirm',
    codeRefused: /This code or passkey is not accepted/,
    forgotUsername: 'Forgotten username',
    address: 'E-mail address',
    sendUsername: 'Send me my username',
    halfAnHour: /up to 30 minutes.*junk mail/,
  },
} as const;
