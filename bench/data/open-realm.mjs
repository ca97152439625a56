import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrateDatabase } from '../../dist/migrate-database.js';
import {
  removeEmbeddedDatabase,
  startEmbeddedDatabase,
} from '../../dist/platform/database/embedded/index.js';
import { fill } from './fill.mjs';
import { idSql } from './ids.mjs';
import { COMPUTED_COLUMNS } from './status.mjs';

/** Autovacuum would run whenever it likes, in the middle of somebody's turn. */
const SETTINGS = {
  autovacuum: 'off',
  max_connections: '60',
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  shared_preload_libraries: 'pg_stat_statements',
};

/** A database of our own, filled; `remove` leaves nothing of it behind. */
export async function openRealm(scale) {
  const dataDir = await mkdtemp(join(tmpdir(), 'affilia-bench-'));
  const remove = async () => {
    await removeEmbeddedDatabase(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const database = await startEmbeddedDatabase({
      dataDir,
      random: randomBytes,
      say: () => undefined,
      settings: SETTINGS,
    });
    await migrateDatabase({ url: database.migrationUrl, applicationRole: 'affilia_app' });
    const size = await fill(database.migrationUrl, scale);
    return { ...database, size, remove, ...(await prepare(database, size)) };
  } catch (error) {
    await remove();
    throw error;
  }
}

const SAMPLED = 200;

/** What PostGraphile needs, and the people who will ask: principals, evenly spread over all of them. */
async function prepare({ migrationUrl, administrationUrl }, { people, delegations }) {
  // Every third one, because an organization's three delegates follow each other.
  const principals = Math.floor(Math.min(people, delegations) / 3);
  const client = new pg.Client({ connectionString: migrationUrl });
  await client.connect();
  try {
    await client.query(COMPUTED_COLUMNS);
    const { rows } = await client.query(
      `select n::int - 1 as place, account::int, (account - 1) / 3 + 1 as organization,
         given_name as "givenName", family_name as "familyName"
       from (select n, 1 + 3 * (n - 1) * ($1::int / $2::int) as account from generate_series(1, $2::int) n) chosen
       join person p on p.account_id = ${idSql('account', 'account')}
       order by n`,
      [principals, Math.min(SAMPLED, principals)],
    );
    return { sample: rows, ...(await facts(administrationUrl)) };
  } finally {
    await client.end();
  }
}

async function facts(administrationUrl) {
  const client = new pg.Client({ connectionString: administrationUrl });
  await client.connect();
  const { rows } = await client.query(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as postmaster,
       current_setting('server_version') as version`,
  );
  await client.end();
  return rows[0];
}
