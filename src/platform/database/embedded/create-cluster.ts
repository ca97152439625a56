import { lchown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { program, type Binaries } from './binaries.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { isTaken } from './system-faults.ts';
import type { Place } from './place.ts';
import { runProgram } from './run-program.ts';

export interface NewCluster {
  readonly password: string;
  /** Makes the name of the working directory unique. */
  readonly suffix: string;
  /** False when the data may be lost, as in tests: nothing then waits for the disk. */
  readonly durable: boolean;
}

/** Makes the data directory beside its place and moves it there in one step: it is there whole or not at all. */
export async function createCluster(binaries: Binaries, place: Place, wanted: NewCluster): Promise<void> {
  const staging = `${place.cluster}.new-${wanted.suffix}`;
  const passwordFile = join(staging, 'password');
  const data = join(staging, 'data');
  await mkdir(staging, { mode: 0o700 });
  try {
    await writeFile(passwordFile, wanted.password, { mode: 0o600, flag: 'wx' });
    for (const path of [passwordFile, staging])
      if (place.user) await lchown(path, place.user.uid, place.user.gid);
    const outcome = await runProgram(
      program(binaries, 'initdb'),
      choices(data, passwordFile, wanted.durable),
      place.user,
    );
    if (!outcome.ok) throw new EmbeddedDatabaseError('CANNOT_CREATE', outcome.output);
    await moveUnlessThere(data, place.cluster);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

function choices(data: string, passwordFile: string, durable: boolean): string[] {
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const text = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const time = ['--set=timezone=UTC', '--set=log_timezone=UTC'];
  return [`--pgdata=${data}`, ...access, ...text, ...time, ...(durable ? [] : ['--no-sync'])];
}

async function moveUnlessThere(data: string, cluster: string): Promise<void> {
  try {
    await rename(data, cluster);
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
}
