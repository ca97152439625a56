import { dayAt } from '../../../../kernel/deadline.ts';
import { Money } from '../../../../kernel/money.ts';
import type { Context } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { enqueue } from '../../../../platform/jobs/job.ts';
import { refuse } from '../../../../platform/problem.ts';
import { countPaid } from '../../invoices/count-on-lines.ts';
import type { HeldInvoice } from '../../invoices/held-invoice.ts';
import {
  ledgerLines,
  postJournal,
  refundPostings,
  type LedgerLine,
  type LineAmount,
} from '../../ledger/index.ts';
import type { InvoiceId } from '../../../../kernel/id.ts';
import { payerIn, type Payer } from '../../payer.ts';
import { least, negative, NOTHING, sumOf, withPaid } from '../change-paid.ts';
import type { HeldPayment } from '../hold-payment.ts';
import { keepEffects, unsettleLines } from '../settle-lines.ts';
import { withStandingIntent } from '../standing-intents.ts';
import { leftOf, pursesOf, shareOf, standingOn } from './refundable.ts';
import { RefundEntity } from './refund.entity.ts';
import { tellRefunded } from './refund.notices.ts';
import { RefundTooLarge } from './refund.problems.ts';
import { SEND_REFUND } from './send-refund.ts';

/** Where the money of a refund comes from. */
interface Source {
  readonly payer: Payer | null;
  /** Whose payer's credit gives it, where it is not that of whoever paid. */
  readonly fromInvoiceId: InvoiceId | null;
  readonly lines: readonly LedgerLine[];
  readonly parts: readonly LineAmount[];
}

/** Whether it can be carried out as things stand; the payment is held. */
export async function judgeRefund(
  context: Pick<Context, 'locale'>,
  tx: Tx,
  held: HeldPayment,
  refund: RefundEntity,
): Promise<void> {
  const { fromInvoiceId } = await sourceOf(context, tx, held, refund);
  await tx.update(RefundEntity, { id: refund.id }, { fromInvoiceId });
}

/**
 * Moves the money of an approved refund in the ledger; one to a card is then asked of the gateway, by a job. What its
 * invoice no longer has paid is open again, and what that had brought about is undone unless it is kept.
 */
export async function carryOutRefund(
  context: Context,
  tx: Tx,
  held: HeldPayment,
  { refund, timeZone }: { readonly refund: RefundEntity; readonly timeZone: string },
): Promise<void> {
  const amount = Money.cad(refund.cents);
  const { fromInvoiceId, ...source } = await sourceOf(context, tx, held, refund);
  const at = context.clock.now();
  await postJournal(context, tx, {
    bookId: refund.bookId,
    kind: 'REFUND',
    causeId: refund.id,
    occurredAt: at,
    occurredOn: dayAt(timeZone, at),
    postings: refundPostings({ ...source, amount, to: refund.way === 'CREDIT' ? 'CREDIT' : 'SOURCE' }),
  });
  await countPaid(tx, negative(source.parts));
  const invoice = held.invoices.find(({ id }) => id === refund.invoiceId);
  if (invoice && refund.keepsEffects) {
    const lineIds = invoice.lines.map(({ id }) => id);
    await keepEffects(context, tx, lineIds);
  } else if (invoice) await undoEffects(context, tx, invoice, source.parts);

  if (refund.way === 'SOURCE') {
    await tx.update(RefundEntity, { id: refund.id }, { sentAt: at, fromInvoiceId });
    await enqueue(tx, { name: SEND_REFUND }, { refundId: refund.id });
  } else await tx.update(RefundEntity, { id: refund.id }, { doneAt: at, fromInvoiceId });
  await tellRefunded(context, tx, held, { refund, payer: source.payer });
}

async function undoEffects(
  context: Context,
  tx: Tx,
  invoice: HeldInvoice,
  parts: readonly LineAmount[],
): Promise<void> {
  const after = withPaid(invoice, negative(parts));
  const intentStands = (await withStandingIntent(tx, [after.id])).has(after.id);
  await unsettleLines(context, tx, after, { why: 'REFUNDED', intentStands });
}

/**
 * What an invoice received gives back its lines' parts; otherwise it is credit of whoever paid or, where a credit note
 * gave it to whoever owed the invoice, theirs.
 */
async function sourceOf(
  { locale }: Pick<Context, 'locale'>,
  tx: Tx,
  held: HeldPayment,
  refund: RefundEntity,
): Promise<Source> {
  const amount = Money.cad(refund.cents);
  const tooLarge = (left: Money): never => refuse(new RefundTooLarge(left.cents, locale));
  const left = await leftOf(tx, held.payment, refund.id);
  if (refund.invoiceId === null) {
    const purses = await pursesOf(tx, held, left, refund.id);
    const purse = purses.find(({ most }) => amount.compare(most) <= 0);
    if (!purse)
      return tooLarge(purses.reduce((most, one) => (one.most.compare(most) > 0 ? one.most : most), NOTHING));
    const { payer, fromInvoiceId } = purse;
    return { payer, fromInvoiceId, lines: [], parts: [] };
  }

  const invoice = held.invoices.find(({ id }) => id === refund.invoiceId);
  // All that it had paid of it was taken back before.
  if (!invoice) return tooLarge(NOTHING);
  const lines = await ledgerLines(
    tx,
    invoice.lines.map(({ id }) => id),
  );
  const standing = standingOn(held, invoice, lines);
  const most = least(left, sumOf(standing));
  if (amount.compare(most) > 0) return tooLarge(most);
  const payer = payerIn(held.payment) ?? invoice.payer;
  return { payer, fromInvoiceId: null, lines, parts: shareOf(standing, amount) };
}
