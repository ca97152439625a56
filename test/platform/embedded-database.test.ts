import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  removeEmbeddedDatabase,
  startEmbeddedDatabase,
  type EmbeddedDatabase,
  type EmbeddedNotice,
} from '../../src/platform/database/embedded/index.ts';
import { reachableBinaries } from '../../src/platform/database/embedded/reachable-binaries.ts';
import { nobody } from '../../src/platform/database/embedded/server-user.ts';

const root = process.getuid?.() === 0;
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

interface Started extends EmbeddedDatabase {
  readonly notices: readonly EmbeddedNotice[];
}

async function start(dataDir: string): Promise<Started> {
  const notices: EmbeddedNotice[] = [];
  const say = (notice: EmbeddedNotice): void => void notices.push(notice);
  const database = await startEmbeddedDatabase({ dataDir, random: n => randomBytes(n), say, settings });
  return { ...database, notices };
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

const elsewhereOf = (notices: readonly EmbeddedNotice[]) =>
  notices.find(notice => notice.kind === 'ELSEWHERE');
const kindsOf = (notices: readonly EmbeddedNotice[]) =>
  notices.map(({ kind }) => kind).filter(kind => kind !== 'ELSEWHERE');

describe('The embedded database', () => {
  let above: string;
  let dataDir: string;
  let cluster: string;
  let first: Started;

  beforeAll(async () => {
    above = await mkdtemp(join(tmpdir(), 'embedded-'));
    await chmod(above, 0o755);
    dataDir = join(above, 'data');
    first = await start(dataDir);
    const [row] = await ask(first.administrationUrl, 'show data_directory');
    cluster = (row as { data_directory: string }).data_directory;
  });

  afterAll(async () => {
    await removeEmbeddedDatabase(dataDir);
    await rm(above, { recursive: true, force: true });
  });

  it('is made at the first start, for French and English text', async () => {
    expect(kindsOf(first.notices)).toEqual(['CREATED']);

    const facts = await ask(
      first.url,
      `select current_database() as name, upper('é') as upper, current_setting('TimeZone') as zone,
        current_setting('server_encoding') as encoding`,
    );

    expect(facts).toEqual([{ name: 'affilia', upper: 'É', zone: 'UTC', encoding: 'UTF8' }]);
  });

  it('lets the migrations own the tables and the application only use them', async () => {
    await ask(first.migrationUrl, 'create table letter (body text)');
    await ask(first.migrationUrl, 'grant select on letter to affilia_app');

    expect(await ask(first.url, 'select * from letter')).toEqual([]);
    await expect(ask(first.url, `insert into letter values ('mine')`)).rejects.toThrow('permission denied');
    await expect(ask(first.url, 'create table mine ()')).rejects.toThrow('permission denied');
    await expect(ask(first.migrationUrl, 'create role mine')).rejects.toThrow('permission denied');
  });

  it('has the extension that forbids overlapping periods', async () => {
    const extensions = await ask(
      first.migrationUrl,
      `select extname from pg_extension where extname like 'btree%'`,
    );

    expect(extensions).toEqual([{ extname: 'btree_gist' }]);
  });

  it('keeps three different passwords in a file that only its owner reads', async () => {
    const file = join(dataDir, 'postgres.json');

    const passwords = Object.values(JSON.parse(await readFile(file, 'utf8')) as Record<string, string>);

    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(new Set(passwords).size).toBe(3);
    expect(Math.min(...passwords.map(password => password.length))).toBeGreaterThanOrEqual(32);
    await expect(ask(first.url.replace(/:[^:@]+@/, ':guessed@'), 'select 1')).rejects.toThrow('password');
  });

  it('is adopted while it runs, as after a process that was killed', async () => {
    const second = await start(dataDir);

    expect(kindsOf(second.notices)).toEqual(['ADOPTED']);
    expect(second.url).toBe(first.url);
  });

  it('keeps what was written from one start to the next', async () => {
    await ask(first.migrationUrl, `insert into letter values ('kept')`);
    await first.stop();
    await expect(ask(first.url, 'select 1')).rejects.toThrow();

    const second = await start(dataDir);

    expect(kindsOf(second.notices)).toEqual([]);
    expect(await ask(second.url, 'select body from letter')).toEqual([{ body: 'kept' }]);
  });

  it('recovers when the server itself was killed', async () => {
    const pid = Number.parseInt(await readFile(join(cluster, 'postmaster.pid'), 'utf8'), 10);
    process.kill(pid, 'SIGKILL');

    const second = await start(dataDir);

    expect(kindsOf(second.notices)).toEqual([]);
    expect(await ask(second.url, 'select body from letter')).toEqual([{ body: 'kept' }]);
    await second.stop();
  });

  it('is not fooled when another program got the number of a dead server', async () => {
    const deadServer = [process.pid, cluster, 1, 5999, '', '127.0.0.1', '1 1', 'ready', ''].join('\n');
    await writeFile(join(cluster, 'postmaster.pid'), deadServer);

    const second = await start(dataDir);

    expect(await ask(second.url, 'select body from letter')).toEqual([{ body: 'kept' }]);
    await second.stop();
  });

  it('is started once by two processes that start together', async () => {
    const [one, other] = await Promise.all([start(dataDir), start(dataDir)]);

    expect(other.url).toBe(one.url);
    await one.stop();
    await other.stop();
  });

  it('says why a server cannot start', async () => {
    const random = (n: number) => randomBytes(n);

    const refused = startEmbeddedDatabase({
      dataDir,
      random,
      say: () => undefined,
      settings: { work_mem: `it's` },
    });

    await expect(refused).rejects.toMatchObject({
      reason: 'CANNOT_START',
      detail: expect.stringContaining(`invalid value for parameter "work_mem": "it's"`),
    });
  });

  it('makes no new passwords for data that have lost theirs', async () => {
    const file = join(dataDir, 'postgres.json');
    await rename(file, `${file}.aside`);

    await expect(start(dataDir)).rejects.toMatchObject({ reason: 'CREDENTIALS_LOST', detail: file });

    await rename(`${file}.aside`, file);
  });

  it('leaves the data of another version of PostgreSQL alone', async () => {
    const file = join(cluster, 'PG_VERSION');
    const version = await readFile(file, 'utf8');
    await writeFile(file, '17\n');

    await expect(start(dataDir)).rejects.toMatchObject({ reason: 'DATA_OF_ANOTHER_VERSION', detail: '17' });

    await writeFile(file, version);
  });
});

describe('A new embedded database in a directory that only its owner can enter', () => {
  const where = root
    ? 'lives in /var/tmp, because the server may not run as root'
    : 'lives in the data directory';

  it(`is made once by two processes, ${where}, and is removed entirely`, async () => {
    const above = await mkdtemp(join(tmpdir(), 'embedded-closed-'));
    const dataDir = join(above, 'data');
    await mkdir(join(dataDir, 'mailbox'), { recursive: true });

    const [one, other] = await Promise.all([start(dataDir), start(dataDir)]);

    const place = elsewhereOf(one.notices)?.place;
    expect(place !== undefined).toBe(root);
    expect(other.url).toBe(one.url);
    expect(await ask(one.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    if (place !== undefined) expect(await stat(place)).toMatchObject({ uid: 65534, mode: 0o40700 });
    await one.stop();
    const again = await start(dataDir);
    expect(again.notices).toEqual(one.notices.filter(notice => notice.kind === 'ELSEWHERE'));

    await removeEmbeddedDatabase(dataDir);

    expect(await readdir(dataDir)).toEqual(['mailbox']);
    if (place !== undefined) await expect(stat(place)).rejects.toThrow('ENOENT');
    await expect(ask(again.url, 'select 1')).rejects.toThrow();
    await removeEmbeddedDatabase(dataDir);
    await rm(above, { recursive: true });
  });

  if (root) {
    it('runs a copy of programs that the server may not reach, and keeps that copy', async () => {
      const above = await mkdtemp(join(tmpdir(), 'embedded-programs-'));
      const programs = { directory: join(above, 'native'), version: '18.4.0' };
      const elsewhere = `/var/tmp/affilia-test-${randomBytes(6).toString('hex')}`;
      await mkdir(join(programs.directory, 'bin'), { recursive: true });
      await writeFile(join(programs.directory, 'bin', 'postgres'), '#!/bin/sh\n', { mode: 0o700 });

      const copy = await reachableBinaries(programs, nobody, elsewhere, 'one');
      const again = await reachableBinaries(programs, nobody, elsewhere, 'two');

      expect(copy).toEqual({ directory: join(elsewhere, 'postgresql-18.4.0'), version: '18.4.0' });
      expect(again).toEqual(copy);
      expect(await stat(join(copy.directory, 'bin', 'postgres'))).toMatchObject({
        uid: 65534,
        mode: 0o100700,
      });
      await rm(above, { recursive: true });
      await rm(elsewhere, { recursive: true });
    });
  }
});
