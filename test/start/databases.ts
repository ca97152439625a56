import { Client } from 'pg';
import { createTestDatabase } from '../support/database.ts';

export type GivenDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

/** As an operator makes one: nothing in it, and an owner. */
export async function emptyDatabase(): Promise<GivenDatabase> {
  const given = await createTestDatabase();
  await asAdministrator(`drop database ${given.name}`);
  await asAdministrator(`create database ${given.name} owner affilia_owner`);
  return given;
}

/** The newest step that makes tables: done twice it fails, where one that only changes them may pass. */
const MAKES_TABLES = 1_795_300_005_500;

/** Its tables are all there, but it does not know of the newest. */
export async function databaseBeforeItsNewestTables(): Promise<GivenDatabase> {
  const given = await createTestDatabase();
  await asAdministrator(`alter database ${given.name} owner to affilia_owner`);
  await query(given.ownerUrl, `delete from schema_migration where timestamp >= ${MAKES_TABLES}`);
  return given;
}

/** Runs one statement in a database, and answers its rows. */
export async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function asAdministrator(sql: string): Promise<void> {
  const { administrationUrl } = JSON.parse(process.env['AFFILIA_TEST_DATABASE'] ?? '{}') as {
    administrationUrl: string;
  };
  await query(administrationUrl.replace(/\/[^/]*$/, '/postgres'), sql);
}
