import { mkdir } from 'node:fs/promises';
import type { Config } from '../config/index.ts';
import { isEmbeddedDatabaseHeld } from '../platform/database/embedded/index.ts';
import { contactDatabases } from './contact-databases.ts';
import { DataDirectoryUnusable, DataInUse, SplitNeedsDatabase } from './refusals.ts';
import type { Role } from './role.ts';
import { tryPorts } from './try-ports.ts';

/** All that can be known before anything is made: who started us is still looking. */
export async function refuseEarly(config: Config, role: Role): Promise<void> {
  const { databaseUrl, dataDir } = config;
  const embedded = databaseUrl === null;
  if (role !== 'all' && embedded) throw new SplitNeedsDatabase();
  await mkdir(dataDir, { recursive: true }).catch((error: unknown) => {
    throw new DataDirectoryUnusable(dataDir, error);
  });
  if (embedded && (await isEmbeddedDatabaseHeld(dataDir))) throw new DataInUse(dataDir);
  await tryPorts(config, role);
  await contactDatabases(config);
}
