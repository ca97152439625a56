import { html } from './html.mjs';

/** @typedef {typeof handoverFr} HandoverWords */
export const handoverFr = {
  intro:
    'Un délégué principal offre sa place à un autre délégué, qui l’accepte. Là où l’association veut approuver, rien ne change avant sa décision.',
  count: (/** @type {number} */ count) =>
    `${count.toLocaleString('fr-CA')} ${count < 2 ? 'transmission en cours' : 'transmissions en cours'}`,
  none: 'Aucune transmission n’est en cours. Celles qui seront offertes paraîtront ici.',
  title: (/** @type {string} */ organization) => `Transmission pour ${organization}`,
  facts: {
    state: 'État',
    from: 'Délégué principal actuel',
    to: 'Prendrait sa place',
    remainingRoles: 'Rôles que garderait le premier',
    offeredAt: 'Offerte le',
    acceptedAt: 'Acceptée le',
    expiresAt: 'Valable jusqu’au',
  },
  states: {
    offered: 'Attend la réponse de la personne à qui la place est offerte',
    accepted: 'Attend la décision de l’association',
  },
  noRoles: 'Aucun',
  open: (/** @type {string} */ organization) =>
    html`Décider<span class="unseen"> de la transmission pour ${organization}</span>`,
  labels: { decision: 'Décision', reason: 'Motif' },
  reasonHelp: 'Obligatoire pour refuser\u00A0: les deux personnes le reçoivent par courriel.',
  choose: 'Choisissez d’approuver ou de refuser.',
  submit: 'Enregistrer la décision',
  over: 'Cette transmission n’attend plus de décision\u00A0: elle a été décidée, retirée, ou son délai est passé.',
  notYet: 'Il n’y a rien à décider tant que la place n’est pas acceptée.',
  done: /** @type {Record<string, (organization: string) => string>} */ ({
    APPROVE: organization =>
      `La place a changé de mains pour ${organization}. Les deux personnes en sont avisées.`,
    REFUSE: organization =>
      `La transmission pour ${organization} est refusée. Les deux personnes en sont avisées.`,
  }),
  toList: 'Voir les transmissions',
};
