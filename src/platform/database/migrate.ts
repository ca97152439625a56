import { Client } from 'pg';
import { DataSource, MigrationExecutor, type MigrationInterface } from 'typeorm';
import { DatabaseIsNewer, MigrationFailed } from './migration-faults.ts';

type Migrations = readonly (new () => MigrationInterface)[];

export interface MigrateOptions {
  /** The role that owns the tables. */
  readonly url: string;
  readonly migrations: Migrations;
  /** The role that the application runs as, when it is another one. */
  readonly applicationRole: string | null;
  /** Installs what the job queue needs, after our own tables. */
  readonly installJobs: () => Promise<void>;
}

/** Any number will do as long as nobody else uses it: it makes four processes that start at once migrate once. */
const LOCK = 7_417_300_001;

/** Brings the tables up to this program, whoever else is starting, and gives the application's role its rights. */
export async function migrate({
  url,
  migrations,
  applicationRole,
  installJobs,
}: MigrateOptions): Promise<void> {
  const guard = new Client({ connectionString: url, application_name: 'affilia-migrate' });
  // A server that goes away meanwhile fails the next statement; nobody else needs to hear of it.
  guard.on('error', () => undefined);
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [LOCK]);
    await asStep('schema_migration', () => refuseNewer(guard, migrations));
    await runMigrations(url, migrations, guard);
    await asStep('graphile_worker', installJobs);
    if (applicationRole !== null) await asStep('rights', () => grantRights(guard, applicationRole));
  } finally {
    await guard.end();
  }
}

async function asStep(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw error instanceof DatabaseIsNewer ? error : new MigrationFailed(name, error);
  }
}

async function refuseNewer(guard: Client, migrations: Migrations): Promise<void> {
  const known = migrations.map(({ name }) => name);
  const unknown = (await appliedMigrations(guard)).filter(name => !known.includes(name));
  if (unknown.length > 0) throw new DatabaseIsNewer(unknown);
}

async function appliedMigrations(guard: Client): Promise<string[]> {
  const table = await guard.query<{ exists: boolean }>(
    `select to_regclass('schema_migration') is not null as exists`,
  );
  if (!table.rows[0]?.exists) return [];
  const { rows } = await guard.query<{ name: string }>('select name from schema_migration');
  return rows.map(row => row.name);
}

async function runMigrations(url: string, migrations: Migrations, guard: Client): Promise<void> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    installExtensions: false,
    extra: { max: 1 },
  }).initialize();
  // Given, because the one that it makes itself is lost when its first statement fails, and then waited for in vain.
  const runner = source.createQueryRunner();
  const executor = new MigrationExecutor(source, runner);
  executor.transaction = 'each';
  try {
    await executor.executePendingMigrations();
  } catch (error) {
    const applied = await appliedMigrations(guard);
    const failed = migrations.find(({ name }) => !applied.includes(name));
    throw new MigrationFailed(failed?.name ?? 'schema_migration', error);
  } finally {
    await runner.release();
    await source.destroy();
  }
}

/** The audit trail can be added to and read, never changed: the database itself keeps that promise. */
async function grantRights(client: Client, role: string): Promise<void> {
  const name = client.escapeIdentifier(role);
  await client.query(`grant usage on schema public to ${name}`);
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${name}`);
  await client.query(`revoke update, delete, truncate on audit_entry from ${name}`);
  await client.query(`revoke insert, update, delete on schema_migration from ${name}`);
}
