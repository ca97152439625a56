import { Money } from '../../../../kernel/money.ts';
import { localDateIn } from '../../../../kernel/time-zone.ts';
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
import { payerIn, type Payer } from '../../payer.ts';
import { negative, NOTHING, sumOf, withPaid } from '../change-paid.ts';
import type { HeldPayment } from '../hold-payment.ts';
import { unsettleLines } from '../settle-lines.ts';
import { withStandingIntent } from '../standing-intents.ts';
import { least, leftOf, purseOf, shareOf, standingOn } from './refundable.ts';
import { RefundEntity } from './refund.entity.ts';
import { tellRefunded } from './refund.notices.ts';
import { RefundTooLarge } from './refund.problems.ts';
import { SEND_REFUND } from './send-refund.ts';

/** Where the money of a refund comes from. */
interface Source {
  readonly payer: Payer | null;
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
  await sourceOf(context, tx, held, refund);
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
  const source = await sourceOf(context, tx, held, refund);
  const at = context.clock.now();
  await postJournal(context, tx, {
    bookId: refund.bookId,
    kind: 'REFUND',
    causeId: refund.id,
    occurredAt: at,
    occurredOn: localDateIn(timeZone, at),
    postings: refundPostings({ ...source, amount, to: refund.way === 'CREDIT' ? 'CREDIT' : 'SOURCE' }),
  });
  await countPaid(tx, negative(source.parts));
  const invoice = held.invoices.find(({ id }) => id === refund.invoiceId);
  if (invoice && !refund.keepsEffects) await undoEffects(context, tx, invoice, source.parts);

  if (refund.way === 'SOURCE') {
    await tx.update(RefundEntity, { id: refund.id }, { sentAt: at });
    await enqueue(tx, { name: SEND_REFUND }, { refundId: refund.id });
  } else await tx.update(RefundEntity, { id: refund.id }, { doneAt: at });
  await tellRefunded(context, tx, held, { refund, payer: source.payer });
}

async function undoEffects(
  context: Context,
  tx: Tx,
  invoice: HeldInvoice,
  parts: readonly LineAmount[],
): Promise<void> {
  const { id, lines } = withPaid(invoice, negative(parts));
  const intentStands = (await withStandingIntent(tx, [id])).has(id);
  await unsettleLines(context, tx, lines, { why: 'REFUNDED', intentStands });
}

/** What an invoice received gives back its lines' parts; otherwise it is money that the payer left here. */
async function sourceOf(
  { locale }: Pick<Context, 'locale'>,
  tx: Tx,
  held: HeldPayment,
  refund: RefundEntity,
): Promise<Source> {
  const amount = Money.cad(refund.cents);
  const tooLarge = (left: Money): never => refuse(new RefundTooLarge(left.cents, locale));
  const left = await leftOf(tx, held.payment, refund.id);
  const invoice = held.invoices.find(({ id }) => id === refund.invoiceId);
  if (!invoice) {
    const { payer, credit } = await purseOf(tx, held);
    const most = least(left, credit);
    return amount.compare(most) > 0 ? tooLarge(most) : { payer, lines: [], parts: [] };
  }

  const lines = await ledgerLines(
    tx,
    invoice.lines.map(({ id }) => id),
  );
  const standing = standingOn(held, invoice, lines);
  const most = least(left, standing.length === 0 ? NOTHING : sumOf(standing));
  if (amount.compare(most) > 0) return tooLarge(most);
  return { payer: payerIn(held.payment) ?? invoice.payer, lines, parts: shareOf(standing, amount) };
}
