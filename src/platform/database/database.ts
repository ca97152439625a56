import type { Pool, PoolClient, QueryConfig } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Statement } from './statement.ts';

/** An open transaction: what is passed down to everything that belongs to the same change. Never nested. */
export type Tx = EntityManager;

/** The only way to the tables. Reads use `read` or `entities`; every change happens inside `transaction`. */
export class Database {
  constructor(
    private readonly source: DataSource,
    private readonly pool: Pool,
  ) {}

  /** Small reads of single records by key. Lists and pages use `read`. */
  get entities(): EntityManager {
    return this.source.manager;
  }

  /** How many connections this process holds, and how many requests wait for one. */
  get connections(): { readonly total: number; readonly idle: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  /** Runs a prepared read on a pooled connection. */
  async read<Row>(wanted: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.pool.query({ name: wanted.name, text: wanted.text, values: [...values] });
    return rows as Row[];
  }

  /** Commits when `work` returns, rolls back when it throws. A `Refusal` is a throw, so a refusal leaves no trace. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction(work);
  }

  /**
   * The tables as this transaction sees them: acts that would open transactions of their own join it instead, and all
   * of them happen or none. It is over with the transaction.
   */
  joining(tx: Tx): Database {
    if (!tx.queryRunner) throw new Error('there is no open transaction to join');
    oneStatementAtATime(tx.queryRunner);
    return new JoinedDatabase(this.source, this.pool, tx);
  }
}

class JoinedDatabase extends Database {
  constructor(
    source: DataSource,
    pool: Pool,
    private readonly tx: Tx,
  ) {
    super(source, pool);
  }

  override get entities(): EntityManager {
    return this.tx;
  }

  override read<Row>(wanted: Statement<Row>, values: readonly unknown[] = []): Promise<Row[]> {
    return within(this.tx, wanted, values);
  }

  override transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return work(this.tx);
  }
}

/** Acts read several things at once; on the one connection of a transaction these stand in line. */
function oneStatementAtATime(runner: QueryRunner): void {
  const connect = runner.connect.bind(runner) as () => Promise<PoolClient>;
  let last: Promise<unknown> = Promise.resolve();
  const inLine = (work: () => Promise<unknown>): Promise<unknown> => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
  runner.connect = async () => {
    const client = await connect();
    return {
      query: (asked: QueryConfig, values?: unknown[]) => inLine(() => client.query(asked, values)),
    };
  };
}

const patience = new WeakMap<Tx, number>();

/** For jobs that go through a great many rows: lets each statement of the transaction take that long. */
export async function waitLonger(tx: Tx, milliseconds: number): Promise<void> {
  patience.set(tx, milliseconds);
  await tx.query(`set local statement_timeout = ${String(milliseconds)}`);
}

/** Runs a prepared statement inside the transaction, on its own connection. */
export async function within<Row>(
  tx: Tx,
  wanted: Statement<Row>,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const runner = tx.queryRunner;
  if (!runner) throw new Error(`${wanted.name} needs an open transaction`);
  const client = (await runner.connect()) as PoolClient;
  const asked: QueryConfig & { query_timeout?: number } = {
    name: wanted.name,
    text: wanted.text,
    values: [...values],
  };
  const longer = patience.get(tx);
  if (longer !== undefined) asked.query_timeout = longer;
  const { rows } = await client.query(asked);
  return rows as Row[];
}
