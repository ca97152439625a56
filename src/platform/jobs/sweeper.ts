import type { ClientBase } from 'pg';

/** Keeps our advisory locks apart from those of others in the same database. */
export const LOCK_SPACE = 7_417_300_002;

/** The technical time of the queue is the database's, in which it wrote `locked_at`. */
const FREE = `
  with held as materialized (
    select locked_by from graphile_worker._private_jobs where locked_at < now() - interval '30 seconds'
    union
    select locked_by from graphile_worker._private_job_queues where locked_at < now() - interval '30 seconds'
  ), dead as materialized (
    select locked_by from held
    where locked_by <> $1 and pg_try_advisory_xact_lock(hashtextextended(locked_by, $2))
  ), queues as (
    update graphile_worker._private_job_queues set locked_at = null, locked_by = null
    where locked_by in (select locked_by from dead)
  )
  update graphile_worker._private_jobs set locked_at = null, locked_by = null
  where locked_by in (select locked_by from dead)`;

/**
 * Gives back the jobs of worker pools that died: whoever lives holds the advisory lock on its pool's id. The
 * first 30 seconds are left alone, because a new pool takes its first job before it has its lock.
 */
export async function freeLostJobs(client: ClientBase, ownPoolId: string): Promise<number> {
  const { rowCount } = await client.query(FREE, [ownPoolId, LOCK_SPACE]);
  return rowCount ?? 0;
}
