import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/index.ts';
import { Closers } from './closers.ts';
import { complain } from './complain.ts';
import { refuseEarly } from './refuse-early.ts';
import type { Role } from './role.ts';
import { complaintsIn, terminalIn, type Terminal } from './terminal.ts';

/** Ctrl-C, whoever supervises us, the window that is closed. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** No step of a start takes that long, unless it waits for something that does not come. */
const SETTLE_MS = 60_000;

/** Runs the product until it is asked to stop, or until it turns out that it cannot start; then nothing is left running. */
export async function runRealm(config: Config, role: Role): Promise<void> {
  const terminal = terminalIn(config.locale);
  const complaints = complaintsIn(config.locale);
  const closers = new Closers();
  const starting = start(config, role, terminal, closers);
  const ending = new AbortController();

  const stop = async (): Promise<void> => {
    if (ending.signal.aborted) return;
    ending.abort();
    if (role === 'all') terminal.say('start.stopping');
    try {
      await closeAll(closers, starting);
    } catch (fault) {
      complain(fault, complaints);
      process.exit(1);
    }
    if (role === 'all') terminal.say(config.databaseUrl === null ? 'start.stoppedKept' : 'start.stopped');
    process.exit(0);
  };
  STOP_SIGNALS.forEach(signal => process.on(signal, () => void stop()));

  try {
    await starting;
  } catch (error) {
    // Broken off by `stop`, which ends the process itself.
    if (ending.signal.aborted) return;
    ending.abort();
    complain(error, complaints);
    await closers.closeAll().catch((fault: unknown) => complain(fault, complaints));
    process.exit(1);
  }
}

/** The house itself is loaded late: what is wrong outside of it is told at once. */
async function start(config: Config, role: Role, terminal: Terminal, closers: Closers): Promise<void> {
  await refuseEarly(config, role);
  const { startRealm } = await import('./start-realm.ts');
  await startRealm(config, role, terminal, closers);
}

/** A start that is still under way breaks off at its next step, and closes what it has opened until then. */
async function closeAll(closers: Closers, starting: Promise<void>): Promise<void> {
  try {
    await closers.closeAll();
  } finally {
    await Promise.race([starting.catch(() => undefined), pause(SETTLE_MS, undefined, { ref: false })]);
    await closers.closeAll();
  }
}
