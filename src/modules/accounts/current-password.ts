import type { Context } from '../../platform/context.ts';
import { refuse } from '../../platform/problem.ts';
import { CurrentPasswordWrong } from './account.problems.ts';
import { readAccountNow, type AccountRow } from './account-state.ts';
import { actorOf } from './actor-of.ts';
import { judgeGuess } from './guesses.ts';
import { acceptedHash } from './old-passwords/index.ts';
import { knownBrowser } from './sessions/known-browsers.ts';
import { waysToProof } from './ways-on.ts';

/** Asks the signed-in person for the password again, within the budgets of guessing it. */
export async function demandCurrentPassword(
  context: Context,
  currentPassword: string,
  deviceToken: string | null = null,
): Promise<AccountRow> {
  const account = await readAccountNow(context, actorOf(context).accountId);
  const hash = await acceptedHash(context, account);
  const browser = await knownBrowser(context, account.id, deviceToken);
  const guess = { key: account.id, browser, waysOn: () => waysToProof(context) };
  const right = await judgeGuess(context, guess, () => context.passwords.verify(hash, currentPassword));
  if (!right) refuse(new CurrentPasswordWrong());
  return account;
}
