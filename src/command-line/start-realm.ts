import type { Config } from '../config/index.ts';
import { demoIsThere, loadDemo } from '../demo/index.ts';
import { clockWasMoved } from '../platform/clock/clock-offset.ts';
import type { Closers } from './closers.ts';
import { openApp, type OpenedApp } from './open-app.ts';
import { openLog } from './open-log.ts';
import { DemoInLive, MovedClockInLive } from './refusals.ts';
import type { Role } from './role.ts';
import { demoPortsOf } from './example-ports.ts';
import { startExamples } from './start-examples.ts';
import { showStartTable } from './start-table.ts';
import type { Terminal } from './terminal.ts';
import { warnOfOneRole } from './warn-of-one-role.ts';

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
  const { app, post } = opened;
  await warnOfOneRole(app.parts);
  const demo = await settleDemo(config, role, opened, terminal);

  await app.listen(config.port, config.host);
  if (role !== 'api') {
    const worker = await app.startWorker(config.workerConcurrency);
    closers.add(() => worker.stop());
  }
  log.info({ role, port: config.port }, 'ready');
  if (role !== 'all') return;
  if (demo) await startExamples(config, opened.app.parts, closers);
  showStartTable(config, { mailbox: post.routes.length > 0, demo }, terminal);
}

/** Whether there is a demonstration to show: always in our own database, elsewhere when somebody loaded it. */
async function settleDemo(
  { realmMode, port }: Config,
  role: Role,
  { app: { parts }, home }: OpenedApp,
  terminal: Terminal,
): Promise<boolean> {
  const there = await demoIsThere(parts);
  if (realmMode === 'LIVE' && there) throw new DemoInLive();
  if (realmMode === 'LIVE' && (await clockWasMoved(parts))) throw new MovedClockInLive();
  if (realmMode === 'LIVE' || role !== 'all' || !(there || home.embedded)) return false;
  const { loaded } = await loadDemo(parts, demoPortsOf(port));
  if (loaded) terminal.say('start.demoLoaded');
  return true;
}
