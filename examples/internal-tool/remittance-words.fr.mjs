import { html } from './html.mjs';

/** @typedef {typeof remittanceFr} RemittanceWords */
export const remittanceFr = {
  intro:
    'Ce qu’un organisme a reçu pour un autre lui est versé\u00A0: une personne prépare le versement, une autre l’approuve, puis l’argent part.',
  side: 'Versements',
  sides: { BOOK: 'Que nous faisons', BODY: 'Que nous recevons' },
  count: (/** @type {number} */ count) =>
    `${count.toLocaleString('fr-CA')} ${count < 2 ? 'versement' : 'versements'}`,
  none: 'Aucun versement.',
  title: (/** @type {string} */ from, /** @type {string} */ to) => `De ${from} à ${to}`,
  facts: {
    kind: 'Genre',
    state: 'État',
    amount: 'Montant',
    period: 'Période',
    preparedAt: 'Préparé le',
    approvedAt: 'Approuvé le',
    paidOn: 'Payé le',
    reference: 'Référence du paiement',
    reversedAt: 'Annulé le',
    reason: 'Motif de l’annulation',
  },
  period: (/** @type {string} */ from, /** @type {string} */ to) => `du ${from} au ${to}`,
  second: 'Une autre personne que celle qui l’a préparé doit l’approuver.',
  approve: (/** @type {string} */ title) =>
    html`Approuver<span class="unseen"> le versement : ${title}</span>`,
  approved: 'Le versement est approuvé. L’argent peut partir.',
  pay: (/** @type {string} */ title) =>
    html`Noter le paiement<span class="unseen"> du versement : ${title}</span>`,
  reverse: (/** @type {string} */ title) => html`Annuler<span class="unseen"> le versement : ${title}</span>`,
  start: 'Préparer un versement',
  toList: 'Voir les versements',
  prepareForm: {
    title: 'Préparer un versement',
    intro:
      'Il rassemble tout ce qui est dû à l’organisme jusqu’au dernier jour et n’est dans aucun autre versement, moins ce qui a été remboursé ou retourné depuis.',
    labels: { bodyId: 'Organisme', from: 'Premier jour', to: 'Dernier jour' },
    choose: 'Choisissez un organisme.',
    day: 'Inscrivez une date.',
    carried: (/** @type {string} */ amount) => `Reporté au prochain versement\u00A0: ${amount}.`,
    submit: 'Préparer le versement',
    done: (/** @type {string} */ amount) =>
      `Le versement de ${amount} est préparé. Une autre personne doit l’approuver.`,
  },
  payForm: {
    title: (/** @type {string} */ title) => `Noter le paiement du versement\u00A0: ${title}`,
    labels: { reference: 'Référence du virement ou du chèque', paidOn: 'Date du paiement' },
    paidOnHelp: 'Aujourd’hui, si vous n’inscrivez rien.',
    submit: 'Noter le paiement',
    done: 'Le paiement est noté.',
  },
  reverseForm: {
    title: (/** @type {string} */ title) => `Annuler le versement\u00A0: ${title}`,
    intro: 'Tout ce qu’il contient ira dans le prochain.',
    labels: { reason: 'Motif' },
    submit: 'Annuler le versement',
    done: 'Le versement est annulé.',
  },
};
