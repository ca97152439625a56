import { fromPublicId, toPublicId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { refuse, Refusal } from '../../../../platform/problem.ts';
import { mayAsStaff, type StaffAction } from '../../../associations/index.ts';
import { paymentFor, type PaymentInCare } from '../payment-for.ts';
import { RefundEntity } from './refund.entity.ts';
import { RefundNotFound } from './refund.problems.ts';

export interface RefundInCare extends PaymentInCare {
  readonly refund: RefundEntity;
}

/** A refund for an act of staff: absent, elsewhere and one's own are the same answer. */
export async function refundFor(
  context: Context,
  action: StaffAction,
  publicId: string,
): Promise<RefundInCare> {
  const id = fromPublicId('Refund', publicId);
  const refund = id && (await context.db.entities.findOneBy(RefundEntity, { id }));
  if (!refund || !(await mayAsStaff(context, action, refund.bookId))) refuse(new RefundNotFound());
  try {
    return { refund, ...(await paymentFor(context, action, toPublicId('Payment', refund.paymentId))) };
  } catch (fault) {
    if (fault instanceof Refusal) refuse(new RefundNotFound());
    throw fault;
  }
}
