import type { FastifyInstance } from 'fastify';
import type { Parts } from '../context.ts';
import { statement } from '../database/statement.ts';
import type { ObjectStorage } from '../storage/object-storage.ts';

/** Well within the five seconds after which a proxy must know that we cannot serve. */
const PATIENCE_MS = 3_000;

const missingMigrations = statement<{ missing: number }>(
  'health-missing-migrations',
  `select count(*)::int as missing from unnest($1::text[]) as wanted (name)
   where name not in (select name from schema_migration)`,
);

/** What the operator reads beside the word that programs read. */
const TEXTS = {
  CLOSING: 'The process is stopping and takes no more requests.',
  DATABASE_AWAY:
    'The database does not answer, or not in time. Look at DATABASE_URL, its server and the line to it.',
  OLD_SCHEMA:
    'The database lacks migrations that this program needs. Restart it: the first process of a version migrates.',
  STORAGE_NOT_WRITABLE:
    'No file can be written to the directory of STORAGE_URL. Look at its rights, at free space and whether it is mounted.',
} as const;
const BUCKET_AWAY =
  'The bucket of STORAGE_URL takes no files: sending and reading them answers SERVICE_BUSY, everything else works. Look at the service, the bucket and its keys.';

export type Readiness = 'READY' | keyof typeof TEXTS;

export interface HealthOptions {
  /** The names of the migrations that this program needs. */
  readonly migrations: readonly string[];
  readonly isClosing: () => boolean;
  /** Where files are stored; left out where none are. */
  readonly storage?: Pick<ObjectStorage, 'isWritable' | 'isShared'> | undefined;
}

interface Judgement {
  readonly status: Readiness;
  /** Files, where they lie elsewhere and cannot be stored there. */
  readonly storage?: 'AWAY';
  readonly text?: string;
}

/** `/healthz`: the process is alive. `/readyz`: it can serve; a proxy sends people elsewhere while it cannot. */
export function addHealth(app: FastifyInstance, { db }: Pick<Parts, 'db'>, options: HealthOptions): void {
  app.get('/healthz', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ALIVE' }),
  );
  app.get('/readyz', async (_request, reply) => {
    const judged = options.isClosing() ? told('CLOSING') : await judge(db, options);
    return reply
      .header('cache-control', 'no-store')
      .code(judged.status === 'READY' ? 200 : 503)
      .send(judged);
  });
}

const told = (status: Readiness): Judgement =>
  status === 'READY' ? { status } : { status, text: TEXTS[status] };

async function judge(db: Parts['db'], { migrations, storage }: HealthOptions): Promise<Judgement> {
  const [database, writable] = await Promise.all([
    judgeDatabase(db, migrations),
    storage === undefined || inTime(storage.isWritable(), false),
  ]);
  if (database !== 'READY' || writable) return told(database);
  // A bucket that is away is so for every process: without them all there would be no sign-in either.
  return storage?.isShared === true
    ? { status: 'READY', storage: 'AWAY', text: BUCKET_AWAY }
    : told('STORAGE_NOT_WRITABLE');
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
