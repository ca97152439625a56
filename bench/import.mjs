import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { createApp } from '../dist/app.js';
import { loadDemo } from '../dist/demo/index.js';
import { newId } from '../dist/kernel/id.js';
import { migrateDatabase } from '../dist/migrate-database.js';
import { importsJobs } from '../dist/modules/imports/index.js';
import { removeEmbeddedDatabase, startEmbeddedDatabase } from '../dist/platform/database/embedded/index.js';
import { closeAll } from './close-all.mjs';
import { startCounting } from './measure/cpu.mjs';

// What is left over from what ran before must not count.
v8.setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const ROUNDS = 3;
const silent = { info() {}, warn() {}, error() {}, debug() {}, child: () => silent };

/**
 * W6: a file of people, read and written. The limit is what PostgreSQL does by itself: COPY from its own disk, then one
 * statement each for people and for their ids, without judging a cell. By turns, in the same database.
 */
export async function benchImport({ rows }, deadline) {
  const closers = [];
  try {
    say('starting a database');
    const folder = await mkdtemp(join(tmpdir(), 'affilia-import-'));
    closers.push(() => rm(folder, { recursive: true, force: true }));
    await chmod(folder, 0o755);
    const realm = await openRealm(join(folder, 'database'));
    closers.push(...realm.closers);
    const { owner } = realm;

    const results = [];
    for (let round = 0; round <= ROUNDS; round++) {
      deadline.throwIfAborted();
      const [theirs, file] = [join(folder, 'limit.csv'), join(folder, 'ours.csv')];
      // Other people in each, or all of them would be told as duplicates.
      await writeFile(theirs, peopleAsCsv(rows, 2 * round), { mode: 0o644 });
      await writeFile(file, peopleAsCsv(rows, 2 * round + 1), { mode: 0o644 });
      const limit = await timed(realm, () => copyAndMerge(realm, theirs, round));
      const ours = await timed(realm, () => importFile(realm, file, `ours-${round}`));
      const again = await timed(realm, () => importFile(realm, file, `ours-${round}`));
      // The first round compiles and makes the files of the tables.
      if (round > 0) results.push({ limit, ours, again });
      say(`round ${round}: ${described({ limit, ours, again })}`);
    }
    const best = results.toSorted((a, b) => ratioOf(a) - ratioOf(b))[Math.floor(results.length / 2)];
    return `W6 import, ${rows} people (median of ${ROUNDS}): ${described(best)}`;
  } finally {
    await closeAll(closers.reverse());
  }
}

const ratioOf = ({ limit, ours }) => limit.seconds / ours.seconds;
const shareOf = ({ limit, ours }) => limit.cpu / ours.cpu;

const described = ({ limit, ours, again }) =>
  [
    `limit ${limit.seconds.toFixed(2)} s`,
    `ours ${ours.seconds.toFixed(2)} s`,
    `ratio ${ratioOf({ limit, ours }).toFixed(2)}`,
    `CPU ${limit.cpu.toFixed(2)} s to ${ours.database.toFixed(2)} + ${ours.server.toFixed(2)} s, ratio ${shareOf({ limit, ours }).toFixed(2)}`,
    `the same file again ${again.seconds.toFixed(2)} s`,
    `memory ${ours.before} to ${ours.most} MB`,
  ].join(', ');

export async function timed({ postmaster }, work) {
  const memory = () => Math.round(process.memoryUsage.rss() / 1024 / 1024);
  collectGarbage();
  const before = memory();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, memory())), 20);
  const spent = startCounting(process.pid, postmaster);
  const start = performance.now();
  await work();
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  const [server, database] = Object.values(spent()).map(milliseconds => milliseconds / 1000);
  return { seconds, server, database, cpu: server + database, before, most: Math.max(most, memory()) };
}

function peopleAsCsv(rows, round) {
  const lines = ['identifiant,prénom,nom,langue,courriel,téléphone,poste'];
  for (let n = 0; n < rows; n++) {
    const phone = `514${2_000_000 + round * rows + n}`;
    lines.push(
      `${round}-${n},Ève-Élise ${n},"Saint-Onge, D’Amours ${n % 1_000}",${n % 3 ? 'fr' : 'en'},personne${round}.${n}@maboite.ca,${phone},${n % 900}`,
    );
  }
  return lines.join('\n');
}

async function copyAndMerge({ owner, association }, file, round) {
  await owner.query('begin');
  await owner.query(
    `create temp table came (id text, given text, family text, language text, email text, phone text, extension text)
     on commit drop`,
  );
  await owner.query(`copy came from '${file}' (format csv, header)`);
  await owner.query(
    `with wanted as materialized (
       select c.*, coalesce(e.record_id, gen_random_uuid()) as record_id, e.record_id is null as is_new
       from came c left join external_id e
         on e.association_id = $1 and e.source = $2 and e.kind = 'PEOPLE' and e.external_id = c.id),
     written as (
       insert into person (id, association_id, given_name, family_name, search_key, locale, contact_email, work_phone,
         work_phone_extension, added_at)
       select record_id, $1, given, family, upper(family || ' ' || given),
         case language when 'fr' then 'fr-CA' else 'en-CA' end, email, '+1' || phone, extension, now()
       from wanted
       on conflict (id) do update set given_name = excluded.given_name, family_name = excluded.family_name,
         search_key = excluded.search_key, locale = excluded.locale, contact_email = excluded.contact_email,
         work_phone = excluded.work_phone, work_phone_extension = excluded.work_phone_extension)
     insert into external_id (association_id, source, kind, external_id, record_id, said)
     select $1, $2, 'PEOPLE', id, record_id,
       jsonb_build_object('digest', md5(given || family || language || email || phone || extension)) from wanted
     on conflict (association_id, source, kind, external_id) do update set said = excluded.said`,
    [association, `limit-${round}`],
  );
  await owner.query('commit');
}

/** As the worker does it, once staff have sent the file and asked for it. */
async function importFile({ owner, app, reading, association, account, client }, file, source) {
  reading.file = file;
  const [uploadId, runId] = [newId(app.parts.clock, randomBytes), newId(app.parts.clock, randomBytes)];
  const { size } = await stat(file);
  await owner.query(
    `insert into upload (id, account_id, association_id, client_id, purpose, file_name, size, created_at, expires_at,
       attempts, received_at, seen_type, sha256)
     values ($1, $2, $3, $4, 'IMPORT', 'people.csv', $5, now(), now(), 1, now(), 'text/csv', '')`,
    [uploadId, account, association, client, size],
  );
  await owner.query(
    `insert into import_run (id, association_id, source, kind, mode, upload_id, asked_by, client_id, request_id, asked_at,
       bytes_total)
     values ($1, $2, $3, 'PEOPLE', 'COMMIT', $4, $5, $6, 'bench', now(), $7)`,
    [runId, association, source, uploadId, account, client, size],
  );
  await importsJobs[0].run(app.parts, { runId });
  const { rows } = await owner.query('select ended_why from import_run where id = $1', [runId]);
  if (rows[0].ended_why !== 'DONE') throw new Error(`the import ended as ${rows[0].ended_why}`);
}

/** The demonstration is small: what is measured is what comes to it. */
export async function openRealm(dataDir) {
  const database = await startEmbeddedDatabase({
    dataDir,
    random: randomBytes,
    say: () => undefined,
    settings: { autovacuum: 'off', shared_buffers: '512MB', max_wal_size: '4GB' },
  });
  const closers = [() => removeEmbeddedDatabase(dataDir)];
  try {
    await migrateDatabase({ url: database.migrationUrl, applicationRole: 'affilia_app' });
    const reading = { file: '' };
    const app = await createApp({
      clock: { now: () => new Date() },
      random: randomBytes,
      log: silent,
      settings: SETTINGS,
      databaseUrl: database.url,
      poolSize: 4,
      secretKeys: [randomBytes(32)],
      transport: { send: () => Promise.resolve() },
      storage: { read: () => Promise.resolve(createReadStream(reading.file)) },
      mailFrom: null,
      trustedProxies: [],
      requestsPerMinute: 100_000_000,
      passwordConcurrency: 2,
      passwordCost: { memoryCost: 8, timeCost: 1, parallelism: 1 },
      graphiqlKey: null,
      routes: [],
      beginning: {},
    });
    closers.push(() => app.close());
    await loadDemo(app.parts, { sitePort: 4001, secondSitePort: 4003 });
    const owner = new pg.Client({ connectionString: database.administrationUrl });
    await owner.connect();
    closers.push(() => owner.end());
    const { rows } = await owner.query(
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as postmaster,
         a.id as association, c.id as client, s.account_id as account
       from association a
       join client c on c.association_id = a.id and c.kind = 'SECRET' and 'members:write' = any (c.scopes)
       join staff_assignment s on s.association_id = a.id and s.role in ('ADMIN', 'MEMBERSHIP') and s.to_at is null
       limit 1`,
    );
    return { ...rows[0], app, owner, reading, closers };
  } catch (error) {
    await closeAll(closers.reverse());
    throw error;
  }
}

const SETTINGS = {
  realmMode: 'TEST',
  publicUrl: 'http://localhost:4000',
  accessTokenSeconds: 600,
  sessionIdleDays: 30,
  sessionDays: 90,
  staffSessionIdleMinutes: 60,
  staffSessionHours: 12,
};

export const say = text => process.stderr.write(`${text}\n`);
