import type { FastifyInstance } from 'fastify';
import type { Parts } from '../context.ts';
import { statement } from '../database/statement.ts';

/** Well within the five seconds after which a proxy must know that we cannot serve. */
const PATIENCE_MS = 3_000;

const missingMigrations = statement<{ missing: number }>(
  'health-missing-migrations',
  `select count(*)::int as missing from unnest($1::text[]) as wanted (name)
   where name not in (select name from schema_migration)`,
);

export type Readiness = 'READY' | 'CLOSING' | 'DATABASE_AWAY' | 'OLD_SCHEMA' | 'STORAGE_NOT_WRITABLE';

export interface HealthOptions {
  /** The names of the migrations that this program needs. */
  readonly migrations: readonly string[];
  readonly isClosing: () => boolean;
  /** Whether files can be stored; left out where none are. */
  readonly isStorageWritable?: (() => Promise<boolean>) | undefined;
}

/** `/healthz`: the process is alive. `/readyz`: it can serve; a proxy sends people elsewhere while it cannot. */
export function addHealth(app: FastifyInstance, { db }: Pick<Parts, 'db'>, options: HealthOptions): void {
  app.get('/healthz', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ALIVE' }),
  );
  app.get('/readyz', async (_request, reply) => {
    const status = options.isClosing() ? 'CLOSING' : await judge(db, options);
    return reply
      .header('cache-control', 'no-store')
      .code(status === 'READY' ? 200 : 503)
      .send({ status });
  });
}

async function judge(db: Parts['db'], { migrations, isStorageWritable }: HealthOptions): Promise<Readiness> {
  const [database, writable] = await Promise.all([
    judgeDatabase(db, migrations),
    isStorageWritable === undefined || inTime(isStorageWritable(), false),
  ]);
  return database === 'READY' && !writable ? 'STORAGE_NOT_WRITABLE' : database;
}

async function judgeDatabase(db: Parts['db'], migrations: readonly string[]): Promise<Readiness> {
  const answer = db.read(missingMigrations, [migrations]).then(
    ([row]): Readiness => (row?.missing === 0 ? 'READY' : 'OLD_SCHEMA'),
    (): Readiness => 'DATABASE_AWAY',
  );
  return inTime(answer, 'DATABASE_AWAY');
}

function inTime<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<T>(resolve => (timer = setTimeout(resolve, PATIENCE_MS, otherwise)));
  return Promise.race([answer, patience]).finally(() => clearTimeout(timer));
}
