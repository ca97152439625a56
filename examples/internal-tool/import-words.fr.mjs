import { html } from './html.mjs';

/** @typedef {typeof importFr} ImportWords */
export const importFr = {
  intro:
    'Ce qu’un autre système a dans ses dossiers, en fichiers CSV. Un essai lit tout et dit ce qui serait écrit; rien n’est écrit avant que vous l’ayez lu.',
  start: 'Importer un fichier',
  runs: 'Importations',
  count: (/** @type {number} */ count) =>
    `${count.toLocaleString('fr-CA')} ${count < 2 ? 'importation' : 'importations'}, de la plus récente à la plus ancienne.`,
  startedBefore:
    'Ce formulaire avait déjà servi\u00A0: l’importation qu’il a commencée est dans cette liste. Pour un autre fichier, commencez-en une autre.',
  none: 'Rien n’a été importé pour le moment.',
  name: (/** @type {string} */ kind, /** @type {string} */ mode) => `${kind} – ${mode}`,
  open: (/** @type {string} */ name, /** @type {string | null} */ asked) =>
    html`Voir le rapport<span class="unseen"> : ${name}, ${asked}</span>`,
  facts: {
    state: 'État',
    source: 'Système d’origine',
    askedAt: 'Demandée le',
    endedAt: 'Finie le',
    rowsRead: 'Lignes lues',
    created: 'Dossiers nouveaux',
    changed: 'Dossiers modifiés',
    unchanged: 'Lignes sans changement',
    heldOut: 'Lignes laissées de côté',
  },
  progress: (/** @type {number} */ percent) => `Lu à ${percent}\u00A0%`,
  cancel: 'Annuler l’importation',
  cancelled: 'L’importation est annulée. Rien n’a été écrit.',
  commit: 'Écrire ce que dit ce rapport',
  commitHelp: 'Le fichier est lu de nouveau et tout est écrit d’un seul coup, ou rien.',
  sendAgain: 'Rien n’est écrit. Corrigez le fichier à la source, puis envoyez-le de nouveau.',
  done: 'Tout est écrit.',
  running: 'Une autre importation est en cours\u00A0:',
  findings: 'Rapport',
  severity: 'Montrer',
  found: /** @type {Record<string, (count: number) => string>} */ ({
    FAULT: count => `${count.toLocaleString('fr-CA')} ${count < 2 ? 'erreur' : 'erreurs'}`,
    NOTICE: count => `${count.toLocaleString('fr-CA')} avis`,
    DUPLICATE: count =>
      `${count.toLocaleString('fr-CA')} ${count < 2 ? 'doublon possible' : 'doublons possibles'}`,
  }),
  nothingFound: /** @type {Record<string, string>} */ ({
    FAULT: 'Aucune ligne n’est à corriger.',
    NOTICE: 'Aucun avis.',
    DUPLICATE: 'Aucun doublon possible.',
  }),
  columns: ['Ligne', 'Colonne', 'Ce qui a été trouvé'],
  wholeRow: 'Toute la ligne',
  record: (/** @type {number} */ row) => html`Voir le dossier<span class="unseen"> de la ligne ${row}</span>`,
  toList: 'Voir les importations',
  form: {
    title: 'Importer un fichier',
    order: 'Importez dans cet ordre\u00A0: personnes et organisations, adhésions, délégués, comptes.',
    labels: { kind: 'Ce que contient le fichier', source: 'Système d’origine', file: 'Fichier CSV' },
    sourceHelp:
      'Un nom court, toujours le même pour ce système\u00A0: la même origine et le même identifiant sont le même dossier. Lettres, chiffres, points et tirets.',
    fileHelp: 'Au plus 200\u00A0Mo. La première ligne nomme les colonnes.',
    chooseKind: 'Choisissez ce que contient le fichier.',
    giveSource:
      'Nommez le système d’origine\u00A0: au plus 40 lettres sans accent, chiffres, points et tirets.',
    chooseFile: 'Choisissez un fichier.',
    submit: 'Envoyer le fichier et faire un essai',
  },
};
