import { html } from './html.mjs';

/** @typedef {typeof runFr} RunWords */
export const runFr = {
  title: 'Envois d’invitations',
  way: 'Inviter à partir d’un fichier ou d’une sélection',
  intro:
    'Un envoi invite toutes les personnes d’un fichier ou d’une sélection. Il se poursuit sans vous, n’écrit qu’une fois à chaque adresse, et peut être arrêté puis repris.',
  start: 'Commencer un envoi',
  count: (/** @type {number} */ count) =>
    `${count.toLocaleString('fr-CA')} ${count < 2 ? 'envoi' : 'envois'}, du plus récent au plus ancien.`,
  startedBefore:
    'Ce formulaire avait déjà servi\u00A0: l’envoi qu’il a commencé est dans cette liste. Pour d’autres personnes, commencez-en un autre.',
  none: 'Aucun envoi n’a été fait.',
  name: (/** @type {string | null} */ asked) => `Envoi du ${asked}`,
  open: (/** @type {string | null} */ asked) =>
    html`Voir le résultat<span class="unseen"> de l’envoi du ${asked}</span>`,
  facts: {
    state: 'État',
    total: 'Personnes',
    done: 'Traitées',
    stoppedAt: 'Arrêté le',
    endedAt: 'Fini le',
  },
  progress: (/** @type {number} */ done, /** @type {number | null} */ total) =>
    total === null
      ? 'Lecture de la liste'
      : `${done.toLocaleString('fr-CA')} ${done < 2 ? 'personne' : 'personnes'} sur ${total.toLocaleString('fr-CA')}`,
  cancel: 'Arrêter l’envoi',
  resume: 'Reprendre l’envoi',
  cancelled: 'L’envoi est arrêté. Ce qui n’était pas parti ne partira pas.',
  resumed: 'L’envoi reprend avec ce qui restait, en votre nom.',
  faultAt: (/** @type {number | null} */ row, /** @type {string | null} */ column) =>
    [row !== null && `Ligne ${row}`, column !== null && `colonne «\u00A0${column}\u00A0»`]
      .filter(Boolean)
      .join(', '),
  sendAgain: 'Corrigez le fichier, puis commencez un autre envoi.',
  rows: 'Résultat par personne',
  outcome: 'Montrer',
  anyOutcome: 'Toutes les personnes',
  noRows: 'Personne n’est dans ce cas.',
  found: (/** @type {number} */ count) =>
    `${count.toLocaleString('fr-CA')} ${count < 2 ? 'personne' : 'personnes'}`,
  columns: ['Ligne', 'Adresse courriel', 'Nom', 'Résultat'],
  toList: 'Voir les envois',
  form: {
    title: 'Commencer un envoi d’invitations',
    labels: {
      whom: 'Qui inviter',
      classCode: 'Code de catégorie',
      file: 'Fichier CSV',
    },
    fromFile: 'Les personnes d’un fichier',
    classHelp: 'Pour une sélection\u00A0: seulement cette catégorie. Laissez vide pour toutes.',
    fileHelp:
      'Pour un fichier\u00A0: au plus 20\u00A0000 lignes. Colonnes\u00A0: courriel, prénom, nom, langue, organisation avec rôles, numéro de membre.',
    chooseWhom: 'Choisissez qui inviter.',
    chooseFile: 'Choisissez un fichier, ou une sélection.',
    submit: 'Commencer l’envoi',
  },
};
