import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedDatabase, type EmbeddedDatabase } from '../../src/platform/database/embedded/index.ts';
import { unpackBrowser } from './unpack-browser.ts';
import { migrateDatabase } from '../../src/migrate-database.ts';

/** Plain JavaScript, because it runs before anything is built. */
const BUILDER: string = '../../scripts/ensure-built.mjs';

declare global {
  var affiliaTestServer: { database: EmbeddedDatabase; folders: [dataDir: string, ...string[]] } | undefined;
}

/** For the whole run: one server made for speed, which nothing outlives, a migrated template to copy, a browser. */
export default async function setUp(): Promise<void> {
  // Tests of the start and of the SDK run what was built.
  const built = (await import(BUILDER)) as { ensureBuilt(): void };
  built.ensureBuilt();

  const dataDir = await mkdtemp(join(tmpdir(), 'affilia-test-'));
  const database = await startEmbeddedDatabase({
    dataDir,
    random: randomBytes,
    say: () => undefined,
    databaseName: 'template_affilia',
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
      shared_buffers: '128MB',
      autovacuum: 'off',
    },
  });
  await migrateDatabase({ url: database.migrationUrl, applicationRole: 'affilia_app' });
  const admin = new Client({ connectionString: database.administrationUrl.replace(/\/[^/]*$/, '/postgres') });
  await admin.connect();
  await admin.query(`alter database template_affilia with is_template true`);
  await admin.end();
  const browser = await unpackBrowser();
  process.env['AFFILIA_TEST_BROWSER'] = JSON.stringify(browser);
  globalThis.affiliaTestServer = { database, folders: [dataDir, browser.folder] };
  process.env['AFFILIA_TEST_DATABASE'] = JSON.stringify({
    url: database.url,
    migrationUrl: database.migrationUrl,
    administrationUrl: database.administrationUrl,
  });
}
