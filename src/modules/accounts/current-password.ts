import type { Context } from '../../platform/context.ts';
import { refuse } from '../../platform/problem.ts';
import { CurrentPasswordWrong } from './account.problems.ts';
import { readAccountNow, type AccountRow } from './account-state.ts';
import { actorOf } from './actor-of.ts';
import { judgeGuess } from './guesses.ts';

/** Asks the signed-in person for the password again, within the budgets of guessing it. */
export async function demandCurrentPassword(context: Context, currentPassword: string): Promise<AccountRow> {
  const account = await readAccountNow(context, actorOf(context).accountId);
  const right = await judgeGuess(context, account.id, () =>
    context.passwords.verify(account.passwordHash, currentPassword),
  );
  if (!right) refuse(new CurrentPasswordWrong());
  return account;
}
