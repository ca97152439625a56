import type { Pool, PoolClient } from 'pg';
import type { Portal } from './portal.ts';

/** How many statements a piece of work sends to the database; the beginning and end of a transaction are some, too. */
export async function countStatements(portal: Portal, work: () => Promise<unknown>): Promise<number> {
  const pool = Reflect.get(portal.parts.db, 'pool') as Pool;
  const taps = new Map<PoolClient, () => void>();
  let count = 0;
  const onAcquire = (client: PoolClient): void => {
    if (taps.has(client)) return;
    const own = Object.getOwnPropertyDescriptor(client, 'query');
    const query = client.query.bind(client) as (...sent: unknown[]) => unknown;
    const counting = (...sent: unknown[]): unknown => {
      count += 1;
      return query(...sent);
    };
    Object.defineProperty(client, 'query', { value: counting, configurable: true, writable: true });
    taps.set(client, () => {
      if (own) Object.defineProperty(client, 'query', own);
      else Reflect.deleteProperty(client, 'query');
    });
  };
  pool.on('acquire', onAcquire);
  try {
    await work();
  } finally {
    pool.off('acquire', onAcquire);
    for (const untap of taps.values()) untap();
  }
  return count;
}
