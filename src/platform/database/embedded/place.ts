import { createHash } from 'node:crypto';
import { chmod, lchown, lstat, mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { isMissing } from './system-faults.ts';
import { runProgram } from './run-program.ts';
import { isRoot, nobody, ownerOf, refuseDataOfAnotherUser, type ServerUser } from './server-user.ts';

/** Where the data are and who runs the server on them. */
export interface Place {
  readonly cluster: string;
  readonly user: ServerUser | undefined;
  /** The directory outside of the data directory that may be used when the server's user cannot enter ours. */
  readonly elsewhere: string;
}

export const clusterIn = (directory: string): string => join(directory, 'postgres');

/** The same directory by whatever name it is called: a running server is recognised by it. */
export async function realDirectory(directory: string): Promise<string> {
  try {
    return await realpath(directory);
  } catch (error) {
    if (isMissing(error)) return resolve(directory);
    throw error;
  }
}

// Not the system's temporary directory: that one is emptied when the machine starts.
export function elsewhereFor(dataDir: string): string {
  return `/var/tmp/affilia-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
}

/** Decides where the data live; what exists is never left behind for a new, empty database. */
export async function choosePlace(dataDir: string): Promise<Place> {
  const ordinary = clusterIn(dataDir);
  const elsewhere = elsewhereFor(dataDir);
  await refuseDataOfAnotherUser(ordinary);
  if (!isRoot()) return { cluster: ordinary, user: undefined, elsewhere };

  const owner = await ownerOf(ordinary);
  if (owner) {
    if (!(await canEnter(ordinary, owner))) throw new EmbeddedDatabaseError('DATA_OUT_OF_REACH', ordinary);
    return { cluster: ordinary, user: owner, elsewhere };
  }
  const alreadyElsewhere = await ownerOf(clusterIn(elsewhere));
  if (!alreadyElsewhere && (await canEnter(dataDir, nobody)))
    return { cluster: ordinary, user: nobody, elsewhere };
  await claimElsewhere(elsewhere);
  return { cluster: clusterIn(elsewhere), user: nobody, elsewhere };
}

// Asked by trying: permissions, access lists and mount options all have a say.
async function canEnter(directory: string, user: ServerUser): Promise<boolean> {
  return (await runProgram('/bin/sh', ['-c', 'test -x "$0"', directory], user)).ok;
}

/** Everybody can write beside this directory, so one that is there already must be ours. */
export async function claimElsewhere(elsewhere: string): Promise<void> {
  await mkdir(elsewhere, { recursive: true, mode: 0o700 });
  const found = await lstat(elsewhere);
  const ours = found.isDirectory() && (found.uid === 0 || found.uid === nobody.uid);
  if (!ours) throw new EmbeddedDatabaseError('PLACE_TAKEN', elsewhere);
  await chmod(elsewhere, 0o700);
  await lchown(elsewhere, nobody.uid, nobody.gid);
}
