import { AffiliaError } from '../affilia-error.ts';

/** What this tab must remember while the person is on the realm's page. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

/** One journey at a time per tab: whoever starts another one has given the first one up. */
export interface Journeys {
  begin(journey: Journey): void;
  /** The journey to which this state belongs, once; null when it was not begun in this tab. */
  take(state: string | null): Journey | null;
  /** Whether this tab has asked in silence, and nobody has signed in since. */
  asked(): boolean;
  setAsked(asked: boolean): void;
  /** Remembers by what the answer to a sign-out is known. */
  leave(state: string): void;
  /** Whether this tab asked for the sign-out of which this is the answer; once. */
  hasLeft(state: string | null): boolean;
}

export function openJourneys(key: string): Journeys {
  const askedKey = `${key} asked`;
  const leftKey = `${key} left`;
  return {
    begin: journey => area().setItem(key, JSON.stringify(journey)),
    take(state) {
      const journey = JSON.parse(area().getItem(key) ?? 'null') as Journey | null;
      // An answer that this tab did not ask for must not end the journey that it is on.
      if (journey === null || journey.state !== state) return null;
      area().removeItem(key);
      return journey;
    },
    asked: () => area().getItem(askedKey) !== null,
    leave: state => area().setItem(leftKey, state),
    hasLeft(state) {
      if (state === null || area().getItem(leftKey) !== state) return false;
      area().removeItem(leftKey);
      return true;
    },
    setAsked: asked => (asked ? area().setItem(askedKey, 'yes') : area().removeItem(askedKey)),
  };
}

function area(): Storage {
  try {
    return window.sessionStorage;
  } catch (cause) {
    throw new AffiliaError('NO_STORAGE', 'this browser blocks the data of the site', { cause });
  }
}
