import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, daysBetween, type LocalDate } from './local-date.ts';

/**
 * The days from `from` on and before `to`; without `to`, with no end in sight. Half-open, so that one period's end
 * is the next one's start and nothing falls between; people are shown `from` and `lastDay`.
 */
export class Period {
  private constructor(
    readonly from: LocalDate,
    readonly to: LocalDate | null,
  ) {}

  static of(from: LocalDate, to: LocalDate | null): Period {
    if (to !== null && to <= from)
      throw new RangeError(`a period ends after it starts, got ${from} to ${to}`);
    return new Period(from, to);
  }

  /** The last day that belongs to the period. */
  get lastDay(): LocalDate | null {
    return this.to === null ? null : addDays(this.to, -1);
  }

  contains(day: LocalDate): boolean {
    return this.from <= day && (this.to === null || day < this.to);
  }

  overlaps(other: Period): boolean {
    return (this.to === null || other.from < this.to) && (other.to === null || this.from < other.to);
  }

  /** The days that both periods have, or `null` where they have none. */
  intersection(other: Period): Period | null {
    if (!this.overlaps(other)) return null;
    const from = this.from > other.from ? this.from : other.from;
    const to = other.to === null || (this.to !== null && this.to < other.to) ? this.to : other.to;
    return new Period(from, to);
  }

  /** How many days the period has; `null` when it has no end. */
  lengthInDays(): number | null {
    return this.to === null ? null : daysBetween(this.from, this.to);
  }

  equals(other: Period): boolean {
    return this.from === other.from && this.to === other.to;
  }

  /**
   * The period that follows. Whole months are followed by as many months, so that a calendar year is followed by
   * a calendar year, leap or not; any other period by as many days.
   */
  next(): Period {
    if (this.to === null) throw new RangeError('nothing follows a period without end');
    const { months, days } = Temporal.PlainDate.from(this.from).until(this.to, { largestUnit: 'months' });
    const end = days === 0 ? addMonths(this.to, months) : addDays(this.to, daysBetween(this.from, this.to));
    return new Period(this.to, end);
  }
}
