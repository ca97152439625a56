/** @typedef {typeof lostAddressFr} LostAddressWords */
export const lostAddressFr = {
  /** @param {string} name */
  title: name => `Remplacer l’adresse du compte\u00A0: ${name}`,
  way: 'Remplacer l’adresse du compte (courriel perdu)',
  intro:
    'Servez-vous de cette page quand une personne ne peut plus lire les courriels de l’adresse de son compte. Vérifiez d’abord que c’est bien elle.',
  steps: [
    'La personne en est avisée à chacune de ses adresses, avec un lien pour refuser, et à la nouvelle.',
    'La nouvelle adresse remplace l’ancienne 72 heures plus tard, si personne ne refuse. Toutes les sessions de la personne se terminent alors, et un lien envoyé à la nouvelle adresse la confirme.',
    'C’est immédiat si une deuxième personne qui administre demande la même adresse, après sa propre vérification, et si vous avez toutes deux ce rôle depuis au moins 72 heures.',
  ],
  waiting: 'Demande en attente',
  newAddress: 'Nouvelle adresse',
  newAddressHelp: 'Faites-la épeler et relisez-la à la personne.',
  askedOn: 'Faite le',
  takesEffect: 'Prend effet le',
  byYou:
    'Vous avez fait cette demande. La répéter ne change rien\u00A0: demandez à une autre personne qui administre, si c’est urgent.',
  byAnother:
    'Une autre personne qui administre a fait cette demande. Si vous demandez la même adresse, après votre propre vérification, elle remplace l’ancienne tout de suite, sauf si l’une de vous vient de recevoir ce rôle.',
  withdraw: 'Retirer la demande',
  withdrawn: 'La demande est retirée\u00A0: l’adresse reste la même. Tout le monde en est avisé.',
  notWithdrawn: 'La demande n’a pas été retirée.',
  check: 'Comment avez-vous vérifié son identité\u00A0?',
  checkHelp:
    'Ce que vous avez comparé, et avec quoi. Par exemple\u00A0: permis de conduire montré en visioconférence, comparé au dossier. Au plus 500 caractères.',
  submit: 'Demander le remplacement',
  approve: 'Approuver et remplacer tout de suite',
  /** @param {string} moment */
  waits: moment =>
    `La demande est inscrite, et la personne en est avisée. La nouvelle adresse remplacera l’ancienne le ${moment}, si personne ne refuse.`,
  done: 'La nouvelle adresse remplace l’ancienne, et toutes les sessions sont terminées. Un lien envoyé à la nouvelle adresse la confirme.',
  toPerson: 'Revenir au dossier',
};
