import type { MembershipId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { contextWithin } from '../../../platform/database/context-within.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { membershipMoney, type MoneyEffect } from '../money.ports.ts';
import { handOverWhenDue } from './hand-record-over.ts';
import { changeOf, type TransferPlan } from './plan-transfer.ts';
import { refuseOver } from './transfer-access.ts';
import { tellAccepted } from './transfer.notices.ts';
import type { TransferFacts } from './transfer.rows.ts';
import { writeTransfer } from './write-transfer.ts';

export interface Acceptance {
  readonly transfer: TransferFacts;
  readonly plan: TransferPlan;
  readonly effect: MoneyEffect;
  readonly memberNumber: string | null;
  readonly why: 'ACCEPTED' | 'ACCEPTED_BY_SILENCE';
}

// Of many decisions at once exactly one finds it open.
const accept = statement<{ readonly id: string }>(
  'transfer-accept',
  `update membership_transfer set ended_at = $2, ended_why = $3, effective_on = $4, new_membership_id = $5
   where id = $1 and ended_at is null and expires_at >= $2 returning id`,
);

/** The member passes over, in one transaction: both histories, the money, the number, and who is told. */
export async function completeTransfer(
  context: Context,
  tx: Tx,
  { transfer, plan, effect, memberNumber, why }: Acceptance,
): Promise<void> {
  const newMembershipId = await writeTransfer(context, tx, plan, memberNumber);
  const values = [transfer.id, context.clock.now(), why, plan.on, newMembershipId];
  if ((await within(tx, accept, values)).length === 0) await refuseOver(context, tx, transfer);
  const { into, ...change } = changeOf(plan);
  const settled = { ...change, into: { ...into, membershipId: newMembershipId } };
  await context.ports.of(membershipMoney).settle(contextWithin(context, tx), tx, settled, effect);
  await audit(context, tx, { transfer, plan, effect, why, newMembershipId });
  await tellAccepted(context, tx, { transfer, plan, effect });
  await handOverWhenDue(context, tx, {
    transferId: transfer.id,
    on: plan.on,
    zone: plan.receiving.timeZone,
  });
}

/** Each of the two bodies has an entry in its own trail. */
async function audit(
  context: Context,
  tx: Tx,
  {
    transfer,
    plan,
    effect,
    why,
    newMembershipId,
  }: Omit<Acceptance, 'memberNumber'> & { readonly newMembershipId: MembershipId },
): Promise<void> {
  const act = why === 'ACCEPTED' ? 'decideTransfer' : 'acceptTransferBySilence';
  const entry = { act, subjectKind: 'Membership' };
  await recordAudit(context, tx, {
    ...entry,
    subjectId: transfer.membershipId,
    associationId: transfer.sendingId,
    after: { transferId: transfer.id, left: plan.on, totalCents: Number(effect.total.cents) },
  });
  await recordAudit(context, tx, {
    ...entry,
    subjectId: newMembershipId,
    associationId: transfer.receivingId,
    after: {
      transferId: transfer.id,
      entered: plan.on,
      classId: plan.memberClass.id,
      termTo: plan.term?.to ?? null,
    },
  });
}
