import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import { bodyForStaff, type StaffAction } from '../../associations/index.ts';
import { isOwnPayment } from './own-payment.ts';
import type { PaymentFacts } from './payment-facts.ts';
import { paymentById } from './payment.loaders.ts';
import { PaymentNotFound } from './payment.problems.ts';

export interface PaymentInCare {
  readonly payment: PaymentFacts;
  readonly body: NonNullable<Awaited<ReturnType<typeof bodyForStaff>>>;
}

/** A payment for an act of staff of its receiver: absent, elsewhere and one's own are the same answer. */
export async function paymentFor(
  context: Context,
  action: StaffAction,
  publicId: string,
): Promise<PaymentInCare> {
  const id = fromPublicId('Payment', publicId);
  const payment = id && (await context.load(paymentById, id));
  const body = payment && (await bodyForStaff(context, action, payment.receiverId));
  if (!payment || !body || (await isOwnPayment(context, payment))) refuse(new PaymentNotFound());
  return { payment, body };
}
