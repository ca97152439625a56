import { randomInt } from 'node:crypto';
import os from 'node:os';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { PASSWORD_COST } from '../dist/platform/secrets/create-passwords.js';
import { closeAll } from './close-all.mjs';
import { idOf, idSql } from './data/ids.mjs';
import { openRealm } from './data/open-realm.mjs';
import { auc } from './measure/auc.mjs';
import { connect } from './measure/load.mjs';
import { quantile } from './measure/statistics.mjs';
import { table } from './report.mjs';
import { startServer } from './servers/start-server.mjs';
import { alike } from './workloads/alike.mjs';

const SCALE = 0.02;
const PAIRS = 300;
const WARM_UP = 150;
/** What a stranger may learn by the clock: with so many pairs, no more than chance gives. */
const [LEAST, MOST] = [0.42, 0.58];

/** Asks for accounts that are and that are not, one by one in no order, and says how well the time tells them apart. */
export async function compareAlike(deadline) {
  const startedAt = new Date();
  const closers = [];
  try {
    const realm = await openRealm(SCALE);
    closers.push(realm.remove);
    await letSignIn(realm.migrationUrl);
    const server = await startServer('ours', {
      databaseUrl: realm.url,
      poolSize: 4,
      association: idOf('association', 0),
      members: [],
      staff: idOf('account', 1),
    });
    closers.push(server.stop);
    const connection = connect(server.url, 1);
    closers.push(connection.close);

    const ask = asking(connection, server.staff.key);
    const results = [];
    for (const [place, what] of alike.entries()) results.push(await measure(what, place, ask, deadline));
    return report(results, { ...realm, startedAt });
  } finally {
    await closeAll(closers.reverse());
  }
}

/** Members sign in by name with a password that is not the one that is tried. */
async function letSignIn(url) {
  const passwordHash = await hash('Bonjour tous!2026', PASSWORD_COST);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('update account set password_hash = $1', [passwordHash]);
    await client.query(
      `insert into sign_in_identifier (kind, association_id, value, account_id)
       select by.kind, '00000000-0000-0000-0000-000000000000', value, id
       from account, lateral (values ('USERNAME', username), ('EMAIL', username || '@example.org')) as by (kind, value)`,
    );
    await client.query(
      `insert into account_holding (account_id, association_id, kind, subject_id, from_at)
       select id, ${idSql('association', '0')}, 'MEMBERSHIP', id, '2025-01-01' from account`,
    );
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Each request comes from a visitor of its own, told by a client with a secret: budgets close no door meanwhile. */
function asking(connection, key) {
  let visitors = 0;
  return async ({ query, input, answer }, name) => {
    visitors += 1;
    const body = Buffer.from(JSON.stringify({ query, variables: { input: input(name) } }));
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      'accept-language': 'fr-CA',
      'x-affilia-client': key,
      'x-affilia-visitor': `10.${visitors >> 16}.${(visitors >> 8) & 255}.${visitors & 255}`,
    };
    const begun = performance.now();
    const text = await connection.send({ path: '/graphql', headers, body });
    const milliseconds = performance.now() - begun;
    if (!text.includes(`"${answer}"`)) throw new Error(`${name} was answered with ${text}`);
    return { milliseconds, text };
  };
}

async function measure(what, place, ask, deadline) {
  const times = { member: [], nobody: [] };
  const answers = new Set();
  const first = place * (PAIRS + WARM_UP) + 101;
  for (let number = first; number < first + PAIRS + WARM_UP; number++) {
    deadline.throwIfAborted();
    const order = randomInt(2) === 0 ? ['member', 'nobody'] : ['nobody', 'member'];
    for (const who of order) {
      const { milliseconds, text } = await ask(what, `${who}${number}`);
      answers.add(text);
      if (number >= first + WARM_UP) times[who].push(milliseconds);
    }
  }
  return { ...what, times, answers: answers.size, auc: auc(times.member, times.nobody) };
}

function report(results, { version, startedAt }) {
  const middle = times => quantile(times, 0.5).toFixed(2);
  return [
    `Measured on ${startedAt.toISOString().slice(0, 10)}: ${os.cpus().length} × ${os.cpus()[0].model}, ` +
      `Node ${process.version}, PostgreSQL ${version}; ${PAIRS} pairs each, in no order.`,
    table([
      ['what is asked', 'different answers', 'member p50 ms', 'nobody p50 ms', 'AUC', `${LEAST}–${MOST}`],
      ...results.map(({ title, answers, times, auc: told }) => [
        title,
        String(answers),
        middle(times.member),
        middle(times.nobody),
        told.toFixed(3),
        told >= LEAST && told <= MOST && answers === 1 ? 'reached' : 'missed',
      ]),
    ]),
  ].join('\n\n');
}
