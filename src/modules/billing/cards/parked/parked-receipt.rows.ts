import type { AssociationId, InvoiceId, ParkedReceiptId, PaymentId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { defineLoader, type Loader } from '../../../../platform/database/loader.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { ParkedWhy, SettledHow } from '../card-words.ts';

/** A parked receipt as it is read; cents as text. */
export interface ParkedReceiptFacts {
  readonly id: ParkedReceiptId;
  readonly receiverId: AssociationId;
  readonly gateway: string | null;
  readonly gatewayReference: string | null;
  readonly cents: string;
  readonly currency: string;
  readonly why: ParkedWhy;
  readonly invoiceId: InvoiceId | null;
  readonly payerName: string | null;
  readonly reference: string | null;
  readonly bankTransaction: string | null;
  /** The day that the bank says; null of a card. */
  readonly receivedOn: LocalDate | null;
  readonly parkedAt: Date;
  readonly settledAt: Date | null;
  readonly settledHow: SettledHow | null;
  readonly paymentId: PaymentId | null;
}

/** `k` names the table. */
export const PARKED_COLUMNS = `k.id, k.receiver_id as "receiverId", k.gateway,
  k.gateway_reference as "gatewayReference", k.cents::text as cents, k.currency, k.why, k.invoice_id as "invoiceId",
  k.payer_name as "payerName", k.reference, k.bank_transaction as "bankTransaction", k.received_on::text as "receivedOn",
  k.parked_at as "parkedAt",
  k.settled_at as "settledAt", k.settled_how as "settledHow", k.payment_id as "paymentId"`;

const byId = statement<ParkedReceiptFacts>(
  'parked-receipts-by-id',
  `select ${PARKED_COLUMNS} from parked_receipt k where k.id = any ($1::uuid[])`,
);

export const parkedReceiptById: Loader<string, ParkedReceiptFacts | null> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = new Map((await db.read(byId, [ids])).map(row => [row.id as string, row]));
    return ids.map(id => rows.get(id) ?? null);
  },
);
