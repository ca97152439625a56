import { dayAt } from '../../../../kernel/deadline.ts';
import {
  newId,
  type AssociationId,
  type InvoiceId,
  type PaymentId,
  type RefundId,
} from '../../../../kernel/id.ts';
import { Money } from '../../../../kernel/money.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Parts } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { formatMoney } from '../../../../platform/wording/money-in-words.ts';
import { countPaid } from '../../invoices/count-on-lines.ts';
import { ledgerLines, postJournal, refundPostings, takeBack, type LineAmount } from '../../ledger/index.ts';
import { payerIn, type Payer } from '../../payer.ts';
import { least, negative, NOTHING, perInvoice, sumOf, withPaid } from '../change-paid.ts';
import { holdPayment, type HeldPayment } from '../hold-payment.ts';
import { unsettleLines } from '../settle-lines.ts';
import { withStandingIntent } from '../standing-intents.ts';
import { tellPayer } from '../tell-payer.ts';
import { paymentRefunded } from './refund.mails.ts';
import { leftOf, pursesOf, shareOf, type Purse } from './refundable.ts';

type Acting = Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>;

/** Money of a payment by card that somebody gave back at the gateway itself, past the house. */
export interface MadeAtGateway {
  readonly paymentId: PaymentId;
  /** The gateway's own of the refund. */
  readonly reference: string;
  readonly cents: bigint;
}

const zoneOf = statement<{ timeZone: string }>(
  'refund-book-zone',
  'select time_zone as "timeZone" from association where id = $1',
);
const add = statement<{ id: RefundId }>(
  'refund-made-at-gateway',
  `insert into refund (id, book_id, payment_id, invoice_id, from_invoice_id, cents, way, keeps_effects, prepared_at,
     approved_at, sent_at, done_at, gateway_reference)
   values ($1, $2, $3, $4, $5, $6, 'SOURCE', false, $7, $7, $7, $7, $8)
   on conflict (payment_id, gateway_reference) do nothing returning id`,
);

/**
 * Writes it down, once: the money has left, whoever may think of it what they like. It comes first out of the
 * credit that the payment left, then off the lines of its invoices, each in its proportion; what neither holds the payer
 * owes. What invoices no longer have paid is open again, and what that had brought about is undone.
 */
export async function recordGatewayRefund(parts: Acting, tx: Tx, made: MadeAtGateway): Promise<void> {
  const held = await holdPayment(tx, made.paymentId);
  const bookId = held.payment.receiverId;
  const amount = Money.cad(made.cents);
  const lines = await ledgerLines(
    tx,
    held.invoices.flatMap(invoice => invoice.lines.map(({ id }) => id)),
  );
  const standing = takeBack(held.allocation, lines);
  const id = newId<'Refund'>(parts.clock, parts.random);
  const purse = await fullest(tx, held, id);
  const left = amount.minus(least(purse.most, amount));
  const given = shareOf(standing, least(left, standing.length === 0 ? NOTHING : sumOf(standing)));
  const touched = perInvoice(held.invoices, given).map(({ invoiceId }) => invoiceId);

  const at = parts.clock.now();
  const only: InvoiceId | null = touched.length === 1 ? (touched[0] ?? null) : null;
  const row = [
    id,
    bookId,
    made.paymentId,
    only,
    purse.fromInvoiceId,
    made.cents.toString(),
    at,
    made.reference,
  ];
  if ((await within(tx, add, row)).length === 0) return;

  const payer = purse.payer ?? held.invoices[0]?.payer ?? null;
  await postJournal(parts, tx, {
    bookId,
    kind: 'REFUND',
    causeId: id,
    occurredAt: at,
    occurredOn: dayAt(await timeZoneOf(tx, bookId), at),
    postings: refundPostings({ amount, payer, lines, parts: given, to: 'SOURCE' }),
  });
  await countPaid(tx, negative(given));
  await undoEffects(parts, tx, held, given);
  const reader = payerIn(held.payment) ?? payer;
  if (reader) await tell(parts, tx, { payer: reader, bookId, cents: made.cents });
  await recordAudit(parts, tx, {
    act: 'refundAtGateway',
    subjectKind: 'Payment',
    subjectId: made.paymentId,
    associationId: bookId,
    after: { refundId: id, cents: made.cents.toString(), gatewayReference: made.reference },
  });
}

/** That of whoever paid where no other holds more of it. */
async function fullest(tx: Tx, held: HeldPayment, id: RefundId): Promise<Purse> {
  const left = await leftOf(tx, held.payment, id);
  const purses = await pursesOf(tx, held, left, id);
  const best = purses.reduce((most, purse) => (purse.most.compare(most.most) > 0 ? purse : most));
  return best.most.compare(NOTHING) > 0 ? best : { ...purses[0], most: NOTHING };
}

async function undoEffects(
  parts: Acting,
  tx: Tx,
  { invoices }: HeldPayment,
  given: readonly LineAmount[],
): Promise<void> {
  const ids = invoices.map(({ id }) => id);
  const stands = await withStandingIntent(tx, ids);
  const touched = perInvoice(invoices, given).map(({ invoiceId }) => invoiceId);
  for (const one of invoices.filter(({ id }) => touched.includes(id))) {
    const invoice = withPaid(one, negative(given));
    await unsettleLines(parts, tx, invoice, { why: 'REFUNDED', intentStands: stands.has(invoice.id) });
  }
}

async function timeZoneOf(tx: Tx, bookId: AssociationId): Promise<string> {
  const [book] = await within(tx, zoneOf, [bookId]);
  if (!book) throw new Error('money was given back by a body that is gone');
  return book.timeZone;
}

const tell = (
  parts: Acting,
  tx: Tx,
  { payer, bookId, cents }: { readonly payer: Payer; readonly bookId: AssociationId; readonly cents: bigint },
): Promise<void> =>
  tellPayer(parts, tx, {
    payer,
    associationId: bookId,
    letter: paymentRefunded,
    values: locale => ({ amount: formatMoney(cents, locale), way: 'SOURCE' as const }),
  });
