import { userInfo } from 'node:os';
import { createLog } from '../platform/log/pino-log.ts';
import { changeAdministrator, readAdministratorOrder } from './change-administrator.ts';
import { openApp } from './open-app.ts';
import { AdministratorOrderUnclear } from './refusals.ts';
import { runCommand } from './run-command.ts';

await runCommand(async (config, terminal, closers) => {
  // The first argument names this command: see `scripts/run.mjs`.
  const order = readAdministratorOrder(process.argv.slice(3));
  if (order === null) throw new AdministratorOrderUnclear();
  const { app } = await openApp(config, createLog({ level: 'warn' }), terminal, closers);
  const sentence = await changeAdministrator(app.parts, order, userInfo().username);
  terminal.say(sentence, { identifier: order.identifier });
});
