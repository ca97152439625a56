import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import { isMissing } from './system-faults.ts';
import { runProgram } from './run-program.ts';

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const pidFileIn = (cluster: string): string => join(cluster, 'postmaster.pid');

/** The server that runs on these data, whoever started it. */
export async function runningServer(cluster: string): Promise<RunningServer | undefined> {
  const lines = (await readIfThere(pidFileIn(cluster)))?.split('\n') ?? [];
  const server = { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  if (!(server.pid > 0)) return undefined;
  const commandLine = await commandLineOf(server.pid);
  if (commandLine?.includes(cluster)) return server;
  // Its number now belongs to some other program, or its parent has not taken note of its end (the command line is
  // then empty): PostgreSQL would take it for a living server.
  if (commandLine !== undefined) await rm(pidFileIn(cluster), { force: true });
  return undefined;
}

/** The same, once it takes connections; a server that is stopping is waited for until it is gone. */
export async function readyServer(cluster: string): Promise<RunningServer | undefined> {
  for (let waits = 0; waits < 1200; waits += 1) {
    const server = await runningServer(cluster);
    if (!server || server.ready) return server;
    await pause(50);
  }
  throw new EmbeddedDatabaseError('CANNOT_START', 'the running server does not become ready');
}

async function commandLineOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') return await readIfThere(`/proc/${pid}/cmdline`);
  const listed = await runProgram('/bin/ps', ['-ww', '-o', 'args=', '-p', String(pid)]);
  return listed.ok ? listed.output : undefined;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
