import { setTimeout as after } from 'node:timers/promises';
import { parseCronItems, run } from 'graphile-worker';
import type { Parts } from '../context.ts';
import type { AnyJob } from './job.ts';
import { holdPoolLock } from './pool-lock.ts';
import { queueLog } from './queue-log.ts';
import { openQueuePool } from './queue-pool.ts';
import { taskList, watchJobs, type JobCounter } from './task-list.ts';

/** A job that starts by the calendar. Local deadlines are the job's own business: the queue knows UTC only. */
export interface Routine {
  readonly job: AnyJob;
  /** Five crontab fields in UTC, e.g. `0 9 * * *`. */
  readonly at: string;
}

export interface WorkerOptions {
  readonly connectionString: string;
  readonly jobs: readonly AnyJob[];
  readonly concurrency: number;
  readonly cron?: readonly Routine[];
  readonly counted?: JobCounter;
}

/** The life of one pool of the queue, with its own connections, from its start to its stop or their loss. */
export interface Shift {
  readonly over: Promise<void>;
  /** Finishes the jobs in hand, takes no new ones. */
  end(): Promise<void>;
}

/** A job in hand gets that long; what is still running then is left to the workers that come after us. */
const FINISH_MS = 8_000;
const HANG_UP_MS = 1_000;

export async function startShift(parts: Parts, options: WorkerOptions): Promise<Shift> {
  const { connectionString, jobs, concurrency, cron = [], counted = () => undefined } = options;
  const tasks = taskList(parts, jobs);
  const events = watchJobs(parts, counted);
  let poolId = '';
  events.once('pool:create', ({ workerPool }) => (poolId = workerPool.id));

  const pool = openQueuePool({ connectionString, max: concurrency + 2, query_timeout: 10_000 }, error =>
    parts.log.warn({ fault: error.name }, 'job queue lost a connection'),
  );
  const hangUp = (): Promise<void> => within(HANG_UP_MS, pool.end());
  const runner = await run({
    pgPool: pool,
    taskList: tasks,
    parsedCronItems: parseCronItems(
      cron.map(({ job, at }) => ({ task: job.name, match: at, identifier: job.name })),
    ),
    concurrency,
    noHandleSignals: true,
    events,
    logger: queueLog(parts.log),
    // Unbatched, the queue would not wait for its own bookkeeping, and a lost database would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  }).catch(async (error: unknown) => {
    await hangUp();
    throw error;
  });
  const stopped = runner.promise.catch(() => undefined);
  const finish = async (): Promise<void> => {
    runner.stop().catch(() => undefined);
    await within(FINISH_MS, stopped);
  };

  try {
    const jobNames = jobs.map(job => job.name);
    const lock = await holdPoolLock({ connectionString, poolId, jobNames, log: parts.log });
    return {
      over: Promise.race([stopped, lock.gone]),
      async end() {
        await finish();
        await Promise.all([within(HANG_UP_MS, lock.release()), hangUp()]);
      },
    };
  } catch (error) {
    await finish();
    await hangUp();
    throw error;
  }
}

/** Waits for it, but no longer than that. */
const within = (milliseconds: number, settled: Promise<void>): Promise<void> =>
  Promise.race([settled, after(milliseconds, undefined, { ref: false })]);
