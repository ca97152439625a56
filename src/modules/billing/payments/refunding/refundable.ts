import type { InvoiceId, PaymentId, RefundId } from '../../../../kernel/id.ts';
import { Money } from '../../../../kernel/money.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { HeldInvoice } from '../../invoices/held-invoice.ts';
import { takeBack, type LedgerLine, type LineAmount } from '../../ledger/index.ts';
import { payerIn, type Payer, type PayerColumns } from '../../payer.ts';
import { least, NOTHING, sumOf } from '../change-paid.ts';
import { holdCredits, unnamedCreditOf } from '../credit/credit-of.ts';
import type { HeldPayment } from '../hold-payment.ts';
import { isSamePayer, payersOf } from '../payers.ts';
import { leftOver, releasedTo, type PaidInvoice } from './left-over.ts';

const read = statement<{ gone: string; returned: boolean }>(
  'payment-gone',
  `select exists (select from payment_return where payment_id = $1) as returned,
     (select coalesce(sum(cents), 0) from refund
      where payment_id = $1 and way <> 'CREDIT' and id is distinct from $2 and failed_at is null
        and withdrawn_at is null)::text as gone`,
);
const waiting = statement<{ cents: string }>(
  'payment-waits-to-leave-lines',
  `select cents::text as cents from refund
   where payment_id = $1 and way <> 'CREDIT' and id is distinct from $2 and invoice_id is not null
     and approved_at is null and withdrawn_at is null`,
);

interface Put extends PayerColumns {
  readonly invoiceId: InvoiceId;
  readonly paymentId: PaymentId;
  readonly cents: string;
}
const puts = statement<Put>(
  'invoices-put-by-payments',
  `select l.invoice_id as "invoiceId", p.id as "paymentId", p.payer_person_id as "payerPersonId",
     p.payer_organization_id as "payerOrganizationId", p.payer_association_id as "payerAssociationId",
     (-sum(e.cents))::text as cents
   from invoice_line l join ledger_entry e on e.line_id = l.id join journal j on j.id = e.journal_id
   left join refund r on j.kind = 'REFUND' and r.id = j.cause_id
   join payment p on p.id = coalesce(r.payment_id, j.cause_id)
   where l.invoice_id = any ($1::uuid[]) and j.kind in ('PAYMENT', 'REFUND')
     and not exists (select from payment_return b where b.payment_id = p.id)
   group by l.invoice_id, p.id`,
);
const givenBack = statement<{ invoiceId: InvoiceId; paymentId: PaymentId; cents: string }>(
  'invoices-given-back-of-credit',
  `select from_invoice_id as "invoiceId", payment_id as "paymentId", sum(cents)::text as cents from refund
   where from_invoice_id = any ($1::uuid[]) and id is distinct from $2 and failed_at is null and withdrawn_at is null
     and not exists (select from payment_return b where b.payment_id = refund.payment_id)
   group by from_invoice_id, payment_id`,
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

/** Credit out of which a refund can come. */
export interface Purse {
  /** Null for whoever paid without being on file. */
  readonly payer: Payer | null;
  /** Whose payer's credit it is; null for that of whoever paid. */
  readonly fromInvoiceId: InvoiceId | null;
  readonly most: Money;
}

/**
 * Out of whose credit a held payment can be given back, where its lines do not give it, and how much: that of whoever
 * paid, then those to whom credit notes gave what this payment had paid of theirs. All of them are held.
 */
export async function pursesOf(
  tx: Tx,
  { payment, invoices }: HeldPayment,
  left: Money,
  except: RefundId,
): Promise<readonly [Purse, ...Purse[]]> {
  const payer = payerIn(payment);
  const payers = payersOf([...(payer ? [{ payer }] : []), ...invoices]);
  const held = await holdCredits(tx, payment.receiverId, payers);
  const creditOf = (one: Payer): Money => held[payers.findIndex(other => isSamePayer(other, one))] ?? NOTHING;

  const paid = await paidInvoices(tx, { payment, invoices }, except);
  const own = payer ? creditOf(payer) : await unnamedCreditOf(tx, payment.id);
  // What waits to leave its lines is gone already, and stands there still.
  const all = left.plus(total(await within(tx, waiting, [payment.id, except])));
  const most = least(left, leftOver(all, paid), own);
  const others = invoices.flatMap((invoice, place): Purse[] => {
    const found = paid[place];
    if (!found || found.isOwn) return [];
    const released = least(left, releasedTo(found), creditOf(invoice.payer));
    return [{ payer: invoice.payer, fromInvoiceId: invoice.id, most: released }];
  });
  return [{ payer, fromInvoiceId: null, most }, ...others];
}

async function paidInvoices(
  tx: Tx,
  { payment, invoices }: Pick<HeldPayment, 'payment' | 'invoices'>,
  except: RefundId,
): Promise<PaidInvoice[]> {
  const ids = invoices.map(({ id }) => id);
  const put = await within(tx, puts, [ids]);
  const back = await within(tx, givenBack, [ids, except]);
  const payer = payerIn(payment);
  return invoices.map(invoice => {
    const isTheirs = (row: Put): boolean => {
      const by = payerIn(row);
      return by !== null && isSamePayer(by, invoice.payer);
    };
    const here = put.filter(({ invoiceId }) => invoiceId === invoice.id);
    const others = here.filter(({ paymentId }) => paymentId !== payment.id);
    const given = back.filter(({ invoiceId }) => invoiceId === invoice.id);
    return {
      id: invoice.id,
      isOwn: payer !== null && isSamePayer(payer, invoice.payer),
      paid: invoice.paid,
      put: total(here.filter(({ paymentId }) => paymentId === payment.id)),
      putByPayer: total(others.filter(isTheirs)),
      putByOthers: total(others.filter(row => !isTheirs(row))),
      givenBack: total(given.filter(({ paymentId }) => paymentId === payment.id)),
      givenBackOfAll: total(given),
    };
  });
}

const total = (rows: readonly { readonly cents: string }[]): Money =>
  rows.length === 0 ? NOTHING : sumOf(rows.map(({ cents }) => ({ amount: Money.cad(BigInt(cents)) })));
