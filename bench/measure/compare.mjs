import { startCounting } from './cpu.mjs';
import { median, quantile, sum } from './statistics.mjs';

/** Runs the servers turn by turn, so that whatever else the machine does meets all of them alike. */
export async function compare(trials, { rounds, warmUp, postmaster, deadline, say }) {
  for (const { workload, contestants } of trials) {
    say(`${workload.id}: warming up`);
    for (const { connection, requests } of contestants) await connection.burst(requests, 0, warmUp);
  }
  const measured = new Map(trials.map(trial => [trial, trial.contestants.map(() => [])]));
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1} of ${rounds}`);
    for (const [trial, results] of measured) {
      for (const place of turns(trial.contestants.length, round)) {
        deadline.throwIfAborted();
        results[place].push(await measure(trial, trial.contestants[place], round, postmaster));
      }
    }
  }
  return [...measured].map(([{ workload, contestants }, results]) => ({
    workload,
    contestants: contestants.map(({ server }, place) => summary(server.name, results[place], results[0])),
  }));
}

/** Another one begins in each round. */
const turns = (count, round) => Array.from({ length: count }, (_, place) => (place + round) % count);

async function measure({ workload }, { server, connection, requests }, round, postmaster) {
  const count = workload.requests;
  const stop = startCounting(server.pid, postmaster);
  const { latencies, milliseconds } = await connection.burst(requests, round * count, count);
  const spent = stop();
  return {
    latencies,
    server: spent.server / count,
    database: spent.database / count,
    cpu: (spent.server + spent.database) / count,
    perSecond: (count / milliseconds) * 1000,
  };
}

function summary(name, rounds, limit) {
  const latencies = rounds.flatMap(round => round.latencies);
  const ratios = rounds.map(({ cpu }, round) => cpu / limit[round].cpu);
  return {
    name,
    requests: sum(rounds.map(round => round.latencies.length)),
    cpu: median(rounds.map(({ cpu }) => cpu)),
    server: median(rounds.map(({ server }) => server)),
    database: median(rounds.map(({ database }) => database)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  };
}
