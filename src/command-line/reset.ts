import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isEmbeddedDatabaseHeld, removeEmbeddedDatabase } from '../platform/database/embedded/index.ts';
import { DataInUse, ResetRefused } from './refusals.ts';
import { runCommand } from './run-command.ts';

/** What the product keeps in `DATA_DIR` beside the database; nothing else that may lie there is touched. */
const KEPT = ['mailbox', 'secret-key', 'affilia.log', 'uploads'];

await runCommand(async ({ dataDir, realmMode, databaseUrl }, terminal) => {
  if (realmMode === 'LIVE') throw new ResetRefused('LIVE');
  // Without its secret key that database would keep what nobody can open any more.
  if (databaseUrl !== null) throw new ResetRefused('DATABASE_URL');
  if (await isEmbeddedDatabaseHeld(dataDir)) throw new DataInUse(dataDir);
  await removeEmbeddedDatabase(dataDir);
  for (const name of KEPT) await rm(join(dataDir, name), { recursive: true, force: true });
  terminal.say('start.resetDone');
});
