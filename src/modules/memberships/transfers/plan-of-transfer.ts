import { dayAt } from '../../../kernel/deadline.ts';
import type { Context } from '../../../platform/context.ts';
import { associationById } from '../../associations/index.ts';
import { membershipById, membershipClassById } from '../membership.loaders.ts';
import { planTransfer, type TransferPlan } from './plan-transfer.ts';
import { effectiveDay } from './transfer.policy.ts';
import type { TransferFacts } from './transfer.rows.ts';

/** What a request would do if it were accepted now. */
export async function planOfTransfer(context: Context, transfer: TransferFacts): Promise<TransferPlan> {
  const [membership, receiving, memberClass] = await Promise.all([
    context.load(membershipById, transfer.membershipId),
    context.load(associationById, transfer.receivingId),
    context.load(membershipClassById, transfer.classId),
  ]);
  if (!membership || !receiving || !memberClass) throw new Error('a transfer names what is gone');
  const on = effectiveDay(transfer.wantedOn, dayAt(receiving.timeZone, context.clock.now()));
  return planTransfer(context, { membership, receiving, memberClass, on });
}
