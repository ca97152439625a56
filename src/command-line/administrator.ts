import { createLog } from '../platform/log/pino-log.ts';
import { readAdministratorOrder } from './administrator-order.ts';
import { openApp } from './open-app.ts';
import { AdministratorOrderUnclear } from './refusals.ts';
import { runCommand } from './run-command.ts';
import { whoRuns } from './who-runs.ts';

await runCommand(async (config, terminal, closers) => {
  const order = readAdministratorOrder(process.argv.slice(2));
  if (order === null) throw new AdministratorOrderUnclear();
  const { app } = await openApp(config, createLog({ level: 'warn' }), terminal, closers);
  // As late as the product that it changes (see `openApp`).
  const { changeAdministrator } = await import('./change-administrator.ts');
  const sentence = await changeAdministrator(app.parts, order, whoRuns());
  terminal.say(sentence, { identifier: order.identifier });
});
