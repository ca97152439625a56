import { registerEnumType } from 'type-graphql';
import { JOURNAL_KINDS, LEDGER_ACCOUNTS, REMITTANCE_KINDS } from './ledger-words.ts';

registerEnumType(JOURNAL_KINDS, {
  name: 'JournalKind',
  description: 'What happened to the money of a book.',
  valuesConfig: {
    PAYMENT: { description: 'Money came in.' },
    CREDIT_USED: { description: "A payer's credit paid lines." },
    PAYMENT_RETURNED: {
      description: 'A payment went back: a cheque without funds, a lost dispute, a recall.',
    },
    REFUND: { description: 'Money went back to its payer, or became their credit.' },
    REFUND_FAILED: { description: 'A refund came back: the money is the credit of its payer.' },
    CREDIT_NOTE: {
      description: "Paid lines cost less than before: what was paid beyond is the payer's credit.",
    },
    REMITTANCE: { description: 'What a body was owed was paid to it.' },
    REMITTANCE_REVERSED: { description: 'A remittance or claim was taken back whole.' },
    CLAIM: { description: 'A body was asked for what it has to give back.' },
    CLAIM_PAID: { description: 'It gave it back.' },
  },
});

registerEnumType(LEDGER_ACCOUNTS, {
  name: 'LedgerAccount',
  description: 'Where a cent stands in a book.',
  valuesConfig: {
    CASH: { description: 'In the hands of the body whose book it is.' },
    PAYER_CREDIT: { description: 'Received, and allocated to no line: it belongs to the payer.' },
    OWED: { description: 'The price of a line, due to the body that supplied it.' },
    TAX: { description: 'A tax of a line, due to the body that accounts for it.' },
    CLAIMED: { description: 'What a body was asked to give back.' },
  },
});

registerEnumType(REMITTANCE_KINDS, {
  name: 'RemittanceKind',
  description: 'Which way the money of a batch goes.',
  valuesConfig: {
    REMITTANCE: { description: 'To the body.' },
    CLAIM: { description: 'From the body, which was remitted more than it is owed.' },
  },
});

export enum RemittanceState {
  PREPARED = 'PREPARED',
  APPROVED = 'APPROVED',
  PAID = 'PAID',
  REVERSED = 'REVERSED',
}
registerEnumType(RemittanceState, {
  name: 'RemittanceState',
  description: 'How far a remittance or claim is.',
  valuesConfig: {
    PREPARED: { description: 'It waits for the approval of somebody other than whoever prepared it.' },
    APPROVED: { description: 'Its money may move. A claim was sent.' },
    PAID: { description: 'Its money has moved.' },
    REVERSED: {
      description: 'It was taken back: what stood in it stands in none, and goes into the next one.',
    },
  },
});
