import { html } from './html.mjs';

/** @type {import('./handover-words.fr.mjs').HandoverWords} */
export const handoverEn = {
  intro:
    'A principal delegate offers their place to another delegate, who accepts it. Where the association wants to approve, nothing changes before it decides.',
  count: count => `${count.toLocaleString('en-CA')} ${count === 1 ? 'hand-over' : 'hand-overs'} under way`,
  none: 'No hand-over is under way. Those that are offered will appear here.',
  title: organization => `Hand-over for ${organization}`,
  facts: {
    state: 'State',
    from: 'Principal delegate at present',
    to: 'Would take their place',
    remainingRoles: 'Roles that the first would keep',
    offeredAt: 'Offered on',
    acceptedAt: 'Accepted on',
    expiresAt: 'Can be used until',
  },
  states: {
    offered: 'Waits for the answer of the person to whom the place is offered',
    accepted: 'Waits for the decision of the association',
  },
  noRoles: 'None',
  open: organization => html`Decide<span class="unseen"> on the hand-over for ${organization}</span>`,
  labels: { decision: 'Decision', reason: 'Reason' },
  reasonHelp: 'Needed for a refusal: both people receive it by mail.',
  choose: 'Choose to approve or to refuse.',
  submit: 'Record the decision',
  over: 'This hand-over waits for no decision any more: it was decided, withdrawn, or its time is over.',
  notYet: 'There is nothing to decide until the place is accepted.',
  done: {
    APPROVE: organization => `The place has changed hands for ${organization}. Both people are told.`,
    REFUSE: organization => `The hand-over for ${organization} is refused. Both people are told.`,
  },
  toList: 'See the hand-overs',
};
