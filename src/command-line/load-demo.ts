import { createLog } from '../platform/log/pino-log.ts';
import { openApp } from './open-app.ts';
import { DemoIsForTests } from './refusals.ts';
import { runCommand } from './run-command.ts';
import { demoPortsOf } from './example-ports.ts';

await runCommand(async (config, terminal, closers) => {
  if (config.realmMode === 'LIVE') throw new DemoIsForTests();
  const { app } = await openApp(config, createLog({ level: 'warn' }), terminal, closers);
  // As late as the product that it fills (see `openApp`).
  const { loadDemo } = await import('../demo/index.ts');
  const { loaded } = await loadDemo(app.parts, demoPortsOf(config.port));
  terminal.say(loaded ? 'start.demoLoaded' : 'start.demoThere');
});
