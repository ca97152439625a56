import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { credentialsIn, readCredentials } from './credentials.ts';
import { clusterIn, elsewhereFor, realDirectory } from './place.ts';
import { readyServer } from './running-server.ts';
import type { EmbeddedDatabase } from './start-embedded-database.ts';

// Any number that is always the same.
const holdLock = 7_026_102;

// The server takes a moment to notice that the process which held the lock was killed.
const pauses = [50, 100, 200, 400, 800, 0];

/**
 * Makes this process the one that runs on these data, until the server stops or the process ends, however it ends.
 * False when another process is: it must not lose its server.
 */
export async function holdEmbeddedDatabase({ administrationUrl }: EmbeddedDatabase): Promise<boolean> {
  return (await takeHold(administrationUrl)) !== null;
}

/** Whether a process runs on the data of this directory. */
export async function isEmbeddedDatabaseHeld(dataDir: string): Promise<boolean> {
  const directory = await realDirectory(dataDir);
  for (const cluster of [clusterIn(directory), clusterIn(elsewhereFor(directory))])
    if (await isHeld(cluster, credentialsIn(directory))) return true;
  return false;
}

// Whoever holds it has it in working order: a server that cannot be asked is held by nobody.
async function isHeld(cluster: string, credentialsFile: string): Promise<boolean> {
  try {
    const server = await readyServer(cluster);
    const credentials = await readCredentials(credentialsFile);
    if (!server || !credentials) return false;
    const hold = await takeHold(
      `postgresql://postgres:${credentials.postgres}@127.0.0.1:${server.port}/affilia`,
    );
    await hold?.end();
    return hold === null;
  } catch {
    return false;
  }
}

async function takeHold(url: string): Promise<Client | null> {
  const client = new Client({ connectionString: url, application_name: 'affilia-hold', ssl: false });
  // The connection breaks when the server stops: that is how a hold ends.
  client.on('error', () => undefined);
  await client.connect();
  for (const milliseconds of pauses) {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
      holdLock,
    ]);
    if (rows[0]?.held) return client;
    await pause(milliseconds);
  }
  await client.end();
  return null;
}
