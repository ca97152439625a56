import { isLocalDate, type LocalDate } from '../../../../kernel/local-date.ts';
import { searchKey } from '../../../../kernel/search-key.ts';
import type { Column } from '../../../../platform/csv/header.ts';
import type { TypedRow } from '../../../../platform/staging/typed-row.ts';
import type { Numbered } from '../../invoices/printed-number.ts';

/** What is read of the files that banks give, whatever else stands in them. */
export const BANK_COLUMNS: readonly Column[] = [
  { field: 'day', fr: 'Date', en: 'Date', required: true },
  { field: 'amount', fr: 'Montant', en: 'Amount', required: true },
  { field: 'reference', fr: 'Référence', en: 'Reference', required: true },
  { field: 'payer', fr: 'Payeur', en: 'Payer', required: false },
  { field: 'id', fr: 'Numéro d’opération', en: 'Transaction ID', required: false },
];

export interface BankRow {
  readonly day: LocalDate;
  /** Below zero where money left. */
  readonly cents: bigint;
  readonly reference: string;
  readonly payer: string | null;
  /** The bank's own; null where its file has none. */
  readonly id: string | null;
}

const LONGEST = 200;

/** Null for a row whose day or amount cannot be read. */
export function readBankRow(row: TypedRow): BankRow | null {
  const day = readDay(row.text('day'));
  const cents = readCents(row.text('amount'));
  if (day === null || cents === null) return null;
  const line = (field: string): string => row.text(field).slice(0, LONGEST);
  return { day, cents, reference: line('reference'), payer: line('payer') || null, id: line('id') || null };
}

/** Year first, in whatever way it is parted: `2026-11-22`, `2026/11/22`, `20261122`. */
export function readDay(text: string): LocalDate | null {
  const [, year, month, day] = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const read = `${year}-${month}-${day}`;
  return isLocalDate(read) ? read : null;
}

/** As either language writes amounts: `1 234,56 $`, `$1,234.56`, `-45.00`; a mark before two last digits parts cents. */
export function readCents(text: string): bigint | null {
  const bare = text.replaceAll(/[\s$]|CAD/gu, '').replace('\u2212', '-');
  const [, sign, dollars, cents] = /^([-+]?)(\d[\d.,]*?)(?:[.,](\d{2}))?$/.exec(bare) ?? [];
  if (sign === undefined || dollars === undefined || !/^\d{1,3}(?:[.,]?\d{3})*$|^\d+$/.test(dollars))
    return null;
  const magnitude = BigInt(dollars.replaceAll(/[.,]/g, '')) * 100n + BigInt(cents ?? 0);
  return sign === '-' ? -magnitude : magnitude;
}

const compact = (text: string): string => searchKey(text).replaceAll(/[^A-Z0-9]/g, '');

/** Says what a transaction is by what it says, however the bank names it. */
export const saidBy = ({ day, cents, reference, payer }: BankRow): string =>
  [day, cents.toString(), compact(reference), compact(payer ?? '')].join('|');

/**
 * The invoices of a body that a reference names, however it is typed: in small letters, with or without dashes, spaces
 * and accents, and in the midst of other words.
 */
export function invoicesNamedIn(reference: string, code: string): Numbered[] {
  const body = compact(code);
  const parted = searchKey(reference).replaceAll(/[^A-Z0-9]+/g, '-');
  const whole = [...compact(reference).matchAll(new RegExp(`${body}(\\d{4})(\\d{6})(?!\\d)`, 'g'))];
  const short = [...parted.matchAll(new RegExp(`(?<![A-Z])${body}-?(\\d{4})-(\\d{1,6})(?!\\d)`, 'g'))];
  const found = (whole.length > 0 ? whole : short).map(([, year, number]) => ({
    fiscalYear: Number(year),
    number: Number(number),
  }));
  return [...new Map(found.map(named => [JSON.stringify(named), named])).values()];
}
