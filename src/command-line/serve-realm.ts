import type { Config } from '../config/index.ts';
import type { Log } from '../platform/log/log.ts';
import type { Closers } from './closers.ts';
import type { OpenedApp } from './furnish-app.ts';
import type { Role } from './role.ts';
import { settleDemo } from './settle-demo.ts';
import { startExamples } from './start-examples.ts';
import { showStartTable } from './start-table.ts';
import type { Terminal } from './terminal.ts';
import { warnOfOneRole } from './warn-of-one-role.ts';

/** Answers at its port, works, and shows what a newcomer looks for, as far as this process is for it. */
export async function serveRealm(
  config: Config,
  role: Role,
  { app, home, post }: OpenedApp,
  log: Log,
  terminal: Terminal,
  closers: Closers,
): Promise<void> {
  await warnOfOneRole(app.parts);
  const demo = await settleDemo(config, role, home, app.parts, terminal);

  await app.listen(config.port, config.host);
  if (role !== 'api') {
    const worker = await app.startWorker(config.workerConcurrency);
    closers.add(() => worker.stop());
  }
  log.info({ role, port: config.port }, 'ready');
  if (role !== 'all') return;
  if (demo) await startExamples(config, app.parts, closers);
  showStartTable(config, { mailbox: post.routes.length > 0, demo }, terminal);
}
