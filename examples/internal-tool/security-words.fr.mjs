/** @typedef {typeof securityFr} SecurityWords */
export const securityFr = {
  settings: {
    intro:
      'Ce que l’association décide pour les comptes de ses membres et de son personnel. Une modification vaut dès la demande suivante et reste inscrite au journal, avec votre nom.',
    readOnly: 'Seules les personnes qui administrent l’association peuvent modifier ces réglages.',
    factorRoles: 'Rôles qui exigent un deuxième facteur',
    factorRolesHelp:
      'Qui n’a pas de deuxième facteur est conduit à en ajouter un et ne peut rien faire d’autre. Si vous cochez votre propre rôle, cela vaut aussi pour vous.',
    /** @param {string} roles */
    ofRealm: roles => `Toujours exigé dans ce service, même si la case n’est pas cochée\u00A0: ${roles}.`,
    recoveryPolicy: 'Mot de passe oublié\u00A0: ce que la personne doit donner',
    passwordProfile: 'Nouveaux mots de passe',
    oldPasswords: 'Mots de passe venus d’un autre système',
    resetLinkMinutes: 'Durée du lien pour choisir un mot de passe, en minutes',
    resetLinkMinutesHelp: 'De 10 à 1440.',
    invitationDays: 'Durée d’une invitation, en jours',
    invitationDaysHelp: 'De 1 à 90. Vaut pour les invitations envoyées à partir de maintenant.',
    invitationMismatch: 'Invitation acceptée par un compte qui n’a pas l’adresse invitée',
    websiteFr: 'Site Web en français',
    websiteEn: 'Site Web en anglais',
    brandLogoUrl: 'Adresse du logo',
    brandLogoUrlHelp:
      'Une adresse https du site Web de l’association. Laissez vide pour ne pas montrer de logo.',
    notANumber: 'Écrivez un nombre entier.',
    nobody: 'Aucun',
    submit: 'Enregistrer les réglages',
    saved: 'Les réglages sont enregistrés. Ils valent dès maintenant.',
    readAgain: 'Relire les réglages',
  },
  reset: {
    /** @param {string} name */
    title: name => `Retirer les deuxièmes facteurs\u00A0: ${name}`,
    way: 'Retirer les deuxièmes facteurs (appareil perdu)',
    intro:
      'Servez-vous de cette page quand une personne a perdu son appareil et ses codes de récupération. Vérifiez d’abord que c’est bien elle.',
    steps: [
      'La personne en est avisée à chacune de ses adresses, avec un lien pour refuser.',
      'Ses deuxièmes facteurs sont retirés 24 heures plus tard, si elle ne refuse pas. Son mot de passe seul ouvre alors sa session.',
      'C’est immédiat si une deuxième personne qui administre fait la même demande, après sa propre vérification, et si vous avez toutes deux ce rôle depuis au moins 24 heures.',
    ],
    state: 'Dernière demande',
    stateIs: 'État',
    askedOn: 'Faite le',
    takesEffect: 'Prend effet le',
    byYou:
      'Vous avez déjà fait cette demande. La répéter ne change rien\u00A0: demandez à une autre personne qui administre, si c’est urgent.',
    byAnother:
      'Une autre personne qui administre a déjà fait cette demande. Si vous la faites aussi, après votre propre vérification, les deuxièmes facteurs sont retirés tout de suite, sauf si l’une de vous vient de recevoir ce rôle.',
    contested:
      'La personne a refusé la dernière demande, et ses deuxièmes facteurs sont restés. Appelez-la au numéro du dossier avant de recommencer.',
    check: 'Comment avez-vous vérifié son identité\u00A0?',
    checkHelp:
      'Ce que vous avez comparé, et avec quoi. Par exemple\u00A0: permis de conduire montré en visioconférence, comparé au dossier. Au plus 500 caractères.',
    submit: 'Demander le retrait',
    approve: 'Approuver et retirer tout de suite',
    /** @param {string} moment */
    waits: moment =>
      `La demande est inscrite, et la personne en est avisée. Ses deuxièmes facteurs seront retirés le ${moment}, si elle ne refuse pas.`,
    done: 'Les deuxièmes facteurs sont retirés. Le mot de passe seul ouvre la session\u00A0: la personne en est avisée.',
    toPerson: 'Revenir au dossier',
  },
};
