import { html } from './html.mjs';

/** @typedef {typeof teamFr} TeamWords */
export const teamFr = {
  intro:
    'Qui fait partie du personnel de cette association, en a fait partie ou en fera partie. Le personnel d’un organisme au-dessus, dont le rôle s’étend jusqu’ici, n’y paraît pas.',
  add: 'Pour donner un rôle à quelqu’un, ouvrez son dossier',
  role: 'Rôle',
  anyRole: 'Tous les rôles',
  count: (/** @type {number} */ count) => `${count.toLocaleString('fr-CA')} ${count < 2 ? 'rôle' : 'rôles'}`,
  none: 'Personne n’a ce rôle. Choisissez-en un autre.',
  empty: 'Personne ne fait partie du personnel de cette association.',
  nobody: 'Personne au dossier',
  facts: { role: 'Rôle', reach: 'Portée', from: 'Depuis le', to: 'Jusqu’au' },
  end: (/** @type {string} */ name) => html`Mettre fin au rôle<span class="unseen"> : ${name}</span>`,
  endTitle: (/** @type {string} */ name) => `Mettre fin au rôle\u00A0: ${name}`,
  endWarning:
    'Les droits de ce rôle cessent à la prochaine requête. La personne en est avisée par courriel; l’historique garde le rôle.',
  endSubmit: 'Mettre fin au rôle maintenant',
  ended: (/** @type {string} */ name) => `Ce rôle a pris fin\u00A0: ${name}.`,
  toList: 'Voir le personnel',
  way: 'Donner un rôle dans le personnel',
  title: (/** @type {string} */ name) => `Donner un rôle à ${name}`,
  labels: { role: 'Rôle', reach: 'Portée', lastDay: 'Dernier jour' },
  lastDayHelp: 'Par exemple 2027-03-31. Laissez vide si aucune fin n’est prévue.',
  notADay: 'Écrivez le jour comme 2027-03-31.',
  chooseRole: 'Choisissez un rôle.',
  submit: 'Donner ce rôle',
  assigned: (/** @type {string} */ name) =>
    `${name} fait maintenant partie du personnel. Un courriel l’en avise.`,
};
