import type { AssociationId, InvoiceId, InvoiceLineId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Tax } from '../../billing-words.ts';
import type { JournalKind, LedgerAccount } from '../ledger-words.ts';

export interface LedgerEntryRow {
  readonly id: string;
  readonly journalId: string;
  readonly account: LedgerAccount;
  readonly bodyId: AssociationId | null;
  readonly tax: Tax | null;
  readonly cents: string;
  readonly postedOn: LocalDate;
  readonly kind: JournalKind;
  readonly causeId: string;
  readonly occurredAt: Date;
  readonly occurredOn: LocalDate;
  readonly lineId: InvoiceLineId | null;
  readonly descriptionFr: string | null;
  readonly descriptionEn: string | null;
  readonly invoiceId: InvoiceId | null;
  readonly fiscalYear: number | null;
  readonly number: number | null;
  readonly issuerCode: string | null;
}

/** What is read of an entry `e`, with the joins below. */
export const ENTRY_COLUMNS = `e.id, e.journal_id as "journalId", e.account, e.body_id as "bodyId", e.tax, e.cents::text as cents,
  e.posted_on::text as "postedOn", j.kind, j.cause_id as "causeId", j.occurred_at as "occurredAt",
  j.occurred_on::text as "occurredOn", l.id as "lineId", l.description_fr as "descriptionFr",
  l.description_en as "descriptionEn", i.id as "invoiceId", i.fiscal_year as "fiscalYear", i.number,
  issuer.code as "issuerCode"`;

export const ENTRY_JOINS = `join journal j on j.id = e.journal_id
  left join invoice_line l on l.id = e.line_id left join invoice i on i.id = l.invoice_id
  left join association issuer on issuer.id = i.issuer_id`;
