import { within, type Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { TIMED } from './job.ts';

const bring = statement(
  'job-bring-forward',
  `update graphile_worker._private_jobs set run_at = run_at - $1::bigint * interval '1 millisecond'
   where flags ? '${TIMED}'`,
);
const drop = statement('job-drop-all', 'delete from graphile_worker._private_jobs');

/** When our clock moves on, what waits for an instant of it comes that much nearer for the queue. */
export const bringTimedJobsForward = (tx: Tx, milliseconds: number): Promise<unknown> =>
  within(tx, bring, [milliseconds]);

/** Empties the queue. What a worker has in hand ends without effect on what comes after. */
export const dropJobs = (tx: Tx): Promise<unknown> => within(tx, drop);
