import { registerEnumType } from 'type-graphql';
import { LINE_EFFECTS, LINE_KINDS, SETTLEMENTS, TAXES } from '../billing-words.ts';
import { INVOICE_STATES } from './invoice-state.ts';
import { INVOICE_KINDS } from './new-invoice.ts';

registerEnumType(INVOICE_KINDS, { name: 'InvoiceKind', description: 'What an invoice is for as a whole.' });
registerEnumType(INVOICE_STATES, {
  name: 'InvoiceState',
  description: 'Where an invoice stands today. Computed from what was paid and credited; never stored.',
  valuesConfig: {
    OPEN: { description: 'Nothing is paid, and there is time.' },
    PARTLY_PAID: { description: 'Something is paid, and there is time for the rest.' },
    OVERDUE: { description: 'Something is still to be paid, and the last day is over.' },
    PAID: { description: 'Nothing is left to pay.' },
    CREDITED: { description: 'All of it was taken back by credit notes.' },
  },
});
registerEnumType(LINE_KINDS, { name: 'InvoiceLineKind', description: 'What a price is for.' });
registerEnumType(TAXES, { name: 'Tax', description: 'A Canadian tax, each on a line of its own.' });
registerEnumType(LINE_EFFECTS, {
  name: 'LineEffect',
  description: 'What a line brings about once it is settled.',
  valuesConfig: {
    NONE: { description: 'Nothing but that it is paid.' },
    EXTEND_TERM: { description: 'A term of the membership for the days of the line.' },
    BIND_COVER: { description: 'Insurance cover for the days of the line.' },
    REGISTER: { description: 'A place at an event.' },
    REINSTATE: { description: 'The membership is taken up again.' },
  },
});
registerEnumType(SETTLEMENTS, {
  name: 'LineSettlement',
  description: 'When a line brings about what it does.',
  valuesConfig: {
    ON_PAYMENT: { description: 'When it is paid whole.' },
    ON_INTENT: { description: 'As soon as somebody says when and how they will pay.' },
    ON_INVOICE: { description: 'By being issued.' },
  },
});

export { INVOICE_KINDS, INVOICE_STATES, LINE_EFFECTS, LINE_KINDS, SETTLEMENTS, TAXES };
