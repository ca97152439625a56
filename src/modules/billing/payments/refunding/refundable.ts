import type { PaymentId, RefundId } from '../../../../kernel/id.ts';
import { Money } from '../../../../kernel/money.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { HeldInvoice } from '../../invoices/held-invoice.ts';
import { takeBack, type LedgerLine, type LineAmount } from '../../ledger/index.ts';
import { payerIn, type Payer } from '../../payer.ts';
import { NOTHING } from '../change-paid.ts';
import { holdCredit, unnamedCreditOf } from '../credit/credit-of.ts';
import type { HeldPayment } from '../hold-payment.ts';
import { payersOf } from '../payers.ts';

const read = statement<{ gone: string; returned: boolean }>(
  'payment-gone',
  `select exists (select from payment_return where payment_id = $1) as returned,
     (select coalesce(sum(cents), 0) from refund
      where payment_id = $1 and way <> 'CREDIT' and id is distinct from $2 and failed_at is null
        and withdrawn_at is null)::text as gone`,
);

/** What can still leave of a held payment: what came in, less what went back or waits to, other than this refund. */
export async function leftOf(
  tx: Tx,
  { id, cents }: { readonly id: PaymentId; readonly cents: bigint },
  except: RefundId | null,
): Promise<Money> {
  const [found] = await within(tx, read, [id, except]);
  if (!found || found.returned) return NOTHING;
  return Money.cad(cents).minus(Money.cad(BigInt(found.gone)));
}

/** What of a payment still stands paid on the lines of one of its invoices. */
export const standingOn = (
  { allocation }: HeldPayment,
  invoice: HeldInvoice,
  lines: readonly LedgerLine[],
): LineAmount[] =>
  takeBack(
    allocation.filter(({ invoiceId }) => invoiceId === invoice.id),
    lines,
  );

/** A part of what stands, each line in its proportion. */
export function shareOf(standing: readonly LineAmount[], amount: Money): LineAmount[] {
  if (standing.length === 0) return [];
  const shares = amount.allocate(standing.map(part => part.amount.cents));
  return standing
    .map(({ lineId }, place) => ({ lineId, amount: shares[place] ?? NOTHING }))
    .filter(part => !part.amount.isZero());
}

export interface Purse {
  /** Null for whoever paid without being on file. */
  readonly payer: Payer | null;
  readonly credit: Money;
}

/**
 * Whose credit a refund of a held payment comes out of: that of whoever paid or, where the invoices were another's and
 * were credited since, theirs. The one that holds most, held.
 */
export async function purseOf(tx: Tx, { payment, invoices }: HeldPayment): Promise<Purse> {
  const payer = payerIn(payment);
  const bookId = payment.receiverId;
  const purses: Purse[] = [
    { payer, credit: payer ? await holdCredit(tx, bookId, payer) : await unnamedCreditOf(tx, payment.id) },
  ];
  for (const other of payersOf(invoices))
    purses.push({ payer: other, credit: await holdCredit(tx, bookId, other) });
  return purses.reduce((best, purse) => (purse.credit.compare(best.credit) > 0 ? purse : best));
}

export const least = (...amounts: readonly Money[]): Money =>
  amounts.reduce((least, amount) => (amount.compare(least) < 0 ? amount : least));
