import { newIdempotencyKey } from '../idempotency-key.ts';

/** The keys of a flow: who presses again after the network failed means the same thing, and it happens once. */
export interface Intents {
  /** The key of this intent: the same until it is answered or the values change. */
  keyOf(act: string, values?: object): string;
  /** The service has answered: the next press is a new intent. */
  answered(): void;
}

export function createIntents(): Intents {
  let current: { readonly text: string; readonly key: string } | null = null;
  return {
    keyOf(act, values) {
      const text = JSON.stringify([act, values]);
      if (current?.text !== text) current = { text, key: newIdempotencyKey() };
      return current.key;
    },
    answered() {
      current = null;
    },
  };
}
