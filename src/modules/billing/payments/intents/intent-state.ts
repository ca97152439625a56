import type { IntentEnd } from '../payment-words.ts';

export const INTENT_STATES = {
  STANDING: 'STANDING',
  PAID: 'PAID',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'EXPIRED',
  CREDITED: 'CREDITED',
} as const;
export type IntentState = keyof typeof INTENT_STATES;

/** Where an intent stands at an instant: past its deadline it is over, whenever somebody acts on that. */
export function intentState(
  { deadlineAt, endedWhy }: { readonly deadlineAt: Date; readonly endedWhy: IntentEnd | null },
  now: Date,
): IntentState {
  if (endedWhy !== null) return endedWhy;
  return deadlineAt < now ? 'EXPIRED' : 'STANDING';
}
