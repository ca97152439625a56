import { html } from './html.mjs';

/** @typedef {typeof handoverFr} HandoverWords */
export const handoverFr = {
  intro:
    'Un délégué principal offre sa place à un autre délégué, qui l’accepte. Là où l’association veut approuver, rien ne change avant sa décision.',
  count: (/** @type {number} */ count) =>
    `${count.toLocaleString('fr-CA')} ${count < 2 ? 'place offerte' : 'places offertes'}`,
  none: 'Aucune place n’est offerte. Celles qui le seront paraîtront ici.',
  title: (/** @type {string} */ organization) =>
    `Offre de la place de délégué principal pour ${organization}`,
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
    html`Décider<span class="unseen"> de l’offre pour ${organization}</span>`,
  labels: { decision: 'Décision', reason: 'Motif' },
  reasonHelp: 'Obligatoire pour refuser\u00A0: les deux personnes le reçoivent par courriel.',
  choose: 'Choisissez d’approuver ou de refuser.',
  submit: 'Enregistrer la décision',
  over: 'Cette offre n’attend plus de décision\u00A0: l’association a décidé, l’offre a été retirée, ou son délai est passé.',
  notYet: 'Il n’y a rien à décider tant que la place n’est pas acceptée.',
  done: /** @type {Record<string, (organization: string) => string>} */ ({
    APPROVE: organization =>
      `La place a changé de mains pour ${organization}. Les deux personnes en sont avisées.`,
    REFUSE: organization => `L’offre pour ${organization} est refusée. Les deux personnes en sont avisées.`,
  }),
  toList: 'Voir les places offertes',
};
