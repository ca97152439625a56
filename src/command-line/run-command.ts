import { readConfig, type Config } from '../config/index.ts';
import { Closers } from './closers.ts';
import { complain } from './complain.ts';
import { complaintsIn, terminalIn, type Terminal } from './terminal.ts';

/** Runs a command to its end, closes what it opened, and says what an operator can mend in one sentence. */
export async function runCommand(
  command: (config: Config, terminal: Terminal, closers: Closers) => Promise<void>,
): Promise<void> {
  const reading = readConfig();
  const complaints = complaintsIn(reading.locale);
  const closers = new Closers();
  const failed = (error: unknown): void => {
    complain(error, complaints);
    process.exitCode = 1;
  };

  reading.hints.forEach(hint => complaints.line(hint));
  if (!reading.ok) {
    reading.faults.forEach(fault => complaints.line(fault));
    process.exitCode = 1;
    return;
  }
  await command(reading.config, terminalIn(reading.locale), closers).catch(failed);
  await closers.closeAll().catch(failed);
  // What a fault left open, such as a pool, must not keep anybody waiting.
  process.exit();
}
