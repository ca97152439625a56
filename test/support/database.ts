import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { connectDatabase } from '../../src/platform/database/connect.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { Log } from '../../src/platform/log/log.ts';
import { createVault } from '../../src/platform/secrets/create-vault.ts';
import type { Vault } from '../../src/platform/secrets/vault.ts';
import { emptyDatabase } from './empty-database.ts';
import { FakeClock } from './fake-clock.ts';

interface TestServer {
  readonly url: string;
  readonly migrationUrl: string;
  readonly administrationUrl: string;
}

/** For tests of the platform, which have no portal: a database of their own and the parts that need one. */
export interface TestDatabase {
  readonly name: string;
  /** As the application's role. */
  readonly url: string;
  /** As the owner of the tables. */
  readonly ownerUrl: string;
  readonly db: Database;
  readonly source: DataSource;
  readonly clock: FakeClock;
  readonly random: (n: number) => Uint8Array;
  readonly vault: Vault;
  readonly log: Log;
  close(): Promise<void>;
}

export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silentLog,
};

const server = (): TestServer => JSON.parse(process.env['AFFILIA_TEST_DATABASE'] ?? '{}') as TestServer;
const onDatabase = (url: string, name: string): string => url.replace(/\/[^/]*$/, `/${name}`);

/** As the server's own role: it may do what the tables' triggers forbid. */
async function administer<Result>(
  database: string,
  work: (admin: Client) => Promise<Result>,
): Promise<Result> {
  const admin = new Client({ connectionString: onDatabase(server().administrationUrl, database) });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** Given back and emptied: a copy of the template is some six hundred files, the dearest thing of a small test file. */
const idle: string[] = [];

/** Makes an empty, migrated database and gives the addresses under which to reach it. */
export async function createTestDatabase(): Promise<{
  name: string;
  url: string;
  ownerUrl: string;
  /** Empties it for the next one. */
  giveBack: () => Promise<void>;
  /** For tests that change the database itself. */
  drop: () => Promise<void>;
}> {
  const name = idle.pop() ?? (await copyTemplate());
  return {
    name,
    url: onDatabase(server().url, name),
    ownerUrl: onDatabase(server().migrationUrl, name),
    giveBack: async () => {
      if (await administer(name, emptyDatabase)) idle.push(name);
      else await drop(name);
    },
    drop: () => drop(name),
  };
}

async function drop(name: string): Promise<void> {
  await administer('postgres', admin => admin.query(`drop database if exists ${name} with (force)`));
}

async function copyTemplate(): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const copy = `create database ${name} template template_affilia strategy file_copy`;
  await administer('postgres', admin => admin.query(copy));
  return name;
}

export async function openDatabase(entities: readonly Function[] = []): Promise<TestDatabase> {
  const made = await createTestDatabase();
  const { db, source, close } = await connectDatabase({
    url: made.url,
    poolSize: 20,
    entities,
    log: silentLog,
  });
  return {
    ...made,
    db,
    source,
    clock: new FakeClock(),
    random: randomBytes,
    vault: createVault([randomBytes(32)], randomBytes),
    log: silentLog,
    async close() {
      await close();
      await made.giveBack();
    },
  };
}
