import { aborting } from './aborting.ts';
import { AffiliaError } from './affilia-error.ts';

/** How to wait; a test brings one that does not. */
export type Pause = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

const TRANSIENT = ['NETWORK', 'RATE_LIMITED', 'SERVICE_BUSY'];
const RETRIES = 3;
const FIRST_PAUSE = 300;
/** Who is told to come back later than this is told, and decides. */
const LONGEST_PAUSE = 20_000;

export const pause: Pause = (milliseconds, signal) => {
  let timer: ReturnType<typeof setTimeout>;
  return (
    aborting(new Promise<void>(resolve => (timer = setTimeout(resolve, milliseconds))), signal)
      // One that nobody waits for any more must not keep a program running.
      .finally(() => clearTimeout(timer))
  );
};

/** Between half and all of it, so that the visitors of a service that comes back do not come all at once. */
const jitter = (milliseconds: number): number =>
  milliseconds * (0.5 + (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 510);

/** Tries again what failed in passing, up to three times. */
export async function withRetries<T>(
  work: () => Promise<T>,
  wait: Pause,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AffiliaError) || !TRANSIENT.includes(error.code) || attempt === RETRIES)
        throw error;
      const milliseconds = Math.max(
        (error.retryAfterSeconds ?? 0) * 1000,
        jitter(FIRST_PAUSE * 2 ** attempt),
      );
      if (milliseconds > LONGEST_PAUSE) throw error;
      await wait(milliseconds, signal);
    }
  }
}
