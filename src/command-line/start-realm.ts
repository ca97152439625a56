import type { Config } from '../config/index.ts';
import type { Closers } from './closers.ts';
import { openApp } from './open-app.ts';
import { openLog } from './open-log.ts';
import type { Role } from './role.ts';
import type { Terminal } from './terminal.ts';

/** Starts all that this process is for; what it opened stands in `closers`, whatever happens. */
export async function startRealm(
  config: Config,
  role: Role,
  terminal: Terminal,
  closers: Closers,
): Promise<void> {
  const log = await openLog(config, role, closers);
  closers.add(() => log.info({ role }, 'stopped'));
  if (role === 'all') terminal.say('start.starting');

  const opened = await openApp(config, log, terminal, closers);
  // As late as the product that it shows (see `openApp`).
  const { serveRealm } = await import('./serve-realm.ts');
  await serveRealm(config, role, opened, log, terminal, closers);
}
