import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { program, type Binaries } from './binaries.ts';
import { EmbeddedDatabaseError } from './embedded-database-error.ts';
import type { Place } from './place.ts';
import { runProgram } from './run-program.ts';
import { readyServer } from './running-server.ts';

export interface StartedServer {
  readonly port: number;
  readonly adopted: boolean;
}

// What passes by itself: the children of a killed server take a moment to go, another process starts the same
// server, somebody took the port that was free.
const passing =
  /pre-existing shared memory block|lock file "postmaster.pid"|could not create any TCP\/IP sockets/;
const pauses = [100, 200, 400, 800, 1600, 3200, 6400];

/** Answers the port of the server on these data, starting it when it does not run. */
export async function startServer(
  binaries: Binaries,
  place: Place,
  settings: Readonly<Record<string, string>>,
): Promise<StartedServer> {
  let refusal = '';
  for (const milliseconds of pauses) {
    const running = await readyServer(place.cluster);
    if (running) return { port: running.port, adopted: true };
    const port = await freePort();
    refusal = await refusalToStart(binaries, place, { ...settings, ...listening(port) });
    if (refusal === '') return { port, adopted: false };
    if (!passing.test(refusal)) break;
    await pause(milliseconds);
  }
  throw new EmbeddedDatabaseError('CANNOT_START', refusal);
}

function listening(port: number): Record<string, string> {
  return { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' };
}

async function refusalToStart(
  binaries: Binaries,
  place: Place,
  settings: Record<string, string>,
): Promise<string> {
  const log = join(place.cluster, 'server.log');
  const before = (await logOf(log)).length;
  const flags = Object.entries(settings).map(([name, value]) => `-c ${quoted(`${name}=${value}`)}`);
  const started = await runProgram(
    program(binaries, 'pg_ctl'),
    [
      'start',
      '--wait',
      '--silent',
      `--pgdata=${place.cluster}`,
      `--log=${log}`,
      `--options=${flags.join(' ')}`,
    ],
    place.user,
  );
  if (started.ok) return '';
  return `${started.output}\n${(await logOf(log)).slice(before)}`.trim();
}

// pg_ctl hands its options to a shell.
function quoted(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}

async function logOf(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch(() => '');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
