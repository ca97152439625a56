import type { ClientBase } from 'pg';
import type { Log } from '../log/log.ts';

/**
 * A job whose name this program does not know waits for a program that does (an older worker during an upgrade),
 * and somebody should hear of it: said again with each sweep, because a waiting job is an open fault.
 */
export async function warnOfUnknownJobs(
  client: ClientBase,
  jobNames: readonly string[],
  log: Log,
): Promise<void> {
  const { rows } = await client.query<{ job: string; waiting: string }>(
    `select task.identifier as job, count(*) as waiting
     from graphile_worker._private_jobs as job
     join graphile_worker._private_tasks as task on task.id = job.task_id
     where task.identifier <> all ($1)
     group by task.identifier`,
    [jobNames],
  );
  for (const unknown of rows) log.warn(unknown, 'jobs of a name that this program does not know are waiting');
}
