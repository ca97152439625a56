import type { Config } from '../config/index.ts';
import type { Random } from '../kernel/random.ts';
import { migrateDatabase } from '../migrate-database.ts';
import {
  holdEmbeddedDatabase,
  startEmbeddedDatabase,
  type EmbeddedNotice,
} from '../platform/database/embedded/index.ts';
import type { Closers } from './closers.ts';
import { contactDatabases } from './contact-databases.ts';
import { DataInUse } from './refusals.ts';
import type { Terminal } from './terminal.ts';

/** Where the rows live: a migrated database, embedded unless the operator gave one. */
export interface Home {
  readonly databaseUrl: string;
  readonly embedded: boolean;
}

/** Finds or starts the database and brings its tables up to this program. */
export async function openHome(
  config: Config,
  random: Random,
  terminal: Terminal,
  closers: Closers,
): Promise<Home> {
  const { dataDir } = config;
  const given = await contactDatabases(config);
  if (given !== null) {
    await migrateDatabase({ url: given.migrationUrl, applicationRole: given.applicationRole });
    return { databaseUrl: given.url, embedded: false };
  }
  const database = await startEmbeddedDatabase({ dataDir, random, say: notice => tell(terminal, notice) });
  if (!(await holdEmbeddedDatabase(database))) throw new DataInUse(dataDir);
  closers.add(() => database.stop());
  await migrateDatabase({ url: database.migrationUrl, applicationRole: new URL(database.url).username });
  return { databaseUrl: database.url, embedded: true };
}

function tell(terminal: Terminal, notice: EmbeddedNotice): void {
  switch (notice.kind) {
    case 'CREATED':
      terminal.say('start.databaseCreated', { directory: notice.directory });
      break;
    case 'ADOPTED':
      terminal.say('start.databaseAdopted', { port: String(notice.port) });
      break;
    case 'ELSEWHERE':
      terminal.say('start.databaseElsewhere', {
        what: notice.data ? 'data' : 'programs',
        place: notice.place,
      });
  }
}
