import { html } from './html.mjs';

/** @typedef {typeof peopleFr} PeopleWords */
export const peopleFr = {
  search: 'Début du nom de famille',
  count: (/** @type {number} */ count) =>
    `${count.toLocaleString('fr-CA')} ${count < 2 ? 'personne' : 'personnes'}`,
  nobody: 'Aucun nom de famille ne commence ainsi. Essayez avec moins de lettres.',
  empty: 'L’association n’a encore personne dans ses dossiers. Une invitation ajoute quelqu’un.',
  open: (/** @type {string} */ name) => html`Voir le dossier<span class="unseen"> : ${name}</span>`,
  toList: 'Retourner à la liste des personnes',
  record: 'Dossier',
  facts: {
    contactEmail: 'Courriel au dossier',
    workPhone: 'Téléphone au travail',
    language: 'Langue',
    account: 'Compte',
    addresses: 'Adresses du compte',
  },
  languages: /** @type {Record<string, string>} */ ({ FR_CA: 'Français', EN_CA: 'Anglais' }),
  noAccount: 'Aucun pour le moment',
  addressNotes: { primary: 'principale', unverified: 'non confirmée' },
  masked: 'Le compte peut servir à d’autres associations\u00A0: ses adresses ne sont pas montrées en entier.',
  acts: 'Ce que vous pouvez faire',
  mails: {
    title: 'Courriels',
    count: (/** @type {number} */ count) =>
      `${count.toLocaleString('fr-CA')} ${count < 2 ? 'courriel' : 'courriels'}, du plus récent au plus ancien.`,
    none: 'L’association n’a rien écrit à cette personne pour le moment.',
    address: 'Adresse',
    state: 'État',
    why: 'Pourquoi',
    queued: 'Préparé le',
    nextTry: 'Prochain essai le',
    settled: /** @type {Record<string, string>} */ ({
      SENT: 'Envoyé le',
      BOUNCED: 'Abandonné le',
      CANCELLED: 'Annulé le',
    }),
    again: (/** @type {string} */ subject) =>
      html`Envoyer de nouveau<span class="unseen"> : ${subject}</span>`,
    sentAgain: (/** @type {string} */ address) =>
      `Un nouveau courriel est en route vers ${address}. Il peut prendre quelques minutes. Un lien ou un code du courriel précédent ne fonctionne plus.`,
    refused: 'Rien n’a été envoyé.',
    tooSoon: (/** @type {number} */ seconds) =>
      `Ce courriel vient de partir et peut prendre quelques minutes. Il peut être envoyé de nouveau dans ${seconds} ${seconds < 2 ? 'seconde' : 'secondes'}.`,
  },
};
