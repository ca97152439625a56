import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { refuse } from '../../../platform/problem.ts';
import { holdAccount } from '../account-state.ts';
import { actorOf, clientOf } from '../actor-of.ts';
import { demandFreshProof } from './demand-fresh-proof.ts';
import { hasFactor } from './factors-of-account.ts';
import { renewRecoveryCodes } from './recovery-codes.ts';
import { recoveryCodesRenewed } from './second-factor.mails.ts';
import { SecondFactorMissing } from './second-factor.problems.ts';
import { tellFactorNews } from './tell-factor-news.ts';

/** Puts new recovery codes in the place of all earlier ones, and answers them this once. */
export function regenerateRecoveryCodes(
  context: Context,
  { idempotencyKey: key }: { readonly idempotencyKey: string | undefined },
): Promise<string[]> {
  const { accountId } = actorOf(context);
  return onceAfter(
    context,
    () => demandFreshProof(context),
    { operation: 'regenerateRecoveryCodes', key, input: {} },
    async tx => {
      await holdAccount(tx, accountId);
      if (!(await hasFactor(tx, accountId))) refuse(new SecondFactorMissing());
      const codes = await renewRecoveryCodes(context, tx, accountId);
      await tellFactorNews(context, tx, accountId, recoveryCodesRenewed, {});
      await recordAudit(context, tx, {
        act: 'regenerateRecoveryCodes',
        subjectKind: 'Account',
        subjectId: accountId,
        associationId: clientOf(context).associationId,
      });
      return codes;
    },
  );
}
