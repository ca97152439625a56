import type { MembershipClassId } from '../../../kernel/id.ts';
import { addMonths, localDate, type LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { associationById } from '../../associations/index.ts';
import {
  asKnown,
  CLOSING_REASONS,
  membershipClassById,
  nextTerms,
  startOfNext,
  termRulesOfClass,
  type DatedTermRule,
  type MembershipFacts,
} from '../../memberships/index.ts';
import type { TermDays } from './prorate.ts';

/** A term to be paid for, and the first day of it that is used. */
export interface TermToPrice {
  readonly term: TermDays;
  /** Null for all of it. */
  readonly entry: LocalDate | null;
}

/** In which class somebody is on a day; null outside. */
export type ClassOn = (day: LocalDate) => MembershipClassId | null;

// A class without a rule goes by the year of its association.
const WITHOUT_RULE: DatedTermRule = {
  ...{ kind: 'ASSOCIATION_YEAR', months: null, rolloverOn: null },
  ...{ from: localDate('0001-01-01'), to: null },
};

/**
 * What a membership pays for next, by the rule of its class on the first day of it: a year that is entered late is
 * priced as a whole year with its day of entry, and whoever gets the following year too pays for both, each at its own
 * price.
 */
export async function nextTermsOf(
  context: Context,
  membership: Pick<MembershipFacts, 'associationId' | 'history'>,
  classOnDay: ClassOn,
  on: LocalDate,
): Promise<readonly TermToPrice[]> {
  const nowIn = classOnDay(on);
  const [association, memberClass] = await Promise.all([
    context.load(associationById, membership.associationId),
    nowIn === null ? null : context.load(membershipClassById, nowIn),
  ]);
  if (association === null) throw new Error('a membership has an association');
  const { yearStartsOn } = association;
  const terms = membership.history === null ? [] : asKnown(membership.history, context.clock.now()).terms;
  const facts = { yearStartsOn, graceDays: memberClass?.graceDays ?? 0, terms };
  const classId = classOnDay(startOfNext(facts, on) ?? on);
  const rules = classId === null ? [] : await context.load(termRulesOfClass, classId);
  const [next] = nextTerms([...rules, WITHOUT_RULE], facts, on, 1);
  if (next === undefined) return [];
  const { from, to, kind } = next;
  if (kind === 'ROLLING' || kind === 'ODD_LENGTH') return [{ term: { from, to }, entry: null }];
  return yearsOf({ from, to }, kind === 'CALENDAR_YEAR' ? '01-01' : yearStartsOn);
}

/** Cut at the first days of years; a part of a year is that year, entered late. */
export function yearsOf({ from, to }: TermDays, startsOn: string): readonly TermToPrice[] {
  const first = localDate(`${from.slice(0, 4)}-${startsOn}`);
  const start = first <= from ? first : addMonths(first, -12);
  const end = addMonths(start, 12);
  const year: TermToPrice = { term: { from: start, to: end }, entry: from === start ? null : from };
  return end < to ? [year, ...yearsOf({ from: end, to }, startsOn)] : [year];
}

/** The class on the first day of what is paid for, or where that was before admission, the first one. */
export function classOn(
  { history }: MembershipFacts,
  day: LocalDate,
  { clock }: Pick<Context, 'clock'>,
): MembershipClassId | null {
  const stays = history === null ? [] : asKnown(history, clock.now()).affiliations;
  const stay = stays.find(({ from, to }) => from <= day && (to === null || day < to)) ?? stays[0];
  return stay === undefined || CLOSING_REASONS.includes(stay.reason) ? null : stay.class.id;
}
