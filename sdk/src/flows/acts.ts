import { AffiliaError } from '../affilia-error.ts';
import { createIntents, type Intents } from './intent.ts';
import { createSnapshots, type Snapshots } from './snapshots.ts';

/** What every flow shows beside its own. */
export interface Acting {
  /** True while the service is asked: pressing again does nothing. */
  readonly busy: boolean;
  /** What went wrong on the way, and is worth another try; the person's answers stand. */
  readonly error: AffiliaError | null;
}

export const idle = { busy: false, error: null } as const;

/** What a page does with every flow. It fits `useSyncExternalStore(flow.subscribe, flow.snapshot)`. */
export interface Flow<Snapshot> {
  snapshot(): Snapshot;
  /** Calls on each change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

export interface Acts<Snapshot> extends Snapshots<Snapshot>, Pick<Intents, 'keyOf'> {
  /** One at a time: a second press gets the answer of the first. A fault is shown, not thrown. */
  once(work: () => Promise<Partial<Snapshot>>): Promise<Snapshot>;
}

export function createActs<Snapshot extends Acting>(first: Snapshot): Acts<Snapshot> {
  const { snapshot, subscribe, change } = createSnapshots(first);
  const intents = createIntents();
  const act = (acting: Partial<Acting>, made: Partial<Snapshot> = {}): Snapshot =>
    change({ ...made, ...acting });
  let running: Promise<Snapshot> | null = null;

  const attempt = async (work: () => Promise<Partial<Snapshot>>): Promise<Snapshot> => {
    act({ busy: true });
    try {
      const made = await work();
      intents.answered();
      return act({ busy: false, error: null }, made);
    } catch (error) {
      if (error instanceof AffiliaError) return act({ busy: false, error });
      act({ busy: false });
      throw error;
    }
  };

  return {
    snapshot,
    subscribe,
    change,
    keyOf: intents.keyOf,
    once: work =>
      (running ??= attempt(work).finally(() => {
        running = null;
      })),
  };
}
