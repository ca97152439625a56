import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '../../../kernel/random.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { isForbidden, isMissing, isTaken } from './system-faults.ts';

/** `postgres` rules the server, `affilia_owner` owns the tables, `affilia_app` uses them. */
export const roles = ['postgres', 'affilia_owner', 'affilia_app'] as const;
export type Role = (typeof roles)[number];

/** A password for each role. */
export type Credentials = Readonly<Record<Role, string>>;

export const credentialsIn = (directory: string): string => join(directory, 'postgres.json');

export async function readCredentials(file: string): Promise<Credentials | undefined> {
  try {
    const found = JSON.parse(await readFile(file, 'utf8')) as Partial<Record<Role, unknown>>;
    if (roles.every(role => typeof found[role] === 'string')) return found as Credentials;
  } catch (error) {
    if (isMissing(error)) return undefined;
    if (isForbidden(error)) throw new EmbeddedDatabaseError('DATA_OF_ANOTHER_USER', file);
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new EmbeddedDatabaseError('CREDENTIALS_LOST', file);
}

/** Of two processes that start together, one makes the passwords and both use them. */
export async function makeCredentials(file: string, random: Random): Promise<Credentials> {
  const made = Object.fromEntries(roles.map(role => [role, Buffer.from(random(24)).toString('base64url')]));
  const draft = `${file}.new-${Buffer.from(random(6)).toString('hex')}`;
  await writeFile(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (!isTaken(error)) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const kept = await readCredentials(file);
  if (!kept) throw new EmbeddedDatabaseError('CREDENTIALS_LOST', file);
  return kept;
}
