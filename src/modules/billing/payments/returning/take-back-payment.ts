import type { AccountId, InvoiceId, PaymentId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { Money } from '../../../../kernel/money.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context, Parts } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { refuse } from '../../../../platform/problem.ts';
import { countPaid } from '../../invoices/count-on-lines.ts';
import { ledgerLines, postJournal, returnPostings, takeBack, type InCredit } from '../../ledger/index.ts';
import { payerIn } from '../../payer.ts';
import { negative, perInvoice, withPaid } from '../change-paid.ts';
import { holdCredits } from '../credit/credit-of.ts';
import { holdPayment } from '../hold-payment.ts';
import { keyOf } from '../payers.ts';
import type { PaymentEntity } from '../payment.entity.ts';
import type { ReturnKind } from '../payment-words.ts';
import { unsettleLines } from '../settle-lines.ts';
import { withStandingIntent } from '../standing-intents.ts';
import { chargeReturnFee } from './charge-return-fee.ts';
import { inCreditOfOthers } from './in-credit-of-others.ts';
import { PaymentAlreadyReturned } from './return.problems.ts';
import { tellReturned, tellTakenFromCredit, type CreditOf } from './return.notices.ts';

export interface ReturnedPayment {
  readonly paymentId: PaymentId;
  readonly kind: ReturnKind;
  readonly returnedOn: LocalDate;
  /** Null where no person did: a gateway told. */
  readonly recordedBy: AccountId | null;
}

export interface TakenBack {
  /** Open again as far as the payment had paid them. */
  readonly invoiceIds: readonly InvoiceId[];
  readonly feeInvoiceId: InvoiceId | null;
}

/** Nobody acts where a gateway told. */
type Acting = Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'> &
  Partial<Pick<Context, 'actor' | 'client' | 'requestId'>>;

const add = statement<{ id: PaymentId }>(
  'payment-return-add',
  `insert into payment_return (payment_id, kind, returned_at, returned_on, recorded_by) values ($1, $2, $3, $4, $5)
   on conflict do nothing returning payment_id as id`,
);
const noteFee = statement(
  'payment-return-fee',
  'update payment_return set fee_invoice_id = $2 where payment_id = $1',
);
// What went back to a card is not taken from it a second time.
const wentBack = statement<{ cents: string }>(
  'payment-refunded-to-source',
  `select coalesce(sum(cents), 0)::text as cents from refund
   where payment_id = $1 and way = 'SOURCE' and approved_at is not null and failed_at is null`,
);

/**
 * The money of a payment went back, once: its invoices are open again, what it brought about is taken back by the
 * policy of each line, the association's fee is charged, and the payer is told, as is whoever's credit had some of it.
 * Judges nobody's rights; a second time is the refusal `PaymentAlreadyReturned`.
 */
export async function takeBackPayment(
  context: Acting,
  tx: Tx,
  { paymentId, kind, returnedOn, recordedBy }: ReturnedPayment,
): Promise<TakenBack> {
  const held = await holdPayment(tx, paymentId);
  const { payment, invoices, allocation } = held;
  const at = context.clock.now();
  const added = await within(tx, add, [paymentId, kind, at, returnedOn, recordedBy]);
  if (added.length === 0) refuse(new PaymentAlreadyReturned());

  const amount = Money.cad(payment.cents).minus(await refundedToSource(tx, paymentId));
  const lines = await ledgerLines(
    tx,
    invoices.flatMap(invoice => invoice.lines.map(({ id }) => id)),
  );
  const parts = takeBack(allocation, lines);
  const fromCredits = await inCreditOfOthers(tx, held, parts);
  await postJournal(context, tx, {
    bookId: payment.receiverId,
    kind: 'PAYMENT_RETURNED',
    causeId: paymentId,
    occurredAt: at,
    occurredOn: returnedOn,
    postings: returnPostings({
      ...{ amount, payer: payerIn(payment), lines, parts },
      inCreditOfOthers: fromCredits,
    }),
  });
  await countPaid(tx, negative(parts));

  const creditOf = await creditsAfter(tx, payment, fromCredits);

  const stands = await withStandingIntent(
    tx,
    invoices.map(({ id }) => id),
  );
  const after = invoices.map(invoice => withPaid(invoice, negative(parts)));
  const taken = perInvoice(invoices, parts);
  for (const invoice of after.filter(({ id }) => taken.some(({ invoiceId }) => invoiceId === id))) {
    const intentStands = stands.has(invoice.id);
    await unsettleLines(context, tx, invoice, { why: 'PAYMENT_RETURNED', intentStands });
  }
  const feeInvoiceId = kind === 'NSF' ? await chargeReturnFee(context, tx, payment, invoices) : null;
  if (feeInvoiceId !== null) await within(tx, noteFee, [paymentId, feeInvoiceId]);
  const told = { payment, kind, amount, taken, returnedOn, invoices: after, feeInvoiceId, creditOf };
  await tellReturned(context, tx, told);
  await tellTakenFromCredit(context, tx, { payment, returnedOn, invoices, fromCredits, creditOf });
  await recordAudit(context, tx, {
    act: 'returnPayment',
    subjectKind: 'Payment',
    subjectId: paymentId,
    associationId: payment.receiverId,
    after: {
      ...{ kind, returnedOn, cents: amount.cents.toString(), feeInvoiceId },
      takenFromCredits: fromCredits.map(one => ({ ...one.payer, cents: one.amount.cents.toString() })),
    },
  });
  return { invoiceIds: invoices.map(({ id }) => id), feeInvoiceId };
}

/** What is held by now of the money of whoever paid, and of those from whose credit some was taken. */
async function creditsAfter(
  tx: Tx,
  payment: PaymentEntity,
  fromCredits: readonly InCredit[],
): Promise<CreditOf> {
  const whoPaid = payerIn(payment);
  const payers = [...(whoPaid ? [whoPaid] : []), ...fromCredits.map(({ payer }) => payer)];
  const credits = await holdCredits(tx, payment.receiverId, payers);
  const byKey = new Map(payers.map((payer, place) => [keyOf(payer), credits[place]]));
  return payer => byKey.get(keyOf(payer)) ?? Money.cad(0);
}

async function refundedToSource(tx: Tx, paymentId: PaymentId): Promise<Money> {
  const [refunded] = await within(tx, wentBack, [paymentId]);
  return Money.cad(BigInt(refunded?.cents ?? 0));
}
