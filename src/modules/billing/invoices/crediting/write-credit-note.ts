import type { AccountId, CreditNoteId, Id } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { HeldInvoice } from '../held-invoice.ts';
import { totalOf, type LineCredit } from './credit-of-line.ts';

/**
 * How credit notes are laid out today; an older one keeps the layout that it was printed with. From 2 on, what is credited
 * of a line in part names neither quantity nor price: they are those of the whole line.
 */
const LAYOUT = 2;

interface NewCreditNote {
  readonly id: CreditNoteId;
  readonly invoice: HeldInvoice;
  readonly fiscalYear: number;
  readonly issuedAt: Date;
  readonly issuedOn: LocalDate;
  readonly letterheadId: Id<'Letterhead'>;
  readonly reason: string;
  readonly recordedBy: AccountId | null;
  readonly credits: readonly LineCredit[];
}

// As an invoice is written: the number and the rows in one statement, the last one of the change.
const write = statement<{ number: number }>(
  'credit-note-write',
  `with taken as (
     insert into number_series as s (issuer_id, kind, fiscal_year, last_number) values ($2, 'CREDIT_NOTE', $3, 1)
     on conflict (issuer_id, kind, fiscal_year) do update set last_number = s.last_number + 1
     returning last_number),
   written as (
     insert into credit_note (id, issuer_id, fiscal_year, number, invoice_id, issued_at, issued_on, letterhead_id,
       layout, bill_to_version, reason, recorded_by, net_cents, tax_cents)
     select $1, $2, $3, last_number, $4, $5, $6, $7, $8,
       (select max(version) from bill_to where invoice_id = $4), $9, $10, $11, $12
     from taken returning number),
   lines as (
     insert into credit_note_line (credit_note_id, line_id, net_cents)
     select $1, r.line_id, r.net::bigint from json_to_recordset($13::json) r (line_id uuid, net text)),
   taxes as (
     insert into credit_note_line_tax (credit_note_id, line_id, tax, cents)
     select $1, r.line_id, r.tax, r.cents::bigint
     from json_to_recordset($14::json) r (line_id uuid, tax text, cents text))
   select number from written`,
);

/** Gives its number. */
export async function writeCreditNote(tx: Tx, note: NewCreditNote): Promise<number> {
  const { id, invoice, credits } = note;
  const net = credits.reduce((sum, credit) => sum + credit.net.cents, 0n);
  const total = credits.reduce((sum, credit) => sum + totalOf(credit).cents, 0n);
  const lines = credits.map(({ lineId, net: { cents } }) => ({ line_id: lineId, net: cents.toString() }));
  const taxes = credits.flatMap(credit =>
    credit.taxes.map(({ tax, amount }) => ({
      line_id: credit.lineId,
      tax,
      cents: amount.cents.toString(),
    })),
  );
  const [row] = await within(tx, write, [
    ...[
      id,
      invoice.issuerId,
      note.fiscalYear,
      invoice.id,
      note.issuedAt,
      note.issuedOn,
      note.letterheadId,
      LAYOUT,
    ],
    ...[note.reason, note.recordedBy, net.toString(), (total - net).toString()],
    ...[JSON.stringify(lines), JSON.stringify(taxes)],
  ]);
  if (!row) throw new Error('a credit note took no number');
  return row.number;
}
