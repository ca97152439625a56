import {
  newId,
  type AccountId,
  type AssociationId,
  type InvoiceId,
  type PaymentId,
} from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { paymentPostings } from '../ledger/index.ts';
import { payerColumns, type Payer } from '../payer.ts';
import { sumOf, type InvoiceAmount } from './change-paid.ts';
import { holdToSettle } from '../invoices/hold-to-settle.ts';
import { payLines } from './pay-lines.ts';
import { tellReceived } from './payment.notices.ts';
import { nameOnReceipt } from './name-on-receipt.ts';
import { PaymentAlreadyReceived } from './payment.problems.ts';
import type { PaymentMethod } from './payment-words.ts';

export interface Receipt {
  /** In whose hands the money came: the issuer of the invoices. */
  readonly receiverId: AssociationId;
  readonly method: PaymentMethod;
  /** Above zero. */
  readonly amount: Money;
  /** To whom the rest belongs; null for somebody who is not on file. */
  readonly payer: Payer | null;
  readonly payerName: string | null;
  /** Paid one after the other in this order. */
  readonly invoiceIds: readonly InvoiceId[];
  readonly receivedAt: Date;
  readonly receivedOn: LocalDate;
  readonly reference?: string | null;
  readonly gateway?: { readonly name: string; readonly reference: string };
  readonly bankTransaction?: string | null;
  readonly recordedBy: AccountId | null;
}

export interface ReceivedPayment {
  readonly paymentId: PaymentId;
  readonly allocated: readonly InvoiceAmount[];
  /** What no invoice took: the payer's credit. */
  readonly left: Money;
}

const add = statement<{ id: PaymentId }>(
  'payment-add',
  `insert into payment (id, receiver_id, method, cents, received_at, received_on, payer_person_id, payer_organization_id,
     payer_association_id, payer_name, receipt_name,
     reference, gateway, gateway_reference, bank_transaction, recorded_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
   on conflict do nothing returning id`,
);

/**
 * Money came in: it pays the invoices, the rest is the payer's credit, an intent to pay what is now paid is over, what
 * was paid for comes about, and the payer gets a receipt. Judges nobody's rights. The same transaction of a gateway or
 * a bank again is the refusal `PaymentAlreadyReceived`.
 */
export async function receivePayment(
  context: Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>,
  tx: Tx,
  receipt: Receipt,
): Promise<ReceivedPayment> {
  const invoices = await holdToSettle(tx, receipt.invoiceIds);
  if (invoices.length !== new Set(receipt.invoiceIds).size) throw new Error('an invoice to pay is not there');
  const paymentId = await addPayment(context, tx, receipt);

  const { receiverId: bookId, amount, payer } = receipt;
  const allocated = await payLines(context, tx, {
    bookId,
    kind: 'PAYMENT',
    causeId: paymentId,
    occurredAt: receipt.receivedAt,
    occurredOn: receipt.receivedOn,
    invoices,
    amount,
    postings: (lines, parts) => paymentPostings({ amount, payer, lines, parts }),
  });
  const left = amount.minus(sumOf(allocated));
  await tellReceived(context, tx, { ...receipt, invoices, allocated, left });
  return { paymentId, allocated, left };
}

async function addPayment(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  receipt: Receipt,
): Promise<PaymentId> {
  const id = newId<'Payment'>(clock, random);
  const columns = receipt.payer && payerColumns(receipt.payer);
  const added = await within(tx, add, [
    ...[id, receipt.receiverId, receipt.method, receipt.amount.cents.toString()],
    ...[receipt.receivedAt, receipt.receivedOn],
    columns?.payerPersonId ?? null,
    columns?.payerOrganizationId ?? null,
    columns?.payerAssociationId ?? null,
    ...[receipt.payerName, await nameOnReceipt(tx, receipt), receipt.reference ?? null],
    ...[receipt.gateway?.name ?? null, receipt.gateway?.reference ?? null, receipt.bankTransaction ?? null],
    receipt.recordedBy,
  ]);
  if (added.length === 0) refuse(new PaymentAlreadyReceived());
  return id;
}
