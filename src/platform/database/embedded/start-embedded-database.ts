import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '../../../kernel/random.ts';
import { locateBinaries, majorVersion, type Binaries } from './binaries.ts';
import { createCluster } from './create-cluster.ts';
import {
  credentialsIn,
  makeCredentials,
  readCredentials,
  type Credentials,
  type Role,
} from './credentials.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import type { EmbeddedNotice } from './notice.ts';
import { choosePlace, clusterIn, realDirectory, type Place } from './place.ts';
import { prepareDatabase } from './prepare-database.ts';
import { reachableBinaries } from './reachable-binaries.ts';
import { readyServer } from './running-server.ts';
import { ownerOf } from './server-user.ts';
import { startServer, type StartedServer } from './start-server.ts';
import { stopServer } from './stop-server.ts';

export interface EmbeddedDatabase {
  /** For the application: a role that owns nothing. */
  readonly url: string;
  /** For migrations: the role that owns the database. */
  readonly migrationUrl: string;
  /** For backups and for tests that make databases: the server's superuser. */
  readonly administrationUrl: string;
  /** Stops the server, whoever started it, and breaks off what is still connected. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly random: Random;
  readonly say: (notice: EmbeddedNotice) => void;
  /** Settings of the server besides our own, such as `fsync: 'off'` in tests; a server that runs already keeps its own. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly databaseName?: string;
}

/** Starts the server on this data directory, or adopts the one that runs there, creating all that is missing. */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { random, say, settings = {}, databaseName = 'affilia' } = options;
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realDirectory(options.dataDir);
  const suffix = Buffer.from(random(6)).toString('hex');

  const packaged = await locateBinaries();
  const place = await choosePlace(dataDir);
  const binaries = await reachableBinaries(packaged, place.user, place.elsewhere, suffix);
  sayWhere(place, binaries, say);

  const credentials = await credentialsFor(place, credentialsIn(dataDir), random);
  if (!(await ownerOf(place.cluster))) {
    await createCluster(binaries, place, {
      password: credentials.postgres,
      suffix,
      durable: settings['fsync'] !== 'off',
    });
    say({ kind: 'CREATED', directory: place.cluster });
  }
  await refuseAnotherVersion(place, binaries);

  const prepare = (port: number): Promise<void> => prepareDatabase(port, credentials, databaseName);
  const { port, adopted } = await startAndPrepare(binaries, place, settings, prepare);
  if (adopted) say({ kind: 'ADOPTED', port });

  const url = (role: Role): string =>
    `postgresql://${role}:${credentials[role]}@127.0.0.1:${port}/${databaseName}`;
  return {
    url: url('affilia_app'),
    migrationUrl: url('affilia_owner'),
    administrationUrl: url('postgres'),
    stop: () => stopServer(place.cluster),
  };
}

function sayWhere(place: Place, binaries: Binaries, say: EmbeddedOptions['say']): void {
  const data = place.cluster === clusterIn(place.elsewhere);
  if (data || binaries.directory.startsWith(place.elsewhere))
    say({ kind: 'ELSEWHERE', place: place.elsewhere, data });
}

// Passwords are made before the data, so data without passwords have lost them: new ones would open nothing.
async function credentialsFor(place: Place, file: string, random: Random): Promise<Credentials> {
  const dataExist = await ownerOf(place.cluster);
  const kept = await readCredentials(file);
  if (kept) return kept;
  if (dataExist) throw new EmbeddedDatabaseError('CREDENTIALS_LOST', file);
  return await makeCredentials(file, random);
}

// The process that we follow may still be about to stop the server that we have just adopted: start it again then.
async function startAndPrepare(
  binaries: Binaries,
  place: Place,
  settings: Readonly<Record<string, string>>,
  prepare: (port: number) => Promise<void>,
): Promise<StartedServer> {
  for (let attemptsLeft = 2; ; attemptsLeft -= 1) {
    const server = await startServer(binaries, place, settings);
    try {
      await prepare(server.port);
      return server;
    } catch (error) {
      const stillThere = (await readyServer(place.cluster))?.port === server.port;
      if (stillThere || attemptsLeft === 0) throw error;
    }
  }
}

async function refuseAnotherVersion(place: Place, binaries: Binaries): Promise<void> {
  const version = (await readFile(join(place.cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version !== majorVersion(binaries)) throw new EmbeddedDatabaseError('DATA_OF_ANOTHER_VERSION', version);
}
