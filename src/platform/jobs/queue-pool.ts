import { Pool, type PoolClient, type PoolConfig } from 'pg';

type Connected = Parameters<Pool['connect']>[0];

/**
 * The queue hands its listening connection back twice when it breaks at the wrong moment, which a pool answers
 * with a throw that nobody catches. Here the second time is ignored.
 */
class QueuePool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(connected: Connected): void;
  override connect(connected?: Connected): Promise<PoolClient> | undefined {
    if (!connected) return super.connect();
    super.connect((error, client, release) => {
      let released = false;
      connected(error, client, (broken?: unknown) => {
        if (!released) release(broken);
        released = true;
      });
    });
    return undefined;
  }
}

/**
 * Connections of the queue's own: a busy worker never waits for a connection that requests hold. A connection
 * that breaks is an event on its client, and an event that nobody hears would end the process.
 */
export function openQueuePool(config: PoolConfig, lost: (error: Error) => void): Pool {
  const pool = new QueuePool({
    application_name: 'affilia-jobs',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    ...config,
  });
  pool.on('error', lost);
  pool.on('connect', client => client.on('error', lost));
  return pool;
}
