import { registerEnumType } from 'type-graphql';
import { REFUND_STATES } from './refund-state.ts';

registerEnumType(REFUND_STATES, {
  name: 'RefundState',
  description: 'Where a refund stands.',
  valuesConfig: {
    AWAITING_APPROVAL: { description: 'It is more than one person may give back alone.' },
    SENT: { description: 'The gateway was asked.' },
    DONE: { description: 'It is given back.' },
    FAILED: { description: 'The gateway would not: the money is the payer’s credit.' },
    WITHDRAWN: { description: 'It was taken back before anybody approved it.' },
  },
});

export { REFUND_STATES };
