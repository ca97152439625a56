import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** The service, or this command, says no; the message is for whoever reads it. */
export class Refused extends Error {}

/**
 * Signs an administrator in. What stands in the environment is not asked for; where nobody can be asked, what is
 * missing is said.
 *
 * @param {ReturnType<typeof import('../dist/esm/index.js').createAffilia>} affilia
 * @param {import('./words.mjs').Words} words
 */
export async function signIn(affilia, words) {
  const outcome = await affilia.accounts.signIn({
    identifier: await answer('AFFILIA_IDENTIFIER', words.identifier, words),
    password: await answer('AFFILIA_PASSWORD', words.password, words, true),
  });
  if (!outcome.ok) throw new Refused(outcome.problem.message);
  const { secondFactor: owed } = outcome.value;
  if (!owed) return;

  const verified = await affilia.secondFactors.verify({
    challenge: owed.challenge,
    code: await answer('AFFILIA_CODE', words.code, words),
  });
  if (!verified.ok) throw new Refused(verified.problem.message);
}

/**
 * @param {string} variable
 * @param {string} question
 * @param {import('./words.mjs').Words} words
 */
async function answer(variable, question, words, hidden = false) {
  const given = process.env[variable];
  if (given) return given;
  if (!process.stdin.isTTY) throw new Refused(words.missing(variable));
  process.stderr.write(`${question} `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({
    input: process.stdin,
    output: hidden ? silent : process.stderr,
    terminal: true,
  });
  try {
    const line = await new Promise(resolve => {
      asking.once('line', resolve);
      // Ctrl-C and Ctrl-D, which end the asking without a line.
      asking.once('close', () => resolve(null));
    });
    if (line !== null) return line;
    // It would read on by itself, and hold the process.
    process.stdin.destroy();
    throw new Refused(words.brokenOff);
  } finally {
    asking.close();
    if (hidden) process.stderr.write('\n');
  }
}
