import { Client } from 'pg';
import { freeLostJobs, LOCK_SPACE } from './sweeper.ts';
import { warnOfUnknownJobs } from './unknown-jobs.ts';
import type { Log } from '../log/log.ts';

/** Half of the 30 seconds after which a dead worker's jobs are freed: together well below a minute. */
const SWEEP_EVERY_MS = 15_000;

export interface PoolLock {
  /** Settles when the lock is gone, released or lost. From then on others may take over the pool's jobs. */
  readonly gone: Promise<void>;
  release(): Promise<void>;
}

interface HoldOptions {
  readonly connectionString: string;
  readonly poolId: string;
  readonly jobNames: readonly string[];
  readonly log: Log;
}

/**
 * Shows the others that this worker lives: an advisory lock on its pool's id, on a connection of its own, which
 * the database frees the moment the process dies. The same connection sweeps up after dead workers, so a lock
 * that can no longer be heard of is noticed too.
 */
export async function holdPoolLock({
  connectionString,
  poolId,
  jobNames,
  log,
}: HoldOptions): Promise<PoolLock> {
  const client = new Client({
    connectionString,
    application_name: 'affilia-jobs-lock',
    connectionTimeoutMillis: 10_000,
    query_timeout: 10_000,
    keepAlive: true,
  });
  let timer: NodeJS.Timeout | null = null;
  let live = true;
  const gone = new Promise<void>(resolve => {
    const lose = (): void => {
      live = false;
      if (timer !== null) clearTimeout(timer);
      resolve();
    };
    client.on('error', lose);
    client.on('end', lose);
  });

  await client.connect();
  try {
    // A network that is cut without a word must not keep the lock: the server asks whether we still listen.
    await client.query(
      'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
    );
    await client.query('select pg_advisory_lock(hashtextextended($1, $2))', [poolId, LOCK_SPACE]);
  } catch (error) {
    await client.end();
    throw error;
  }

  const sweep = async (): Promise<void> => {
    try {
      const freed = await freeLostJobs(client, poolId);
      if (freed > 0) log.warn({ freed }, 'jobs of a dead worker freed');
      await warnOfUnknownJobs(client, jobNames, log);
      if (live) timer = setTimeout(() => void sweep(), SWEEP_EVERY_MS);
    } catch {
      await client.end();
    }
  };
  void sweep();

  return { gone, release: () => client.end() };
}
