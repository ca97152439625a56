import type { Locale } from '../../kernel/locale.ts';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { searchKey } from '../../kernel/search-key.ts';
import type { InputIssues } from '../graphql/input-issues.ts';
import { InputIssueCode } from '../graphql/invalid-input.ts';
import type { Wordings } from '../wording/wording.ts';
import type { TypedRow } from './typed-row.ts';

/** How the words of a closed set are written in files: by their code or by their label in either language. */
export type Words<Word extends string> = ReadonlyMap<string, Word>;

export const wordsOf = <Word extends string>(
  wordings: Wordings,
  name: string,
  words: readonly Word[],
): Words<Word> =>
  new Map(
    words.flatMap(word => [
      [searchKey(word), word] as const,
      ...(['fr-CA', 'en-CA'] as const).map(
        locale => [searchKey(wordings.in(locale).of(`${name}.${word}`)), word] as const,
      ),
    ]),
  );

/** The word in a cell; null where it is blamed. */
export function readWord<Word extends string>(
  row: TypedRow,
  issues: InputIssues,
  field: string,
  words: Words<Word>,
): Word | null {
  const typed = row.text(field);
  const word = words.get(searchKey(typed)) ?? null;
  if (typed === '') issues.add(field, InputIssueCode.REQUIRED);
  else if (word === null) issues.add(field, InputIssueCode.NOT_ALLOWED, 'staging.issue.word');
  return word;
}

/** As systems write it: `fr`, `FR_CA`, `fr-CA`, « Français ». Null where it is none of ours. */
export function localeInCell(text: string): Locale | null {
  const typed = text.toLowerCase();
  if (/^(?:fr|fr[_-]ca|fran[cç]ais|french)$/.test(typed)) return 'fr-CA';
  return /^(?:en|en[_-]ca|an|anglais|english)$/.test(typed) ? 'en-CA' : null;
}

/** The day in a cell, which must be there; null where it is blamed. */
export function readDay(row: TypedRow, issues: InputIssues, field: string): LocalDate | null {
  const typed = row.text(field).replaceAll('/', '-');
  if (isLocalDate(typed)) return typed;
  if (typed === '') issues.add(field, InputIssueCode.REQUIRED);
  else issues.add(field, InputIssueCode.BAD_FORMAT, 'staging.issue.day');
  return null;
}

/** The first day and the last one, as people say it; without a last day no end is in sight. Null where they are blamed. */
export function readPeriod(
  row: TypedRow,
  issues: InputIssues,
  first: string,
  last: string,
): { readonly from: LocalDate; readonly last: LocalDate | null } | null {
  const from = readDay(row, issues, first);
  if (row.text(last) === '') return from && { from, last: null };
  const to = readDay(row, issues, last);
  if (from === null || to === null) return null;
  if (from <= to) return { from, last: to };
  issues.add(last, InputIssueCode.OUT_OF_RANGE, 'staging.issue.period');
  return null;
}
