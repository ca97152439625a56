export const lettersFr = {
  title: 'Premier accès par lettre',
  titleFor: (/** @type {string} */ name) => `Premier accès par lettre\u00A0: ${name}`,
  way: 'Préparer un lien de premier accès, à imprimer dans une lettre',
  intro:
    'Pour les membres sans adresse courriel\u00A0: un lien à imprimer dans une lettre, avec lequel la personne ouvre elle-même son compte.',
  steps: [
    'Le lien fonctionne une seule fois, pendant 14\u00A0jours. Un nouveau lien remplace le précédent.',
    'La personne doit aussi donner son numéro de membre. Ne l’imprimez donc pas dans la lettre.',
    'La liste est montrée une seule fois et n’est conservée nulle part. Chaque liste est inscrite au journal.',
  ],
  whom: 'Pour qui',
  choices: /** @type {Readonly<Record<string, string>>} */ ({
    waiting: 'Les membres sans compte ni adresse courriel qui n’ont pas de lien en vigueur',
    all: 'Tous les membres sans compte ni adresse courriel, les liens en vigueur étant remplacés',
  }),
  submit: 'Préparer les liens',
  download: 'Télécharger la liste (CSV)',
  fileName: 'premier-acces.csv',
  lastDay: (/** @type {string} */ day) =>
    `Les liens fonctionnent jusqu’au dernier jour compris\u00A0: ${day}.`,
  leftOut: (/** @type {string} */ reasons) => `Aucun lien\u00A0: ${reasons}.`,
  remaining: (/** @type {number} */ count) =>
    `Il reste ${count.toLocaleString('fr-CA')} autres membres\u00A0: préparez une autre liste pour la suite.`,
  gone: 'Cette liste a déjà été téléchargée et n’est conservée nulle part. Si elle est perdue, préparez de nouveaux liens.',
  again: 'Préparer d’autres liens',
};

/** @typedef {typeof lettersFr} LettersWords */
