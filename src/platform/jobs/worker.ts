import { setTimeout as after } from 'node:timers/promises';
import type { Parts } from '../context.ts';
import { startShift, type Shift, type WorkerOptions } from './shift.ts';

export { runDueJobs } from './run-due-jobs.ts';
export type { Routine, WorkerOptions } from './shift.ts';
export type { JobCounter, JobOutcome } from './task-list.ts';

export interface Worker {
  /** Finishes the jobs in hand, takes no new ones. */
  stop(): Promise<void>;
}

const NEXT_TRY_MS = 1_000;

/**
 * Does the queued jobs until it is stopped. Throws when it cannot start; once it runs, it outlives the database:
 * when the connection is lost it begins anew, under a new name, as soon as the database is back.
 */
export async function startWorker(parts: Parts, options: WorkerOptions): Promise<Worker> {
  const stopping = new AbortController();
  const stopAsked = new Promise<void>(resolve => stopping.signal.addEventListener('abort', () => resolve()));
  const firstShift = await startShift(parts, options);

  const nextShift = async (): Promise<Shift | null> => {
    while (!stopping.signal.aborted) {
      try {
        return await startShift(parts, options);
      } catch {
        parts.log.debug({}, 'job worker waits for the database');
        await after(NEXT_TRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
    return null;
  };
  const working = (async () => {
    for (let shift: Shift | null = firstShift; shift !== null; shift = await nextShift()) {
      await Promise.race([shift.over, stopAsked]);
      if (!stopping.signal.aborted) parts.log.warn({}, 'job worker lost the database');
      await shift.end();
    }
  })();

  return {
    async stop() {
      stopping.abort();
      await working;
    },
  };
}
