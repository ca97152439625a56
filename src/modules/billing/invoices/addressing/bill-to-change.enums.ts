import { registerEnumType } from 'type-graphql';
import { BILL_TO_CHANGE_STATES } from './bill-to-change-state.ts';

registerEnumType(BILL_TO_CHANGE_STATES, {
  name: 'BillToChangeState',
  description: 'Where a change of addressee stands.',
  valuesConfig: {
    AWAITING_APPROVAL: { description: 'The invoice is of more than one person may address alone.' },
    APPROVED: { description: 'The document is addressed like this since.' },
    DECLINED: { description: 'It was declined or taken back: the document stays as it was.' },
  },
});

export { BILL_TO_CHANGE_STATES };
