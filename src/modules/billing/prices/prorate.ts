import { addMonths, daysBetween, type LocalDate } from '../../../kernel/local-date.ts';
import type { PriceRule } from './price-rules.ts';

/** A share of a price, kept whole until the last cent: rounded once. */
export interface Share {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A term, `[from, to)`. */
export interface TermDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const WHOLE: Share = { numerator: 1n, denominator: 1n };
const TEN_THOUSANDTHS = 10_000n;

/** What is left of a term for whoever enters it on a day: by a table of months, or by days, the first and the last one included. */
export function shareFrom(
  { proration, monthTable }: Pick<PriceRule, 'proration' | 'monthTable'>,
  term: TermDays,
  entry: LocalDate,
): Share {
  if (proration === 'NONE') return WHOLE;
  if (proration === 'BY_DAY') return shareOf(daysBetween(entry, term.to), daysBetween(term.from, term.to));

  const table = monthTable ?? [];
  const month = Math.min(monthOfEntry(term, entry), table.length - 1);
  const share = table[month];
  if (share === undefined) throw new Error('a price by month has a table of months');
  return { numerator: BigInt(share), denominator: TEN_THOUSANDTHS };
}

/** How many whole months of the term are over on a day: 0 in its first one. */
function monthOfEntry({ from, to }: TermDays, entry: LocalDate): number {
  let months = 0;
  while (addMonths(from, months + 1) <= entry && addMonths(from, months + 1) < to) months += 1;
  return months;
}

/** How long a term is beside the months that a price is for: 14/12 of a year's premium; by days where months do not fit. */
export function lengthShare(forMonths: number | null, { from, to }: TermDays): Share {
  if (forMonths === null) return WHOLE;
  const months = monthOfEntry({ from, to }, to) + 1;
  return addMonths(from, months) === to
    ? shareOf(months, forMonths)
    : shareOf(daysBetween(from, to), daysBetween(from, addMonths(from, forMonths)));
}

export const shareOf = (part: number, whole: number): Share => ({
  numerator: BigInt(part),
  denominator: BigInt(whole),
});

export const times = (a: Share, b: Share): Share => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

export const isWhole = ({ numerator, denominator }: Share): boolean => numerator === denominator;
