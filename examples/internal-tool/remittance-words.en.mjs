import { html } from './html.mjs';

/** @type {import('./remittance-words.fr.mjs').RemittanceWords} */
export const remittanceEn = {
  intro:
    'What one body received for another is handed on to it: one person prepares the remittance, another approves it, then the money moves.',
  side: 'Remittances',
  sides: { BOOK: 'That we make', BODY: 'That we receive' },
  count: count => `${count.toLocaleString('en-CA')} ${count === 1 ? 'remittance' : 'remittances'}`,
  none: 'No remittance.',
  title: (from, to) => `From ${from} to ${to}`,
  facts: {
    kind: 'Kind',
    state: 'State',
    amount: 'Amount',
    period: 'Period',
    preparedAt: 'Prepared on',
    approvedAt: 'Approved on',
    paidOn: 'Paid on',
    reference: 'Reference of the payment',
    reversedAt: 'Reversed on',
    reason: 'Reason for the reversal',
  },
  period: (from, to) => `${from} to ${to}`,
  second: 'Somebody other than whoever prepared it must approve it.',
  approve: title => html`Approve<span class="unseen"> the remittance: ${title}</span>`,
  approved: 'The remittance is approved. The money may move.',
  pay: title => html`Record the payment<span class="unseen"> of the remittance: ${title}</span>`,
  reverse: title => html`Reverse<span class="unseen"> the remittance: ${title}</span>`,
  start: 'Prepare a remittance',
  toList: 'See the remittances',
  prepareForm: {
    title: 'Prepare a remittance',
    intro:
      'It gathers all that the body is owed up to the last day and that stands in no other remittance, less what was refunded or returned since.',
    labels: { bodyId: 'Body', from: 'First day', to: 'Last day' },
    choose: 'Choose a body.',
    day: 'Enter a date.',
    carried: amount => `Carried to the next remittance: ${amount}.`,
    submit: 'Prepare the remittance',
    done: amount => `The remittance of ${amount} is prepared. Somebody else must approve it.`,
  },
  payForm: {
    title: title => `Record the payment of the remittance: ${title}`,
    labels: { reference: 'Reference of the transfer or cheque', paidOn: 'Date of the payment' },
    paidOnHelp: 'Today if you enter nothing.',
    submit: 'Record the payment',
    done: 'The payment is recorded.',
  },
  reverseForm: {
    title: title => `Reverse the remittance: ${title}`,
    intro: 'All that stands in it goes into the next one.',
    labels: { reason: 'Reason' },
    submit: 'Reverse the remittance',
    done: 'The remittance is reversed.',
  },
};
