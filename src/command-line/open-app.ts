import { randomBytes } from 'node:crypto';
import type { Config } from '../config/index.ts';
import type { Log } from '../platform/log/log.ts';
import type { Closers } from './closers.ts';
import type { OpenedApp } from './furnish-app.ts';
import { openHome } from './open-home.ts';
import type { Terminal } from './terminal.ts';

/**
 * Opens the database, then puts the product together on it; what it opened stands in `closers`, whatever happens. The
 * product is loaded when there is a database to stand on: what is wrong with that is told a second earlier.
 */
export async function openApp(
  config: Config,
  log: Log,
  terminal: Terminal,
  closers: Closers,
): Promise<OpenedApp> {
  const home = await openHome(config, randomBytes, terminal, closers);
  const { furnishApp } = await import('./furnish-app.ts');
  return furnishApp(config, home, log, closers);
}
