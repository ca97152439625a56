import { html } from './html.mjs';

/** @typedef {typeof auditFr} AuditWords */
export const auditFr = {
  intro:
    'Qui a fait quoi dans cette association, du plus récent au plus ancien. Personne ne peut y changer ou en effacer une ligne; la lire s’y inscrit aussi.',
  labels: { from: 'Du', to: 'Jusqu’au', act: 'Acte, dans les mots de l’API' },
  dayHelp: 'Par exemple 2026-11-22.',
  actHelp: 'Par exemple acceptInvitation. Laissez vide pour tous.',
  notADay: 'Écrivez le jour comme 2026-11-22.',
  count: (/** @type {number} */ count) =>
    `${count.toLocaleString('fr-CA')} ${count < 2 ? 'ligne' : 'lignes'}${count >= 10_000 ? ' ou plus' : ''}`,
  none: 'Rien ne s’est passé ainsi. Élargissez la période ou retirez un filtre.',
  onlyBy: 'Seulement les actes de la même personne.',
  onlyOn: 'Seulement ce qui concerne le même dossier.',
  all: 'Tout montrer',
  facts: { when: 'Quand', who: 'Par', client: 'Avec', subject: 'Concerne', request: 'Requête' },
  nobody: 'Personne n’avait de session ouverte',
  unnamed: 'Une personne qui n’est pas dans vos dossiers',
  house: 'Le portail lui-même',
  byThem: (/** @type {string} */ name) => html`Tous les actes<span class="unseen"> : ${name}</span>`,
  onIt: (/** @type {string} */ name) =>
    html`Tout ce qui concerne<span class="unseen"> ${name}</span> ce dossier`,
  changes: (/** @type {string} */ act) => `Ce qui a changé\u00A0: ${act}`,
  columns: ['Information', 'Avant', 'Après'],
  export: 'Exporter',
  exportHelp: 'Une table CSV de ce que montrent ces jours, gardée pendant 7 jours.',
  exportSubmit: 'Demander la table',
  running: 'Une autre exportation est en cours\u00A0:',
  job: {
    title: 'Exportation du journal',
    facts: {
      state: 'État',
      rows: 'Lignes',
      size: 'Taille',
      askedAt: 'Demandée le',
      endedAt: 'Finie le',
      expiresAt: 'Gardée jusqu’au',
    },
    progress: 'La table est en cours d’écriture',
    kilobytes: (/** @type {number} */ bytes) => `${Math.ceil(bytes / 1024).toLocaleString('fr-CA')}\u00A0ko`,
    download: 'Télécharger la table (CSV)',
    downloadHelp: 'Le lien fonctionne pendant 5 minutes; rouvrez cette page pour en avoir un autre.',
    gone: 'La table n’existe plus ou n’a pas pu être faite. Demandez-en une autre à partir du journal.',
  },
  toList: 'Voir le journal',
};
