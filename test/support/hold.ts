import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Portal } from './portal.ts';

/** Somebody else at work in the database: what they hold, others wait for. */
export interface Hold {
  /** Settles once so many connections of the portal wait, for this hold or for each other. */
  untilWaiting(connections: number): Promise<void>;
  letGo(): Promise<void>;
}

const PATIENCE = 200;
const PAUSE_MS = 25;

/** Begins a transaction that takes a lock, and keeps it. */
export async function hold(
  { ownerUrl }: Portal,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Hold> {
  const [holder, observer] = [ownerUrl, ownerUrl].map(connectionString => new Client({ connectionString }));
  if (!holder || !observer) throw new Error('there are two connections');
  await Promise.all([holder.connect(), observer.connect()]);
  await holder.query('begin');
  await holder.query(sql, [...values]);

  const countWaiting = async (): Promise<number> => {
    const { rows } = await observer.query<{ waiting: number }>(
      `select count(distinct pid)::int as waiting from pg_locks join pg_stat_activity using (pid)
       where not granted and datname = current_database()`,
    );
    return rows[0]?.waiting ?? 0;
  };
  return {
    async untilWaiting(connections) {
      for (let look = 0; (await countWaiting()) < connections; look++) {
        if (look === PATIENCE) throw new Error(`fewer than ${connections} connections wait`);
        await pause(PAUSE_MS);
      }
    },
    async letGo() {
      await holder.query('rollback');
      await Promise.all([holder.end(), observer.end()]);
    },
  };
}
