import type { Locale } from '../../../../kernel/locale.ts';

const MARKS: Readonly<Record<Locale, string>> = { 'fr-CA': ',', 'en-CA': '.' };

/** Cents as the spreadsheets of a language read numbers: `229,95` in French, `229.95` in English; nothing for nothing. */
export function amountInTable(cents: bigint, locale: Locale): string {
  if (cents === 0n) return '';
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}${MARKS[locale]}${digits.slice(-2)}`;
}
