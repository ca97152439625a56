import { dayAt } from '../../../../kernel/deadline.ts';
import { addDays } from '../../../../kernel/local-date.ts';
import type { PdfTable } from '../../../../platform/pdf/pdf-table.ts';
import type { Wording } from '../../../../platform/wording/wording.ts';
import { day, issuerLines, money, openSheet } from '../../invoices/documents/print-parts.ts';
import { invoiceNumber } from '../../invoices/printed-number.ts';
import type { StatementFacts } from './statement-facts.ts';

/** How statements are laid out today. A batch keeps the layout of the day on which it was prepared. */
export const STATEMENT_LAYOUT = 1;

/** The statement of a batch: between whom, for which days, what it is made of, and what has become of it by now. */
export function printStatement(facts: StatementFacts, wording: Wording): Promise<Buffer> {
  const say = (what: string, values: Readonly<Record<string, string | number>> = {}): string =>
    wording.of(`ledger.statement.${what}`, values);
  const title = say(`title.${facts.kind}`);
  const sheet = openSheet(wording, { title, letterhead: facts.book, at: lastAct(facts) });
  sheet.heading(1, title);
  sheet.blocks([issuerLines(facts.book, wording)]);
  sheet.heading(2, say(`to.${facts.kind}`));
  sheet.blocks([issuerLines(facts.body, wording)]);
  sheet.blocks([
    [
      say('period', { from: day(facts.from, wording), to: day(addDays(facts.to, -1), wording) }),
      ...becameOf(facts, wording),
    ],
  ]);

  const what = (key: string): string => say(`column.${key}`);
  const total = [what('total'), money(signed(facts), wording)];
  const table = (summary: string, first: string, rows: readonly (readonly [string, string])[]): PdfTable => ({
    summary,
    columns: [
      { title: first, share: 0.7, align: 'left' },
      { title: what('owed'), share: 0.3, align: 'right' },
    ],
    rows: [
      ...rows.map(([label, cents]) => ({ cells: [label, money(cents, wording)] })),
      { cells: total, isTotal: true },
    ],
  });
  sheet.table(
    table(
      say('byKind'),
      what('kind'),
      facts.byKind.map(({ kind, owed }) => [wording.of(`JournalKind.${kind}`), owed]),
    ),
  );
  sheet.table(
    table(
      say('byTax'),
      what('tax'),
      facts.byTax.map(({ tax, owed }) => [tax === null ? what('prices') : wording.of(`Tax.${tax}`), owed]),
    ),
  );
  const named = facts.invoices.reduce((sum, { owed }) => sum + BigInt(owed), 0n);
  const others = facts.invoiceCount - facts.invoices.length;
  const rest: [string, string] = [what('others'), String(signed(facts) - named)];
  sheet.table(
    table(say('byInvoice'), what('invoice'), [
      ...facts.invoices.map(({ owed, ...one }): [string, string] => [invoiceNumber(one.code, one), owed]),
      ...(others > 0 ? [rest] : []),
    ]),
  );
  if (others > 0) sheet.paragraph(say('others', { others }));
  return sheet.end();
}

/** Above zero what the body receives. */
const signed = ({ kind, cents }: StatementFacts): bigint =>
  kind === 'CLAIM' ? -BigInt(cents) : BigInt(cents);

const lastAct = ({ preparedAt, approvedAt, paidAt, reversedAt }: StatementFacts): Date =>
  [preparedAt, approvedAt, paidAt, reversedAt]
    .filter(at => at !== null)
    .reduce((last, at) => (at > last ? at : last));

function becameOf(facts: StatementFacts, wording: Wording): string[] {
  const { timeZone, preparedAt, approvedAt, paidOn, paymentReference, reversedAt, reversalReason } = facts;
  const on = (at: Date): { readonly on: string } => ({ on: day(dayAt(timeZone, at), wording) });
  const say = (what: string, values: Readonly<Record<string, string>>): string =>
    wording.of(`ledger.statement.${what}`, values);
  return [
    say('preparedOn', on(preparedAt)),
    ...(approvedAt ? [say('approvedOn', on(approvedAt))] : []),
    ...(paidOn ? [say('paidOn', { on: day(paidOn, wording), reference: paymentReference ?? '' })] : []),
    ...(reversedAt ? [say('reversedOn', { ...on(reversedAt), reason: reversalReason ?? '' })] : []),
  ];
}
