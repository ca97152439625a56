import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { Credentials, Role } from './credentials.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { codeOf } from './system-faults.ts';

// Any number that is always the same: two processes that start together prepare one after the other.
const preparationLock = 7_026_101;

const wrongPassword = '28P01';

/** Makes the roles and the database that are missing. The rest belongs to the migrations. */
export async function prepareDatabase(
  port: number,
  credentials: Credentials,
  database: string,
): Promise<void> {
  await withClient(port, credentials, 'postgres', 'postgres', async client => {
    await client.query('select pg_advisory_lock($1)', [preparationLock]);
    // The server's log repeats statements that fail, and these hold passwords.
    await client.query('set log_min_error_statement = panic');
    for (const role of ['affilia_owner', 'affilia_app'] as const)
      await makeRole(client, role, credentials[role]);
    await makeDatabase(client, database);
    await withClient(port, credentials, 'affilia_owner', database, async owner => {
      await owner.query('create extension if not exists btree_gist');
    });
  });
}

async function makeRole(client: Client, role: Role, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  if (rowCount) return;
  await client.query(`create role ${escapeIdentifier(role)} login password ${escapeLiteral(password)}`);
}

async function makeDatabase(client: Client, database: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  if (rowCount) return;
  await client.query(`create database ${escapeIdentifier(database)} owner affilia_owner`);
}

async function withClient(
  port: number,
  credentials: Credentials,
  user: Role,
  database: string,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  // Every choice is named: what is left out, `pg` would take from the environment.
  const client = new Client({
    host: '127.0.0.1',
    port,
    user,
    password: credentials[user],
    database,
    ssl: false,
  });
  // A connection that breaks between two statements is an event; the next statement reports it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } catch (error) {
    throw error instanceof EmbeddedDatabaseError ? error : preparationFault(error);
  } finally {
    await client.end();
  }
}

function preparationFault(error: unknown): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    codeOf(error) === wrongPassword ? 'CREDENTIALS_LOST' : 'CANNOT_START',
    String(error),
  );
}
