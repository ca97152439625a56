import type { AccountId, CardPaymentId, InvoiceId } from '../../../kernel/id.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { DeclineReason } from '../payment-gateway.ts';
import type { CardOutcome, Dispute } from './card-words.ts';

/** A card payment as it is read; cents as text. */
export interface CardPaymentFacts {
  readonly id: CardPaymentId;
  readonly invoiceId: InvoiceId;
  readonly cents: string;
  readonly startedAt: Date;
  readonly startedBy: AccountId | null;
  readonly processingAt: Date | null;
  readonly declineReason: DeclineReason | null;
  readonly dispute: Dispute | null;
  readonly endedAt: Date | null;
  readonly outcome: CardOutcome | null;
}

const COLUMNS = `id, invoice_id as "invoiceId", cents::text as cents, started_at as "startedAt",
  started_by as "startedBy", processing_at as "processingAt", decline_reason as "declineReason", dispute,
  ended_at as "endedAt", outcome`;

const byId = statement<CardPaymentFacts>(
  'card-payments-by-id',
  `select ${COLUMNS} from card_payment where id = any ($1::uuid[])`,
);
/** Somebody who tries card after card stays within this. */
const MOST_OF_INVOICE = 50;
const ofInvoices = statement<CardPaymentFacts>(
  'card-payments-of-invoices',
  `select c.* from unnest($1::uuid[]) i (id) cross join lateral (
     select ${COLUMNS} from card_payment where invoice_id = i.id
     order by started_at desc, id desc limit ${String(MOST_OF_INVOICE)}) c
   order by c."startedAt" desc, c.id desc`,
);

export const cardPaymentById: Loader<string, CardPaymentFacts | null> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = new Map((await db.read(byId, [ids])).map(row => [row.id as string, row]));
    return ids.map(id => rows.get(id) ?? null);
  },
);

/** The latest first. */
export const cardPaymentsOfInvoice: Loader<string, readonly CardPaymentFacts[]> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = new Map(ids.map((id): [string, CardPaymentFacts[]] => [id, []]));
    for (const row of await db.read(ofInvoices, [ids])) rows.get(row.invoiceId)?.push(row);
    return ids.map(id => rows.get(id) ?? []);
  },
);
