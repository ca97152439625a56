import type { Pool } from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import type { Log } from '../log/log.ts';
import { Database } from './database.ts';
import { PostgresNaming } from './naming.ts';

export interface ConnectOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly entities: readonly (Function | EntitySchema)[];
  readonly log: Log;
}

export interface Connection {
  readonly db: Database;
  /** For tests that compare entities with tables; the house uses `db`. */
  readonly source: DataSource;
  close(): Promise<void>;
}

/** A request waits this long for a free connection, then the person is told that we are busy. */
const WAIT_FOR_CONNECTION_MS = 4_000;
/** No statement of ours needs longer: a slower one is cut so that it cannot hold the rest up. */
const STATEMENT_MS = 8_000;
const IDLE_IN_TRANSACTION_MS = 15_000;

/** Opens the pool. Throws when the database cannot be reached. */
export async function connectDatabase({ url, poolSize, entities, log }: ConnectOptions): Promise<Connection> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    namingStrategy: new PostgresNaming(),
    installExtensions: false,
    applicationName: 'affilia',
    poolErrorHandler: (error: unknown) =>
      log.warn({ fault: error instanceof Error ? error.name : 'unknown' }, 'database connection lost'),
    extra: {
      max: poolSize,
      connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
      statement_timeout: STATEMENT_MS,
      query_timeout: STATEMENT_MS + 1_000,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      keepAlive: true,
    },
  }).initialize();
  const pool = (source.driver as unknown as { master: Pool }).master;
  return { db: new Database(source, pool), source, close: () => source.destroy() };
}
