import { fromPublicId, type SecondFactorId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { holdAccount } from '../account-state.ts';
import { actorOf, clientOf } from '../actor-of.ts';
import { demandFreshProof } from './demand-fresh-proof.ts';
import { dropRemains } from './drop-factors.ts';
import { hasFactor } from './factors-of-account.ts';
import type { SecondFactorKind } from './second-factor.enums.ts';
import { factorRemoved } from './second-factor.mails.ts';
import { SecondFactorNotFound } from './second-factor.problems.ts';
import { tellFactorNews } from './tell-factor-news.ts';

interface Removed {
  readonly id: SecondFactorId;
  readonly kind: SecondFactorKind;
  readonly name: string | null;
}

const remove = statement<Removed>(
  'second-factor-remove',
  `with app as (
     delete from totp_factor where id = $1 and account_id = $2 and confirmed_at is not null returning id
   ), key as (
     delete from passkey where id = $1 and account_id = $2 returning id, name
   )
   select id, 'TOTP' as kind, null as name from app union all select id, 'PASSKEY', name from key`,
);

/** Takes a factor off the account of the signed-in person; with the last one go the recovery codes. */
export async function removeSecondFactor(
  context: Context,
  {
    secondFactorId,
    idempotencyKey: key,
  }: { readonly secondFactorId: string; readonly idempotencyKey: string | undefined },
): Promise<void> {
  const { accountId } = actorOf(context);
  await onceAfter(
    context,
    () => demandFreshProof(context),
    { operation: 'removeSecondFactor', key, input: { secondFactorId } },
    async tx => {
      await holdAccount(tx, accountId);
      const { id, ...removed } = await take(tx, secondFactorId, accountId);
      if (!(await hasFactor(tx, accountId))) await dropRemains(tx, accountId);
      await tellFactorNews(context, tx, accountId, factorRemoved, removed);
      await recordAudit(context, tx, {
        act: 'removeSecondFactor',
        subjectKind: 'SecondFactor',
        subjectId: id,
        associationId: clientOf(context).associationId,
        before: removed,
      });
    },
  );
}

async function take(tx: Tx, secondFactorId: string, accountId: string): Promise<Removed> {
  const [removed] = await within(tx, remove, [fromPublicId('SecondFactor', secondFactorId), accountId]);
  return removed ?? refuse(new SecondFactorNotFound());
}
