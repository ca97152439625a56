import { registerEnumType } from 'type-graphql';
import { INTENT_STATES } from './intent-state.ts';

registerEnumType(INTENT_STATES, {
  name: 'IntentState',
  description: 'Where an intent to pay stands now. Computed; never stored.',
  valuesConfig: {
    STANDING: { description: 'The payment is awaited, and there is time.' },
    PAID: { description: 'The invoice was paid.' },
    WITHDRAWN: { description: 'It was taken back, and with it what it had unlocked.' },
    EXPIRED: { description: 'The deadline passed without payment; what it had unlocked is undone.' },
    CREDITED: { description: 'The invoice was credited: there is nothing left to pay.' },
  },
});

export { INTENT_STATES };
