import { cp, lchown, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { program, type Binaries } from './binaries.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { isTaken } from './system-faults.ts';
import { claimElsewhere } from './place.ts';
import { runProgram } from './run-program.ts';
import { ownerOf, type ServerUser } from './server-user.ts';

/** These binaries when the server's user can run them where they are, else their copy elsewhere. */
export async function reachableBinaries(
  binaries: Binaries,
  user: ServerUser | undefined,
  elsewhere: string,
  suffix: string,
): Promise<Binaries> {
  const refusal = await refusalToRun(binaries, user);
  if (refusal === undefined) return binaries;
  if (!user) throw new EmbeddedDatabaseError('NO_BINARIES', refusal);

  const copy = { ...binaries, directory: join(elsewhere, `postgresql-${binaries.version}`) };
  await claimElsewhere(elsewhere);
  if (!(await ownerOf(copy.directory)))
    await copyFor(user, binaries.directory, copy.directory, `${elsewhere}.new-${suffix}`);
  const refusalOfCopy = await refusalToRun(copy, user);
  if (refusalOfCopy !== undefined) throw new EmbeddedDatabaseError('NO_BINARIES', refusalOfCopy);
  return copy;
}

async function refusalToRun(binaries: Binaries, user: ServerUser | undefined): Promise<string | undefined> {
  const outcome = await runProgram(program(binaries, 'postgres'), ['--version'], user);
  return outcome.ok ? undefined : outcome.output;
}

// Made in a directory that only root can enter, so that nobody can slip a link into it between two steps, and moved
// in one step, so that a half-made copy is never taken for a whole one.
async function copyFor(user: ServerUser, from: string, to: string, staging: string): Promise<void> {
  await mkdir(staging, { mode: 0o700 });
  try {
    const copy = join(staging, 'copy');
    await cp(from, copy, { recursive: true, verbatimSymlinks: true });
    for (const path of await readdir(copy, { recursive: true }))
      await lchown(join(copy, path), user.uid, user.gid);
    await lchown(copy, user.uid, user.gid);
    await rename(copy, to);
  } catch (error) {
    if (!isTaken(error)) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}
