import type { MembershipClassId, MembershipId } from '../../../kernel/id.ts';
import { addMonths, type LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import {
  asKnown,
  CLOSING_REASONS,
  dayAt,
  membershipById,
  type MembershipFacts,
  type TermKind,
} from '../../memberships/index.ts';
import type { TermDays } from '../prices/index.ts';

/** A membership around a day, by what is known now. */
export interface MembershipAround {
  readonly membership: MembershipFacts;
  /** The day on which it is asked. */
  readonly today: LocalDate;
  /** The class on that day; null outside the association. */
  readonly classId: MembershipClassId | null;
  /** The same, or where they are outside the one that they had. */
  readonly lastClassId: MembershipClassId | null;
  /** The term that has the day; null where none has. */
  readonly term: TermDays | null;
  /** What it is a part of, where it is a part of a year: prices are of whole years. */
  readonly year: TermDays | null;
}

export async function termAround(
  context: Context,
  membershipId: MembershipId,
  day: LocalDate,
): Promise<MembershipAround> {
  const membership = await context.load(membershipById, membershipId);
  const history = membership?.history;
  if (!history) throw new Error('whoever is charged has a membership');
  const now = context.clock.now();
  const { affiliations, terms } = asKnown(history, now);
  const stay = affiliations.find(({ from, to }) => from <= day && (to === null || day < to));
  const isInside = stay !== undefined && !CLOSING_REASONS.includes(stay.reason);
  const term = terms.find(({ from, to }) => from <= day && day < to) ?? null;
  return {
    membership,
    today: dayAt(membership.timeZone, now),
    classId: isInside ? stay.class.id : null,
    lastClassId: (stay ?? affiliations.at(-1))?.class.id ?? null,
    term,
    year: term && wholeOf(term),
  };
}

/** Whoever was admitted within a year has a shorter first term, which ends with the year. */
const wholeOf = ({ kind, from, to }: TermDays & { readonly kind: TermKind }): TermDays => {
  const yearBefore = addMonths(to, -12);
  const isPart = (kind === 'CALENDAR_YEAR' || kind === 'ASSOCIATION_YEAR') && from > yearBefore;
  return { from: isPart ? yearBefore : from, to };
};
