import { CLOCK_AHEAD_HELD } from '../clock/clock-offset.ts';
import type { Parts } from '../context.ts';
import type { Tx } from '../database/database.ts';
import { within } from '../database/database.ts';
import { statement } from '../database/statement.ts';

/**
 * Work that happens after the change that asked for it, in the worker. The payload holds ids only: no secret,
 * no name, no address. A job may run twice; being once is decided by a row of ours, not by the queue.
 */
export interface Job<Payload extends object> {
  readonly name: string;
  readonly run: (parts: Parts, payload: Payload) => Promise<void>;
}

export const defineJob = <Payload extends object>(name: string, run: Job<Payload>['run']): Job<Payload> => ({
  name,
  run,
});

/** Payloads differ from job to job; each job knows its own. */
export type AnyJob = Job<never>;

export interface Wake {
  /** When to wake up; the job still judges by the clock. Now if left out. */
  readonly at?: Date;
  /** Merges waiting jobs of the same key. */
  readonly key?: string;
}

/**
 * Marks a job that waits for an instant of our clock. The queue itself compares with the database's clock, so the
 * instant is written in machine time, and moves when a test realm's clock does (`timed-jobs.ts`); `runDueJobs` uses
 * the mark to let our clock decide alone.
 */
export const TIMED = 'timed';

const add = statement<{ id: string }>(
  'job-add',
  `select (graphile_worker.add_job($1, $2::json, job_key => $3, max_attempts => 25)).id`,
);

const addAll = statement<{ id: string }>(
  'jobs-add',
  `select id from graphile_worker.add_jobs(array(
     select row($1, payload, null, null, 25, null, null, null)::graphile_worker.job_spec
     from json_array_elements($2) as payload))`,
);

const addTimed = statement<{ id: string }>(
  'job-add-timed',
  `select (graphile_worker.add_job($1, $2::json, run_at => $4::timestamptz - ${CLOCK_AHEAD_HELD}, job_key => $3,
     flags => '{${TIMED}}', max_attempts => 25)).id`,
);

/** Queues the job in the caller's transaction: it exists if, and only if, the change does. */
export async function enqueue<Payload extends object>(
  tx: Tx,
  job: Pick<Job<Payload>, 'name'>,
  payload: Payload,
  wake: Wake = {},
): Promise<void> {
  const values = [job.name, JSON.stringify(payload), wake.key ?? null];
  if (wake.at === undefined) await within(tx, add, values);
  else await within(tx, addTimed, [...values, wake.at]);
}

/** The same for many at once. */
export async function enqueueAll<Payload extends object>(
  tx: Tx,
  job: Pick<Job<Payload>, 'name'>,
  payloads: readonly Payload[],
): Promise<void> {
  await within(tx, addAll, [job.name, JSON.stringify(payloads)]);
}
