import { deepStrictEqual } from 'node:assert/strict';

const CHECKED = 20;

/** Comparing speeds means nothing unless all servers say the same: throws where they do not. */
export async function checkFacts(workload, contestants) {
  const [first, ...others] = contestants;
  const factsOf = async ({ server, connection, requests }, place) =>
    workload[server.name].facts(JSON.parse(await connection.send(requests[place])));

  for (let place = 0; place < Math.min(CHECKED, first.requests.length); place++) {
    const expected = await factsOf(first, place);
    for (const other of others) {
      try {
        deepStrictEqual(await factsOf(other, place), expected);
      } catch (cause) {
        throw new Error(`${workload.id}: ${other.server.name} and ${first.server.name} disagree`, { cause });
      }
    }
  }
}
