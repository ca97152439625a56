import type { Context } from '../../../platform/context.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { refuse } from '../../../platform/problem.ts';
import type { SignInRefused } from '../account.problems.ts';
import { passwordHolds } from '../account-state.ts';
import { demandFreshProof } from '../second-factors/demand-fresh-proof.ts';
import { oweFactor } from '../second-factors/owe-factor.ts';
import { OwedSecondFactor, type OwedFactorFacts } from '../second-factors/owed-factor.type.ts';
import { provePassword, signInRefusal, type Proved } from '../sign-in.ts';
import { holdBoth, judgeBoth, notPersonal } from './hold-both.ts';
import { joinAccounts } from './join-accounts.ts';
import type { AccountNotPersonal } from './link.problems.ts';

export interface LinkAccounts {
  /** Whatever signs in to the other account. */
  readonly identifier: string;
  readonly password: string;
  readonly idempotencyKey: string | undefined;
}

interface Prepared {
  readonly proved: Proved;
  readonly refused: SignInRefused;
  readonly shared: AccountNotPersonal;
}

/**
 * Joins the account whose password is given to the one of the signed-in person, who signed in a short while ago. The
 * steps are those of signing in, their budgets and their one refusal included: where the other account has a second
 * factor nothing is done, and it is owed.
 */
export async function linkAccounts(
  context: Context,
  { idempotencyKey: key, ...input }: LinkAccounts,
): Promise<OwedSecondFactor | null> {
  const prepare = async (): Promise<Prepared> => {
    await demandFreshProof(context);
    const [refused, shared] = [await signInRefusal(context), await notPersonal(context)];
    return { proved: await provePassword(context, input), refused, shared };
  };
  const repeatable = { operation: 'linkAccounts', key, input };
  const { owed } = await onceAfter<Prepared, { readonly owed: Omit<OwedFactorFacts, 'to'> | null }>(
    context,
    prepare,
    repeatable,
    async (tx, { proved, refused, shared }) => {
      const both = await holdBoth(context, tx, proved.id);
      if (!(await passwordHolds(tx, proved))) refuse(refused);
      await judgeBoth(tx, both, shared);
      const secondFactor = await oweFactor(context, tx, proved.id);
      if (!secondFactor) await joinAccounts(context, tx, both);
      return { owed: secondFactor };
    },
  );
  return owed && new OwedSecondFactor({ ...owed, to: 'confirmAccountLink' });
}
