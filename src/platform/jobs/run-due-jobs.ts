import { Logger, runOnce } from 'graphile-worker';
import type { Pool } from 'pg';
import { CLOCK_AHEAD } from '../clock/clock-offset.ts';
import type { Parts } from '../context.ts';
import { TIMED, type AnyJob } from './job.ts';
import { openQueuePool } from './queue-pool.ts';
import { taskList, watchJobs } from './task-list.ts';

interface DueOptions {
  readonly connectionString: string;
  readonly jobs: readonly AnyJob[];
}

/**
 * Does every job that is due by our clock, and what these queue, then returns: time in tests moves when they say
 * so. Jobs that failed in an earlier call are tried again, once. Throws the errors of the jobs that failed.
 */
export async function runDueJobs(parts: Parts, { connectionString, jobs }: DueOptions): Promise<void> {
  const pool = openQueuePool({ connectionString, max: 2 }, () => undefined);
  const failures: Error[] = [];
  const tasks = taskList(parts, jobs);
  try {
    await retryFailedJobs(pool);
    do {
      await wakeTimedJobs(pool, parts.clock.now());
      const events = watchJobs(parts, () => undefined);
      events.on('job:error', ({ error }) =>
        failures.push(error instanceof Error ? error : new Error(String(error))),
      );
      await runOnce({
        pgPool: pool,
        taskList: tasks,
        concurrency: 1,
        noHandleSignals: true,
        forbiddenFlags: [TIMED],
        events,
        logger: new Logger(() => () => undefined),
      });
    } while (await hasTimedJobs(pool, parts.clock.now()));
  } finally {
    await pool.end();
  }
  if (failures.length > 0)
    throw new AggregateError(failures, failures.map(({ message }) => message).join('; '));
}

const IDLE = 'locked_at is null and attempts < max_attempts';
const DUE = `${IDLE} and flags ? '${TIMED}' and run_at + ${CLOCK_AHEAD} <= $1`;

async function retryFailedJobs(pool: Pool): Promise<void> {
  await pool.query(
    `update graphile_worker._private_jobs set run_at = now() where ${IDLE} and attempts > 0 and run_at > now()`,
  );
}

async function wakeTimedJobs(pool: Pool, now: Date): Promise<void> {
  await pool.query(`update graphile_worker._private_jobs set run_at = now(), flags = null where ${DUE}`, [
    now,
  ]);
}

async function hasTimedJobs(pool: Pool, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(`select from graphile_worker._private_jobs where ${DUE} limit 1`, [
    now,
  ]);
  return rowCount === 1;
}
