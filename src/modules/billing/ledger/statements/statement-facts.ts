import type { LocalDate } from '../../../../kernel/local-date.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { Tax } from '../../billing-words.ts';
import type { LetterheadFacts } from '../../invoices/letterhead.ts';
import type { JournalKind, RemittanceKind } from '../ledger-words.ts';

/** As many invoices are named on paper; the table to take along names every entry. */
const MOST_INVOICES = 1_000;

/** Above zero what the body is owed; cents as text. */
interface Sum {
  readonly owed: string;
}

/** All that the statement of a batch says, its bodies as they were when it was prepared. */
export interface StatementFacts {
  readonly id: string;
  readonly kind: RemittanceKind;
  readonly book: LetterheadFacts;
  readonly body: LetterheadFacts;
  readonly from: LocalDate;
  /** The day after the last. */
  readonly to: LocalDate;
  readonly cents: string;
  readonly preparedAt: Date;
  readonly approvedAt: Date | null;
  readonly paidAt: Date | null;
  readonly paidOn: LocalDate | null;
  readonly paymentReference: string | null;
  readonly reversedAt: Date | null;
  readonly reversalReason: string | null;
  readonly timeZone: string;
  readonly byKind: readonly (Sum & { readonly kind: JournalKind })[];
  readonly byTax: readonly (Sum & { readonly tax: Tax | null })[];
  readonly invoices: readonly (Sum & {
    readonly code: string;
    readonly fiscalYear: number;
    readonly number: number;
  })[];
  readonly invoiceCount: number;
}

// Reversed batches keep what stood in them.
const entries = `remittance_item t join ledger_entry e on e.id = t.entry_id`;
const listOf = (select: string): string => `(select coalesce(json_agg(r), '[]') from (${select}) r)`;
const OWED = '(-sum(e.cents))::text as owed';

export const readStatementFacts = statement<StatementFacts>(
  'remittance-statement-document',
  `select b.id, b.kind, h.facts as book, g.facts as body, b.period_from::text as "from", b.period_to::text as "to",
     b.cents::text as cents, b.prepared_at as "preparedAt", b.approved_at as "approvedAt", b.paid_at as "paidAt",
     b.paid_on::text as "paidOn", b.payment_reference as "paymentReference", b.reversed_at as "reversedAt",
     b.reversal_reason as "reversalReason", a.time_zone as "timeZone",
     ${listOf(`select j.kind, ${OWED} from ${entries} join journal j on j.id = e.journal_id
       where t.batch_id = b.id group by j.kind order by j.kind`)} as "byKind",
     ${listOf(`select e.tax, ${OWED} from ${entries} where t.batch_id = b.id group by e.tax order by e.tax nulls first`)}
       as "byTax",
     ${listOf(`select ih.facts ->> 'code' as code, i.fiscal_year as "fiscalYear", i.number, ${OWED}
       from ${entries} join invoice_line l on l.id = e.line_id join invoice i on i.id = l.invoice_id
       join letterhead ih on ih.id = i.letterhead_id
       where t.batch_id = b.id group by i.id, ih.facts ->> 'code'
       order by i.fiscal_year, i.number, i.id limit ${String(MOST_INVOICES)}`)} as invoices,
     (select count(distinct l.invoice_id)::int from ${entries} join invoice_line l on l.id = e.line_id
      where t.batch_id = b.id) as "invoiceCount"
   from remittance_batch b join association a on a.id = b.book_id
   join letterhead h on h.id = b.book_letterhead_id join letterhead g on g.id = b.body_letterhead_id
   where b.id = $1`,
);
