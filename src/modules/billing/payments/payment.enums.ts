import { registerEnumType } from 'type-graphql';
import { INTENT_METHODS, PAYMENT_METHODS, REFUND_WAYS, RETURN_KINDS } from './payment-words.ts';

registerEnumType(PAYMENT_METHODS, { name: 'PaymentMethod', description: 'How money came in.' });
registerEnumType(RETURN_KINDS, {
  name: 'ReturnKind',
  description: 'Why the money of a payment went back to where it came from.',
  valuesConfig: {
    NSF: { description: 'The account had no funds for it.' },
    DISPUTE_LOST: { description: 'The holder of the card disputed it, and was believed.' },
    RECALLED: { description: 'The bank or the payer called it back.' },
  },
});
registerEnumType(INTENT_METHODS, {
  name: 'IntentMethod',
  description: 'How somebody says that they will pay.',
});
registerEnumType(REFUND_WAYS, {
  name: 'RefundWay',
  description: 'How money is given back.',
  valuesConfig: {
    SOURCE: { description: 'To the card that paid.' },
    CREDIT: { description: 'As credit for a later invoice: no money leaves.' },
    CHEQUE: { description: 'By cheque to whoever paid, sent outside of this system.' },
    TRANSFER: { description: 'By transfer to whoever paid, made outside of this system.' },
  },
});

export { INTENT_METHODS, PAYMENT_METHODS, REFUND_WAYS, RETURN_KINDS };
