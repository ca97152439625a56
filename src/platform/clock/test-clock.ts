import { Pool } from 'pg';
import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../log/log.ts';

/** The clock of a test realm: ahead of the machine's by what `test_clock` says, which all its processes follow. */
export interface TestClock extends Clock {
  /** Looks into the table now: for the process that has just moved the clock. */
  look(): Promise<void>;
  close(): Promise<void>;
}

interface TestClockParts {
  readonly machine: Clock;
  readonly databaseUrl: string;
  readonly log: Log;
}

/** So long may the other processes go on in the time before. */
const LOOK_EVERY_MS = 1_000;

const READ = { name: 'test-clock-read', text: 'select ahead_ms as ahead from test_clock' };
const INSTALL = 'insert into test_clock (ahead_ms) values (0) on conflict do nothing';

/**
 * Opens the clock and follows its table on a connection of its own, so that no request ever asks for it. When the
 * database is away the clock keeps what it knew.
 */
export async function openTestClock({ machine, databaseUrl, log }: TestClockParts): Promise<TestClock> {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 1,
    application_name: 'affilia-clock',
    connectionTimeoutMillis: 4_000,
    query_timeout: 4_000,
    keepAlive: true,
  });
  pool.on('error', () => undefined);
  let ahead = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function look(): Promise<void> {
    const { rows } = await pool.query<{ ahead: bigint }>(READ);
    ahead = Number(rows[0]?.ahead ?? 0);
  }
  async function follow(): Promise<void> {
    await look().catch(() => log.debug({}, 'test clock waits for the database'));
    if (!closed) timer = setTimeout(() => void follow(), LOOK_EVERY_MS).unref();
  }

  try {
    await pool.query(INSTALL);
    await look();
  } catch (error) {
    await pool.end();
    throw error;
  }
  timer = setTimeout(() => void follow(), LOOK_EVERY_MS).unref();
  return {
    now: () => new Date(machine.now().getTime() + ahead),
    look,
    async close() {
      closed = true;
      clearTimeout(timer);
      await pool.end();
    },
  };
}
