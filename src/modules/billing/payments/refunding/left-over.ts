import type { InvoiceId } from '../../../../kernel/id.ts';
import type { Money } from '../../../../kernel/money.ts';
import { least, NOTHING } from '../change-paid.ts';

/** An invoice that a payment paid, as far as it tells what of that payment is in whose credit by now. */
export interface PaidInvoice {
  readonly id: InvoiceId;
  /** Whether whoever paid owes it too. Otherwise a credit note gives its payer what somebody else had paid. */
  readonly isOwn: boolean;
  /** What is paid of it now. */
  readonly paid: Money;
  /** What the payment put on it, less what refunds took off its lines. */
  readonly put: Money;
  /** The same of other payments that were not returned: of whoever owes it, and of others. */
  readonly putByPayer: Money;
  readonly putByOthers: Money;
  /** What was given back out of its payer's credit: of this payment, and of all. */
  readonly givenBack: Money;
  readonly givenBackOfAll: Money;
}

/**
 * What of a payment lies in the credit of whoever paid: what no invoice took, and what credit notes gave back of their
 * own invoices. `left` is what can still leave of it at all, once what waits to leave its lines has left.
 */
export function leftOver(left: Money, invoices: readonly PaidInvoice[]): Money {
  const elsewhere = invoices.map(invoice =>
    invoice.isOwn
      ? notBelowNothing(invoice.paid.minus(invoice.putByPayer).minus(invoice.putByOthers))
      : invoice.put.minus(invoice.givenBack),
  );
  return notBelowNothing(elsewhere.reduce((rest, amount) => rest.minus(amount), left));
}

/**
 * What of a payment a credit note put into the credit of whoever owes an invoice that somebody else had paid. Of such
 * an invoice the money of its payer comes back first, and what others paid stands the longest.
 */
export function releasedTo({ isOwn, paid, put, putByOthers, ...invoice }: PaidInvoice): Money {
  if (isOwn) return NOTHING;
  const released = notBelowNothing(put.plus(putByOthers).minus(paid));
  return notBelowNothing(least(put.minus(invoice.givenBack), released.minus(invoice.givenBackOfAll)));
}

const notBelowNothing = (amount: Money): Money => (amount.compare(NOTHING) < 0 ? NOTHING : amount);
