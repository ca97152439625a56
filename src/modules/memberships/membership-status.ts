import { dayAt } from '../../kernel/deadline.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { knownAt, type Known } from './known-facts.ts';
import type { AffiliationReason, HoldKind, MembershipStatusCode } from './membership-words.ts';

/** Days `[from, to)`; open when there is no end in sight. */
interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** What a class says about renewing. Days are counted from the first day that is no longer paid for. */
export interface ClassRule {
  readonly renewalOpensDays: number;
  readonly graceDays: number;
}

/**
 * Everything that a status depends on: rows as they were written, each with when it was known, and the zone in which
 * days begin and end.
 */
export interface StandingFacts {
  readonly timeZone: string;
  readonly affiliations: readonly (Days &
    Known & {
      readonly reason: AffiliationReason;
      readonly class: ClassRule;
    })[];
  readonly terms: readonly (Days & Known)[];
  readonly holds: readonly (Days & Known & { readonly kind: HoldKind })[];
}

/** A rule that decided, and the facts that it decided by. */
export type StatusReason =
  | { readonly rule: 'NOT_ADMITTED' | 'NO_TERM_YET' | 'AFFILIATION_ENDED' }
  | { readonly rule: 'AFFILIATION_CLOSED'; readonly reason: AffiliationReason; readonly from: LocalDate }
  | { readonly rule: 'HOLD_IN_FORCE'; readonly kind: HoldKind; readonly from: LocalDate }
  | { readonly rule: 'TERM_IN_FORCE'; readonly lastDay: LocalDate }
  | { readonly rule: 'TERM_FOR_LIFE'; readonly from: LocalDate }
  | { readonly rule: 'RENEWAL_OPEN'; readonly from: LocalDate }
  | { readonly rule: 'TERM_OVER'; readonly lastDay: LocalDate }
  | { readonly rule: 'GRACE_UNTIL' | 'GRACE_OVER'; readonly lastDay: LocalDate };

interface Standing {
  readonly code: MembershipStatusCode;
  readonly because: () => readonly StatusReason[];
}

/** A status and what is known about it, computed when somebody looks: a list asks for the code alone. */
export class MembershipStanding {
  readonly #facts: StandingFacts;
  readonly #day: LocalDate;
  readonly #standing: Standing;

  constructor(facts: StandingFacts, day: LocalDate) {
    this.#facts = facts;
    this.#day = day;
    this.#standing = standingOn(facts, day);
  }

  get code(): MembershipStatusCode {
    return this.#standing.code;
  }

  get reasons(): readonly StatusReason[] {
    return this.#standing.because();
  }

  /** The first day of this status; null when it has been so from the beginning. */
  get since(): LocalDate | null {
    const turns = turningDays(this.#facts).filter(turn => turn <= this.#day);
    return turns.findLast(turn => this.#isOther(addDays(turn, -1))) ?? null;
  }

  /** The last day of this status if nothing happens; null when no end is in sight. */
  get until(): LocalDate | null {
    const turn = turningDays(this.#facts).find(later => later > this.#day && this.#isOther(later));
    return turn === undefined ? null : addDays(turn, -1);
  }

  #isOther(day: LocalDate): boolean {
    return standingOn(this.#facts, day).code !== this.code;
  }
}

/** A row opened for one of these reasons says that the membership is over from its first day on. */
export const CLOSING_REASONS: readonly AffiliationReason[] = ['TRANSFER', 'RESIGNATION', 'REMOVAL', 'DEATH'];
const CLOSING: ReadonlySet<AffiliationReason> = new Set(CLOSING_REASONS);

/**
 * The status at an instant, by what was known then: whatever is learned, granted or taken back later, a past day keeps
 * the answer that was given on it. Of an instant to come, by all that is known now.
 */
export const statusOf = (facts: StandingFacts, at: Date): MembershipStanding =>
  new MembershipStanding(asKnown(facts, at), dayAt(facts.timeZone, at));

/** The facts as they were known at an instant. */
export const asKnown = <Facts extends Pick<StandingFacts, 'affiliations' | 'terms' | 'holds'>>(
  facts: Facts,
  at: Date,
): Facts => ({
  ...facts,
  affiliations: knownAt(facts.affiliations, at),
  terms: knownAt(facts.terms, at),
  holds: knownAt(facts.holds, at),
});

/**
 * Since when there is no gap: neither a day without a term nor a day outside the association. Null for whoever is
 * not a member at that instant; a member in grace is still continuous.
 */
export function continuousSince(allFacts: StandingFacts, at: Date): LocalDate | null {
  const facts = asKnown(allFacts, at);
  const day = dayAt(facts.timeZone, at);
  const { code } = standingOn(facts, day);
  if (code === 'APPLICANT' || code === 'LAPSED' || code === 'ENDED') return null;

  const inside = facts.affiliations.filter(({ reason }) => !CLOSING.has(reason));
  const lastPaid = code === 'GRACE' ? addDays(lastEndBy(facts, day) ?? day, -1) : day;
  const paidFrom = unbrokenAround(facts.terms, lastPaid)?.from;
  const insideFrom = unbrokenAround(inside, day)?.from;
  if (paidFrom === undefined || insideFrom === undefined) return null;
  return paidFrom > insideFrom ? paidFrom : insideFrom;
}

/** The affiliation that gives its class at an instant, as it was known then; none before admission and after the end. */
export function affiliationAt<A extends StandingFacts['affiliations'][number]>(
  { timeZone, affiliations }: { readonly timeZone: string; readonly affiliations: readonly A[] },
  at: Date,
): A | null {
  return affiliationOn(knownAt(affiliations, at), dayAt(timeZone, at));
}

/** The same of a day, among facts that were known together. */
export function affiliationOn<A extends Days & { readonly reason: AffiliationReason }>(
  affiliations: readonly A[],
  day: LocalDate,
): A | null {
  const found = affiliations.find(affiliation => covers(affiliation, day));
  return found === undefined || CLOSING.has(found.reason) ? null : found;
}

function standingOn(facts: StandingFacts, day: LocalDate): Standing {
  const affiliation = facts.affiliations.find(known => covers(known, day));
  if (affiliation === undefined) {
    const wasInside = facts.affiliations.some(({ from }) => from <= day);
    return wasInside
      ? { code: 'ENDED', because: () => [{ rule: 'AFFILIATION_ENDED' }] }
      : { code: 'APPLICANT', because: () => [{ rule: 'NOT_ADMITTED' }] };
  }
  const { reason, from } = affiliation;
  if (CLOSING.has(reason))
    return { code: 'ENDED', because: () => [{ rule: 'AFFILIATION_CLOSED', reason, from }] };

  const hold = facts.holds.find(known => covers(known, day));
  if (hold)
    return { code: 'ON_HOLD', because: () => [{ rule: 'HOLD_IN_FORCE', kind: hold.kind, from: hold.from }] };

  return standingByTerms(facts, affiliation.class, day);
}

function standingByTerms(facts: StandingFacts, rule: ClassRule, day: LocalDate): Standing {
  const paid = unbrokenAround(facts.terms, day);
  if (paid?.to === null) {
    const { from } = paid;
    return { code: 'ACTIVE', because: () => [{ rule: 'TERM_FOR_LIFE', from }] };
  }
  if (paid) {
    const paidTo = paid.to;
    const opens = addDays(paidTo, -rule.renewalOpensDays);
    const inForce = (): StatusReason => ({ rule: 'TERM_IN_FORCE', lastDay: addDays(paidTo, -1) });
    return day < opens
      ? { code: 'ACTIVE', because: () => [inForce()] }
      : { code: 'RENEWAL_DUE', because: () => [inForce(), { rule: 'RENEWAL_OPEN', from: opens }] };
  }

  const end = lastEndBy(facts, day);
  if (end === null) return { code: 'APPLICANT', because: () => [{ rule: 'NO_TERM_YET' }] };

  const graceEnd = addDays(end, rule.graceDays);
  const over = (): StatusReason => ({ rule: 'TERM_OVER', lastDay: addDays(end, -1) });
  const graceOver = (): StatusReason[] =>
    rule.graceDays > 0 ? [{ rule: 'GRACE_OVER', lastDay: addDays(graceEnd, -1) }] : [];
  return day < graceEnd
    ? { code: 'GRACE', because: () => [over(), { rule: 'GRACE_UNTIL', lastDay: addDays(graceEnd, -1) }] }
    : { code: 'LAPSED', because: () => [over(), ...graceOver()] };
}

/** Every day on which the answer may change, in order. */
function turningDays(facts: StandingFacts): LocalDate[] {
  const rules = facts.affiliations.map(affiliation => affiliation.class);
  const edges = [...facts.affiliations, ...facts.terms, ...facts.holds].flatMap(({ from, to }) => [from, to]);
  const aroundTerms = endsOf(facts).flatMap(to =>
    rules.flatMap(rule => [addDays(to, -rule.renewalOpensDays), addDays(to, rule.graceDays)]),
  );
  return [...new Set([...edges, ...aroundTerms])].filter(day => day !== null).sort();
}

/** The stretch of days around this one that adjoining periods cover without a gap. */
function unbrokenAround(periods: readonly Days[], day: LocalDate): Days | null {
  const found = periods.find(period => covers(period, day));
  return found === undefined ? null : { from: backFrom(periods, found.from), to: onFrom(periods, found.to) };
}

function backFrom(periods: readonly Days[], day: LocalDate): LocalDate {
  const earlier = periods.find(({ to }) => to === day);
  return earlier === undefined ? day : backFrom(periods, earlier.from);
}

function onFrom(periods: readonly Days[], day: LocalDate | null): LocalDate | null {
  const later = day === null ? undefined : periods.find(({ from }) => from === day);
  return later === undefined ? day : onFrom(periods, later.to);
}

/** The first days after terms that end. */
const endsOf = ({ terms }: StandingFacts): LocalDate[] =>
  terms.flatMap(({ to }) => (to === null ? [] : [to]));

const lastEndBy = (facts: StandingFacts, day: LocalDate): LocalDate | null =>
  endsOf(facts)
    .filter(to => to <= day)
    .sort()
    .at(-1) ?? null;

const covers = ({ from, to }: Days, day: LocalDate): boolean => from <= day && (to === null || day < to);
