import type { Config } from '../config/index.ts';
import { firstContact, NoContact } from '../platform/database/first-contact.ts';
import { DatabaseAway, type DatabaseVariable } from './refusals.ts';

/** The database that the operator gave, as the application reaches it and as the migrations do. */
export interface GivenDatabase {
  readonly url: string;
  readonly migrationUrl: string;
  /** The application's role, when it is another one than the owner of the tables. */
  readonly applicationRole: string | null;
}

/** Reaches the given database in both ways and asks who we are there; null when none was given. */
export async function contactDatabases({
  databaseUrl: url,
  migrationDatabaseUrl: migrationUrl,
}: Config): Promise<GivenDatabase | null> {
  if (url === null || migrationUrl === null) return null;
  const role = await contact('DATABASE_URL', url);
  const owner = await contact('MIGRATION_DATABASE_URL', migrationUrl);
  return { url, migrationUrl, applicationRole: role === owner ? null : role };
}

async function contact(variable: DatabaseVariable, url: string): Promise<string> {
  try {
    return await firstContact(url);
  } catch (error) {
    throw error instanceof NoContact ? new DatabaseAway(variable, error.reason) : error;
  }
}
