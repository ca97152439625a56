import { dayAt } from '../../../kernel/deadline.ts';
import type { MembershipClassId, MembershipId } from '../../../kernel/id.ts';
import { addMonths, type LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import {
  asKnown,
  CLOSING_REASONS,
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
  /** When a resignation that takes effect on that day was written; null where there is none. */
  readonly resignedAt: Date | null;
  /** Whether a term for life has the day: nothing is paid for it. */
  readonly isForLife: boolean;
  /** The term that has the day and ends; null where none has. */
  readonly term: TermDays | null;
  /** The first day on which they are in another class, as it is set by now; null where none is. */
  readonly nextClassOn: LocalDate | null;
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
  const around = terms.find(({ from, to }) => from <= day && (to === null || day < to));
  const isForLife = around?.to === null;
  const term = around === undefined || around.to === null ? null : { ...around, to: around.to };
  return {
    membership,
    today: dayAt(membership.timeZone, now),
    classId: isInside ? stay.class.id : null,
    lastClassId: (stay ?? affiliations.at(-1))?.class.id ?? null,
    term,
    isForLife,
    nextClassOn: nextClassOn(affiliations, stay),
    resignedAt: resignedAt(stay, day),
  };
}

type Stays = NonNullable<MembershipFacts['history']>['affiliations'];

/** Whoever leaves owes their term in the class that they had: then there is none. */
const nextClassOn = (stays: Stays, stay: Stays[number] | undefined): LocalDate | null =>
  stays.find(({ from, reason }) => from === stay?.to && !CLOSING_REASONS.includes(reason))?.from ?? null;

const resignedAt = (stay: Stays[number] | undefined, day: LocalDate): Date | null =>
  stay?.reason === 'RESIGNATION' && stay.from === day && stay.knownAt !== null
    ? new Date(stay.knownAt)
    : null;

/** Whoever was admitted within a year has a shorter first term, which ends with the year. */
export const wholeOf = ({ kind, from, to }: TermDays & { readonly kind: TermKind }): TermDays => {
  const yearBefore = addMonths(to, -12);
  const isPart = (kind === 'CALENDAR_YEAR' || kind === 'ASSOCIATION_YEAR') && from > yearBefore;
  return { from: isPart ? yearBefore : from, to };
};
