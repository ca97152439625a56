import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { credentialsIn } from './credentials.ts';
import { isMissing } from './system-faults.ts';
import { clusterIn, elsewhereFor, realDirectory } from './place.ts';
import { refuseDataOfAnotherUser } from './server-user.ts';
import { stopServer } from './stop-server.ts';

/** Stops the server of this data directory and removes its data, wherever they are. The rest of it stays. */
export async function removeEmbeddedDatabase(dataDir: string): Promise<void> {
  const directory = await realDirectory(dataDir);
  const elsewhere = elsewhereFor(directory);
  const ordinary = clusterIn(directory);
  for (const path of [ordinary, elsewhere]) await refuseDataOfAnotherUser(path);

  for (const cluster of [ordinary, clusterIn(elsewhere)]) await stopServer(cluster);
  for (const path of [ordinary, elsewhere, credentialsIn(directory)]) await removeWithDrafts(path);
}

// A process that was killed at the wrong moment leaves a half-made `<path>.new-…`.
async function removeWithDrafts(path: string): Promise<void> {
  const drafts = (await namesIn(dirname(path))).filter(name => name.startsWith(`${basename(path)}.new-`));
  for (const name of [basename(path), ...drafts])
    await rm(join(dirname(path), name), { recursive: true, force: true });
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
