import type { AccountId, AssociationId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { defineJob } from '../../../platform/jobs/job.ts';
import { tellEveryAddress } from '../tell-every-address.ts';
import { dropFactors } from './drop-factors.ts';
import { factorResetDone } from './factor-reset.mails.ts';

export const FINISH_FACTOR_RESET = 'finish-factor-reset';

const finish = statement<{ accountId: AccountId; associationId: AssociationId }>(
  'factor-reset-finish',
  `update factor_reset set done_at = $2
   where id = $1 and contested_at is null and done_at is null and effective_at <= $2
   returning account_id as "accountId", association_id as "associationId"`,
);

/** False when it is not due, was contested, or is done already. */
export async function finishFactorReset(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  resetId: string,
): Promise<boolean> {
  const [reset] = await within(tx, finish, [resetId, parts.clock.now()]);
  if (!reset) return false;
  await dropFactors(tx, reset.accountId);
  await tellEveryAddress(parts, tx, reset, { letter: factorResetDone, values: {} });
  await recordAudit(parts, tx, {
    act: 'finishFactorReset',
    subjectKind: 'Account',
    subjectId: reset.accountId,
    associationId: reset.associationId,
    after: { resetId },
  });
  return true;
}

export const finishFactorResetJob = defineJob<{ readonly resetId: string }>(
  FINISH_FACTOR_RESET,
  async (parts, { resetId }) => {
    await parts.db.transaction(tx => finishFactorReset(parts, tx, resetId));
  },
);
