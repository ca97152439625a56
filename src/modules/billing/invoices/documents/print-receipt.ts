import type { AssociationId, PaymentId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { Wording } from '../../../../platform/wording/wording.ts';
import { inLanguage } from '../../../associations/index.ts';
import type { PayerColumns } from '../../payer.ts';
import type { LetterheadFacts } from '../letterhead.ts';
import { invoiceNumber } from '../printed-number.ts';
import { day, issuerLines, money, openSheet } from './print-parts.ts';

interface PaidInvoice {
  readonly code: string;
  readonly fiscalYear: number;
  readonly number: number;
  readonly fr: string;
  readonly en: string;
  readonly cents: string;
}

/** A payment as its receipt shows it: how it was spread when it came in, whatever became of it since. */
export interface ReceiptFacts extends PayerColumns {
  readonly id: PaymentId;
  readonly receiverId: AssociationId;
  readonly method: string;
  readonly cents: string;
  readonly receivedOn: LocalDate;
  readonly reference: string | null;
  readonly locale: Locale;
  readonly letterhead: LetterheadFacts;
  /** Null where nobody knows who paid. */
  readonly payerName: string | null;
  readonly at: Date;
  readonly lines: readonly PaidInvoice[];
}

// Of the first invoice that it pays: what that one froze is how the receipt names the body, for good.
export const readReceipt = statement<ReceiptFacts>(
  'receipt-document',
  `with paid as (
     select l.invoice_id, l.id as line_id, l.position, -sum(e.cents) as cents
     from journal j join ledger_entry e on e.journal_id = j.id join invoice_line l on l.id = e.line_id
     where j.cause_id = $1 and j.kind = 'PAYMENT' group by l.invoice_id, l.id)
   select p.id, p.receiver_id as "receiverId", p.method, p.cents::text as cents, p.received_on::text as "receivedOn",
     p.reference, p.payer_person_id as "payerPersonId", p.payer_organization_id as "payerOrganizationId",
     p.payer_association_id as "payerAssociationId", f.locale, h.facts as letterhead,
     p.receipt_name as "payerName", p.received_at as at,
     (select json_agg(json_build_object('code', ih.facts ->> 'code', 'fiscalYear', i.fiscal_year, 'number', i.number,
        'fr', l.description_fr, 'en', l.description_en, 'cents', paid.cents::text)
        order by i.issued_at, i.id, l.position)
      from paid join invoice_line l on l.id = paid.line_id join invoice i on i.id = paid.invoice_id
      join letterhead ih on ih.id = i.letterhead_id) as lines
   from payment p
   join lateral (select i.* from invoice i where i.id in (select invoice_id from paid) and i.issuer_id = p.receiver_id
     order by i.issued_at, i.id limit 1) f on true
   join letterhead h on h.id = f.letterhead_id
   where p.id = $1`,
);

export function printReceipt(facts: ReceiptFacts, wording: Wording): Promise<Buffer> {
  const { locale } = wording;
  const title = wording.of('invoices.document.receipt');
  const sheet = openSheet(wording, { title, letterhead: facts.letterhead, at: facts.at });
  sheet.heading(1, title);
  sheet.blocks([issuerLines(facts.letterhead, wording)]);
  const method = wording.of(`PaymentMethod.${facts.method}`);
  sheet.blocks([
    [
      ...(facts.payerName === null
        ? []
        : [wording.of('invoices.document.receivedFrom', { name: facts.payerName })]),
      wording.of('invoices.document.receivedOn', { on: day(facts.receivedOn, wording) }),
      wording.of('invoices.document.method', { method }),
      ...(facts.reference === null
        ? []
        : [wording.of('invoices.document.reference', { reference: facts.reference })]),
    ],
  ]);
  const allocated = facts.lines.reduce((sum, { cents }) => sum + BigInt(cents), 0n);
  const left = BigInt(facts.cents) - allocated;
  const rows = facts.lines.map(line => ({
    cells: [invoiceNumber(line.code, line), inLanguage(locale, line.fr, line.en), money(line.cents, wording)],
  }));
  const credit = { cells: [wording.of('invoices.document.credit'), '', money(left, wording)] };
  sheet.table({
    summary: wording.of('invoices.document.paid'),
    columns: [
      { title: wording.of('invoices.document.paidInvoice'), share: 0.3, align: 'left' },
      { title: wording.of('invoices.document.description'), share: 0.5, align: 'left' },
      { title: wording.of('invoices.document.amount'), share: 0.2, align: 'right' },
    ],
    rows: [
      ...rows,
      ...(left > 0n ? [credit] : []),
      { cells: [wording.of('invoices.document.received'), '', money(facts.cents, wording)], isTotal: true },
    ],
  });
  return sheet.end();
}
