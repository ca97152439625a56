import type { EventEmitter } from 'node:events';
import type { Portal } from './portal.ts';

/** How often a piece of work went to the database: outside a transaction each statement takes a connection once. */
export async function countStatements(portal: Portal, work: () => Promise<unknown>): Promise<number> {
  const pool = Reflect.get(portal.parts.db, 'pool') as EventEmitter;
  let count = 0;
  const onAcquire = (): void => {
    count += 1;
  };
  pool.on('acquire', onAcquire);
  try {
    await work();
  } finally {
    pool.off('acquire', onAcquire);
  }
  return count;
}
