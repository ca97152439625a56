import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { runningServer } from './running-server.ts';

/**
 * Stops the server on these data, if one runs, breaking off its connections.
 *
 * SIGINT is what `pg_ctl stop -m fast` sends; sent by us it reaches a process that was recognised as this server and
 * needs no programs, so it also works when they are gone.
 */
export async function stopServer(cluster: string): Promise<void> {
  const server = await runningServer(cluster);
  if (!server) return;
  process.kill(server.pid, 'SIGINT');
  for (let waits = 0; waits < 3000; waits += 1) {
    const left = await runningServer(cluster);
    if (left?.pid !== server.pid) return;
    await pause(20);
  }
  throw new EmbeddedDatabaseError('CANNOT_STOP', `process ${server.pid}`);
}
