import { toPublicId } from '../dist/kernel/id.js';
import { closeAll } from './close-all.mjs';
import { idOf } from './data/ids.mjs';
import { openRealm } from './data/open-realm.mjs';
import { checkFacts } from './measure/check-facts.mjs';
import { compare } from './measure/compare.mjs';
import { countStatements } from './measure/count-statements.mjs';
import { connect } from './measure/load.mjs';
import { requestsOf } from './measure/requests.mjs';
import { report, save } from './report.mjs';
import { startServer } from './servers/start-server.mjs';
import { workloads } from './workloads/index.mjs';

const SERVERS = ['limit', 'ours', 'postgraphile'];
const CONNECTIONS = 4;
/** A server runs for weeks: what its first thousand requests cost says more about the compiler than about it. */
const WARM_UP = 2_000;

/** One run from an empty folder to the table. Everything that is opened is closed, whatever happens. */
export async function bench({ scale, rounds, only, profile, save: isKept }, deadline) {
  const startedAt = new Date();
  const closers = [];
  try {
    say(`filling a database, scale ${scale}`);
    const realm = await openRealm(scale);
    closers.push(realm.remove);
    deadline.throwIfAborted();

    const chosen = workloads.filter(({ id }) => only === null || id === only);
    const contestants = [];
    for (const name of SERVERS) {
      deadline.throwIfAborted();
      say(`starting ${name}`);
      const server = await startServer(
        name,
        toldTo(realm),
        name === 'ours' && profile ? profiling(profile) : [],
      );
      closers.push(server.stop);
      const connection = connect(server.url, CONNECTIONS);
      closers.push(connection.close);
      contestants.push({ server, connection });
    }

    const trials = [];
    for (const workload of chosen) trials.push(await prepare(workload, contestants, realm));
    const statements = await countStatements(trials, 'ours', realm.administrationUrl);
    const { postmaster } = realm;
    const results = await compare(trials, { rounds, warmUp: WARM_UP, postmaster, deadline, say });

    const seconds = Math.round((Date.now() - startedAt.getTime()) / 1000);
    const run = { ...realm, statements, scale, startedAt, seconds, rounds, connections: CONNECTIONS };
    const text = report(results, run);
    if (isKept) await save(text);
    return text;
  } finally {
    await closeAll(closers.reverse());
  }
}

const toldTo = ({ url, sample }) => ({
  databaseUrl: url,
  poolSize: CONNECTIONS,
  association: idOf('association', 0),
  members: sample.map(({ account }) => idOf('account', account)),
  staff: idOf('account', sample[0].account),
});

const profiling = folder => ['--cpu-prof', `--cpu-prof-dir=${folder}`];

async function prepare(workload, contestants, { sample }) {
  const ready = [];
  for (const { server, connection } of contestants) {
    const requests = await requestsOf(workload, { server, connection, sample, publicIdOf: toPublicId });
    ready.push({ server, connection, requests });
  }
  say(`${workload.id}: do all servers say the same?`);
  await checkFacts(workload, ready);
  return { workload, contestants: ready };
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
