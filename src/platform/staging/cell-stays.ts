import { LONGEST_CELL } from '../csv/header.ts';
import { addDays, isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import type { InputIssues } from '../graphql/input-issues.ts';
import { InputIssueCode } from '../graphql/invalid-input.ts';
import type { TypedRow } from './typed-row.ts';

/** Something that lasts from a day to the day before another, by a word of its own. */
export interface CellStay {
  readonly word: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

const STAY = /^(?<word>\S.*?)\s+(?<first>\d{4}[-/]\d\d[-/]\d\d)(?:\s+(?<last>\d{4}[-/]\d\d[-/]\d\d))?$/;

/**
 * Several stays in one cell, parted by commas, semicolons or bars: `TV 2024-01-01 2025-12-31, LM 2026-01-01`. A word,
 * the first day and the last one; without a last day no end is in sight. What cannot be read is blamed.
 */
export function readCellStays(
  row: TypedRow,
  issues: InputIssues,
  field: string,
  wordOf: (typed: string) => string | null,
): readonly CellStay[] {
  const cell = issues.line(field, row.text(field), LONGEST_CELL) ?? '';
  const typed = cell
    .split(/[,;|]/)
    .map(part => part.trim())
    .filter(part => part !== '');
  const stays = typed.map(part => readStay(part, wordOf));
  const blame = (sentence: string): void => {
    issues.add(field, InputIssueCode.BAD_FORMAT, `staging.issue.${sentence}`);
  };
  const read = stays.filter(stay => stay !== null);
  if (read.length < stays.length) blame('stays');
  if (read.some(({ from, to }) => to !== null && to <= from)) blame('period');
  if (new Set(read.map(({ word, from }) => `${word} ${from}`)).size < read.length) blame('stayTwice');
  return read;
}

function readStay(typed: string, wordOf: (typed: string) => string | null): CellStay | null {
  const { word: name = '', first = '', last } = STAY.exec(typed)?.groups ?? {};
  const word = wordOf(name);
  const [from, to] = [dayIn(first), last === undefined ? null : dayIn(last)];
  if (word === null || from === null || (last !== undefined && to === null)) return null;
  return { word, from, to: to && addDays(to, 1) };
}

const dayIn = (typed: string): LocalDate | null => {
  const day = typed.replaceAll('/', '-');
  return isLocalDate(day) ? day : null;
};
