import { parseArgs } from 'node:util';
import { AffiliaError, createAffilia } from '../dist/esm/index.js';
import { accounts } from '../dist/esm/accounts.js';
import { clients } from '../dist/esm/clients.js';
import { secondFactors } from '../dist/esm/second-factors.js';
import { batchesOf, readDocuments } from './read-documents.mjs';
import { Refused, signIn } from './sign-in.mjs';

/**
 * Registers the documents of a site, and says of each what became of it. A document that the service refuses holds up
 * no other; pushing twice is pushing once.
 *
 * @param {readonly string[]} given
 * @param {import('./words.mjs').Words} words
 * @returns {Promise<number>} The exit code.
 */
export async function pushDocuments(given, words) {
  const order = readOrder(given);
  if (order === null) {
    console.error(words.usage);
    return 2;
  }
  const documents = readDocuments(order.file);
  if (documents === null) {
    console.error(words.unreadable(order.file));
    return 2;
  }

  const affilia = createAffilia({
    endpoint: order.endpoint,
    clientKey: process.env.AFFILIA_KEY ?? '',
    locale: words.locale,
    storage: 'memory',
    use: { accounts, clients, secondFactors },
  });
  try {
    await signIn(affilia, words);
    try {
      const counts = { added: 0, known: 0, refused: 0 };
      for (const batch of batchesOf(documents)) await push(affilia, { ...order, batch, counts, words });
      console.log(words.summary(counts));
      return counts.refused > 0 ? 1 : 0;
    } finally {
      await affilia.accounts.signOut();
    }
  } catch (fault) {
    if (fault instanceof Refused) {
      console.error(fault.message);
      return 1;
    }
    if (!(fault instanceof AffiliaError)) throw fault;
    console.error(words.fault(fault));
    return fault.code === 'NETWORK' || fault.code === 'BAD_RESPONSE' || fault.code === 'SERVICE_BUSY' ? 3 : 1;
  }
}

/** @param {readonly string[]} given */
function readOrder(given) {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: { client: { type: 'string' }, endpoint: { type: 'string' } },
    });
    const { client, endpoint } = values;
    const [file] = positionals;
    if (!client || !endpoint || !file || positionals.length > 1 || !process.env.AFFILIA_KEY) return null;
    return { clientId: client, endpoint: new URL(endpoint).href, file };
  } catch {
    return null;
  }
}

async function push(affilia, { clientId, batch, counts, words }) {
  const outcome = await affilia.clients.registerDocuments({
    clientId,
    documents: batch.map(({ text }) => text),
  });
  if (outcome.ok) {
    const added = new Set(outcome.value.added);
    for (const { name, sha256 } of batch) {
      counts[added.has(sha256) ? 'added' : 'known'] += 1;
      console.log(added.has(sha256) ? words.added(name) : words.known(name));
    }
    return;
  }

  const { problem } = outcome;
  const wrong = new Map(
    (problem.__typename === 'InvalidInput' ? problem.issues : []).map(({ path, message }) => [
      Number(path[2]),
      message,
    ]),
  );
  // What is wrong with the client or the person, and not with a document, is wrong with all of them.
  if (wrong.size === 0 || wrong.has(Number.NaN)) throw new Refused(wrong.get(Number.NaN) ?? problem.message);
  for (const [place, message] of wrong) {
    counts.refused += 1;
    console.error(words.refused(batch[place]?.name ?? '', message));
  }
  const rest = batch.filter((_, place) => !wrong.has(place));
  if (rest.length > 0) await push(affilia, { clientId, batch: rest, counts, words });
}
