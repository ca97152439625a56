import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { AffiliaError, createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { associations } from '@affilia/sdk/associations';
import { imports } from '@affilia/sdk/imports';
import { secondFactors } from '@affilia/sdk/second-factors';
import { uploads } from '@affilia/sdk/uploads';
import { Refused, signIn } from '../../sdk/bin/sign-in.mjs';
import { showProgress } from './show-progress.mjs';

const SHOWN = 50;
const UNREACHED = ['NETWORK', 'BAD_RESPONSE', 'SERVICE_BUSY'];

/**
 * Sends a file, has it imported and says what came of it. Ctrl-C stops the import.
 *
 * @param {{ kind: string, file: string, association: string, source: string, dryRun: boolean, endpoint: string }} order
 * @param {import('./words.mjs').Words} words
 * @returns {Promise<number>} The exit code.
 */
export async function importFile(order, words) {
  const content = await openAsBlob(order.file).catch(() => null);
  if (content === null) return complain(words.unreadable(order.file), 2);
  const clientKey = process.env.AFFILIA_KEY;
  if (!clientKey) return complain(words.missing('AFFILIA_KEY'), 2);

  const affilia = createAffilia({
    endpoint: order.endpoint,
    clientKey,
    locale: words.locale,
    storage: 'memory',
    use: { accounts, associations, imports, secondFactors, uploads },
  });
  try {
    await signIn(affilia, words);
    try {
      const run = await follow(affilia, await start(affilia, order, content), words);
      return await tell(affilia, run, words);
    } finally {
      await affilia.accounts.signOut();
    }
  } catch (fault) {
    if (fault instanceof Refused) return complain(fault.message, 1);
    if (!(fault instanceof AffiliaError)) throw fault;
    return complain(words.fault(fault), UNREACHED.includes(fault.code) ? 3 : 1);
  }
}

async function start(affilia, { kind, file, association: code, source, dryRun }, content) {
  const association = await affilia.associations.get(code);
  const associationId = association?.id ?? code;
  const sent = valueOf(
    await affilia.uploads.send(content, { associationId, purpose: 'IMPORT', fileName: basename(file) }),
  );
  const started = await affilia.imports.start({
    associationId,
    uploadId: sent.upload.id,
    source,
    kind: kind.toUpperCase(),
    mode: dryRun ? 'DRY_RUN' : 'COMMIT',
  });
  return valueOf(started).importRun;
}

/** To its end, and how far it is. */
async function follow(affilia, started, words) {
  const progress = showProgress(process.stderr, words);
  const stop = () => void affilia.imports.cancel(started.id);
  process.once('SIGINT', stop);
  let run = started;
  progress.at(run);
  try {
    for await (run of affilia.imports.watch(started.id, { everyMilliseconds: 500 })) progress.at(run);
  } finally {
    progress.stop();
    process.off('SIGINT', stop);
  }
  return run;
}

async function tell(affilia, run, words) {
  for (const severity of ['FAULT', 'NOTICE', 'DUPLICATE']) {
    const { nodes, totalCount } = await affilia.imports.findings(run.id, severity).page({ first: SHOWN });
    if (totalCount === 0) continue;
    console.log(words.severities[severity](totalCount));
    for (const finding of nodes) console.log(words.finding(finding));
    if (totalCount > nodes.length) console.log(words.more(totalCount - nodes.length));
  }
  if (run.counts) console.log(words.counts(run.counts));
  console.log(
    words.ends[run.mode === 'DRY_RUN' && run.state === 'DONE' ? 'DRY_RUN' : run.state] ?? run.state,
  );
  return run.state === 'DONE' ? 0 : 1;
}

function valueOf(outcome) {
  if (outcome.ok) return outcome.value;
  const { problem } = outcome;
  const issues = 'issues' in problem ? problem.issues.map(({ message }) => message) : [];
  throw new Refused([problem.message, ...issues].join('\n'));
}

function complain(sentence, code) {
  console.error(sentence);
  return code;
}
