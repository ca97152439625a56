import type { Context } from '../../../platform/context.ts';
import { demandFreshProof } from '../second-factors/demand-fresh-proof.ts';
import { proveOwedFactor, type VerifySecondFactor } from '../second-factors/verify-second-factor.ts';
import { holdBoth, judgeBoth, notPersonal, type BothAccounts } from './hold-both.ts';
import { joinAccounts } from './join-accounts.ts';

/** Ends what `linkAccounts` began, where the other account has a second factor: with it, the two become one. */
export async function confirmAccountLink(
  context: Context,
  typed: Omit<VerifySecondFactor, 'deviceToken'>,
): Promise<void> {
  await demandFreshProof(context);
  const shared = await notPersonal(context);
  const held: { both: BothAccounts | null } = { both: null };
  await proveOwedFactor(context, typed, {
    async hold(tx, otherId) {
      held.both = await holdBoth(context, tx, otherId);
      if (held.both.other.disabledAt !== null) return false;
      await judgeBoth(tx, held.both, shared);
      return true;
    },
    async work(tx) {
      if (held.both) await joinAccounts(context, tx, held.both);
    },
  });
}
