import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../log/log.ts';
import type { ObjectStorage } from './object-storage.ts';

/** What is known is not asked again for so long. */
const KNOWN_MS = 10_000;
/** Well within the three seconds in which readiness answers. */
const PATIENCE_MS = 2_000;

type Watched = Pick<ObjectStorage, 'isWritable' | 'isShared'>;

/**
 * The same storage, asked by one at a time and not too often: however many want to know, and however slow it is, they
 * hear within two seconds, and the next ones at once. What changes is in the log.
 */
export function watchStorage(storage: Watched, { clock, log }: { clock: Clock; log: Log }): Watched {
  let known: { readonly writable: boolean; readonly at: number } = { writable: true, at: -Infinity };
  let asking: Promise<boolean> | null = null;

  const remember = (writable: boolean): boolean => {
    if (writable !== known.writable)
      log[writable ? 'info' : 'error']({}, writable ? 'files can be stored again' : 'no files can be stored');
    known = { writable, at: clock.now().getTime() };
    return writable;
  };
  const ask = async (): Promise<boolean> => {
    try {
      return remember(await storage.isWritable());
    } finally {
      asking = null;
    }
  };

  return {
    isShared: storage.isShared,
    async isWritable() {
      if (clock.now().getTime() - known.at < KNOWN_MS) return known.writable;
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<boolean>(resolve => {
        timer = setTimeout(() => {
          resolve(remember(false));
        }, PATIENCE_MS);
      });
      asking ??= ask();
      return Promise.race([asking, patience]).finally(() => clearTimeout(timer));
    },
  };
}
