import { createLog } from '../platform/log/pino-log.ts';
import { changeAdministrator, readAdministratorOrder } from './change-administrator.ts';
import { openApp } from './open-app.ts';
import { AdministratorOrderUnclear } from './refusals.ts';
import { runCommand } from './run-command.ts';
import { whoRuns } from './who-runs.ts';

await runCommand(async (config, terminal, closers) => {
  const order = readAdministratorOrder(process.argv.slice(2));
  if (order === null) throw new AdministratorOrderUnclear();
  const { app } = await openApp(config, createLog({ level: 'warn' }), terminal, closers);
  const sentence = await changeAdministrator(app.parts, order, whoRuns());
  terminal.say(sentence, { identifier: order.identifier });
});
