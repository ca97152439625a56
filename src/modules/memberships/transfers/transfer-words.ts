import { registerEnumType } from 'type-graphql';

/** Who asks for a transfer: the member, or the office of one of the two bodies for them. */
export const TRANSFER_ASKERS = { HOLDER: 'HOLDER', SENDING: 'SENDING', RECEIVING: 'RECEIVING' } as const;
export type TransferAsker = keyof typeof TRANSFER_ASKERS;

/** What the body that is left says of the member. */
export const TRANSFER_STANDINGS = { GOOD: 'GOOD', OUTSTANDING: 'OUTSTANDING' } as const;
export type TransferStanding = keyof typeof TRANSFER_STANDINGS;

/** How a request came to its end; `OVERTAKEN` when the membership ended in another way meanwhile. */
export const TRANSFER_ENDS = [
  'ACCEPTED',
  'ACCEPTED_BY_SILENCE',
  'REFUSED',
  'WITHDRAWN',
  'EXPIRED',
  'OVERTAKEN',
] as const;
export type TransferEnd = (typeof TRANSFER_ENDS)[number];

export const TRANSFER_STATES = {
  PENDING: 'PENDING',
  ACCEPTED: 'ACCEPTED',
  ACCEPTED_BY_SILENCE: 'ACCEPTED_BY_SILENCE',
  REFUSED: 'REFUSED',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'EXPIRED',
  OVERTAKEN: 'OVERTAKEN',
} as const;
export type TransferState = keyof typeof TRANSFER_STATES;

export const TRANSFER_DECISIONS = { ACCEPT: 'ACCEPT', REFUSE: 'REFUSE' } as const;
export type TransferDecision = keyof typeof TRANSFER_DECISIONS;

export const TRANSFER_SIDES = { RECEIVING: 'RECEIVING', SENDING: 'SENDING' } as const;
export type TransferSide = keyof typeof TRANSFER_SIDES;

registerEnumType(TRANSFER_ASKERS, {
  name: 'TransferAsker',
  description: 'Who asked for a transfer.',
  valuesConfig: {
    HOLDER: { description: 'The member.' },
    SENDING: { description: 'The office of the body that is left.' },
    RECEIVING: { description: 'The office of the body that receives; the other one then always has a say.' },
  },
});
registerEnumType(TRANSFER_STANDINGS, {
  name: 'TransferStanding',
  description: 'What the body that a member leaves says of them.',
  valuesConfig: {
    GOOD: { description: 'Nothing is owed and nothing is open.' },
    OUTSTANDING: { description: 'Something is owed or open, said in words.' },
  },
});
registerEnumType(TRANSFER_STATES, {
  name: 'TransferState',
  description: 'Where a request for a transfer stands.',
  valuesConfig: {
    PENDING: { description: 'Waits for the body that receives.' },
    ACCEPTED: { description: 'The member passes over, or has passed, on `effectiveOn`.' },
    ACCEPTED_BY_SILENCE: {
      description:
        'The same: nobody answered in time, and the body that receives has chosen that this accepts.',
    },
    REFUSED: { description: 'Refused by the body that receives.' },
    WITHDRAWN: { description: 'Taken back before it was decided.' },
    EXPIRED: { description: 'Nobody decided. It can be asked for again.' },
    OVERTAKEN: { description: 'The membership ended in another way meanwhile, or the member died.' },
  },
});
registerEnumType(TRANSFER_DECISIONS, {
  name: 'TransferDecision',
  description: 'What the body that receives decides.',
  valuesConfig: {
    ACCEPT: { description: 'The member passes over.' },
    REFUSE: { description: 'Nothing changes.' },
  },
});
registerEnumType(TRANSFER_SIDES, {
  name: 'TransferSide',
  description: 'On which side of a transfer a body stands.',
  valuesConfig: {
    RECEIVING: { description: 'Members come to it.' },
    SENDING: { description: 'Members leave it.' },
  },
});
