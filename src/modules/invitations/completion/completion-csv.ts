import { toPublicId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import type { Completing } from './put-completion-links.ts';

/**
 * What a letter needs and nothing else. The member number is left out: printed beside the link it would be worth
 * nothing as a second fact.
 */
const COLUMNS = ['personId', 'givenName', 'familyName', 'language', 'lastDay', 'url'] as const;

/** By it Excel knows that the file is in UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A spreadsheet takes what begins like this for a formula. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The list as a file for spreadsheets and form letters, by name. */
export function completionCsv(
  wording: Wording,
  people: readonly Completing[],
  { pages, lastDay }: { readonly pages: Record<Locale, string>; readonly lastDay: LocalDate },
): string {
  const sorted = [...people].sort((a, b) => (a.searchKey < b.searchKey ? -1 : 1));
  const rows = sorted.map(({ personId, givenName, familyName, locale, secret }) => [
    toPublicId('Person', personId),
    givenName,
    familyName,
    locale,
    lastDay,
    `${pages[locale]}#token=${secret}`,
  ]);
  const head = COLUMNS.map(column => wording.of(`invitations.completion.csv.${column}`));
  const lines = [head, ...rows].map(cells => `${cells.map(cellOf).join(',')}\r\n`);
  return BYTE_ORDER_MARK + lines.join('');
}

/** RFC 4180, and an apostrophe before what would be a formula. */
export function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
