import type { LocalDate } from '../../../kernel/local-date.ts';
import type { MembershipClassFacts, MembershipHistory } from '../membership-facts.ts';
import { CLOSING_REASONS } from '../membership-status.ts';
import type { HoldKind } from '../membership-words.ts';
import type { Step } from './steps.ts';

/** Why a change cannot be made. */
export type WhyNoChange =
  | 'NOT_MEMBER'
  | 'SAME_CLASS'
  | 'CHANGE_WAITS'
  | 'HELD_ALREADY'
  | 'HOLD_OVER'
  | 'NOT_ENDED'
  | 'DECEASED'
  | 'NO_RESIGNATION';

/** The steps of a change among facts that are known now, or why there are none. */
export type Plan = readonly Step[] | WhyNoChange;

type Stay = MembershipHistory['affiliations'][number];
type Stays = Pick<MembershipHistory, 'affiliations'>;

const covers = (
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate | null },
  day: LocalDate,
): boolean => from <= day && (to === null || day < to);
const isClosing = ({ reason }: Stay): boolean => CLOSING_REASONS.includes(reason);
const stayOn = ({ affiliations }: Stays, day: LocalDate): Stay | null => {
  const stay = affiliations.find(one => covers(one, day));
  return stay === undefined || isClosing(stay) ? null : stay;
};
const hasLater = ({ affiliations }: Stays, on: LocalDate): boolean =>
  affiliations.some(({ from }) => from > on);

/** Another class for the rest of the stay. What was said on its first day is put right as of that day. */
export function planReclassification(facts: Stays, on: LocalDate, to: MembershipClassFacts): Plan {
  const stay = stayOn(facts, on);
  if (stay === null) return 'NOT_MEMBER';
  if (stay.class.id === to.id) return 'SAME_CLASS';
  const reason = stay.from === on ? stay.reason : 'RECLASSIFICATION';
  return [
    { closeStay: stay, to: on },
    { openStay: { class: to, from: on, to: stay.to, reason, note: null } },
  ];
}

/** A hold within the time in which they are a member. */
export function planHold(
  facts: Pick<MembershipHistory, 'affiliations' | 'holds'>,
  hold: { readonly kind: HoldKind; readonly from: LocalDate; readonly to: LocalDate | null },
): Plan {
  if (stayOn(facts, hold.from) === null) return 'NOT_MEMBER';
  const overlaps = facts.holds.some(
    ({ from, to }) => (to === null || hold.from < to) && (hold.to === null || from < hold.to),
  );
  return overlaps ? 'HELD_ALREADY' : [{ openHold: hold }];
}

/** Ends a hold on an earlier day than was said; one that has not begun by then is taken back. */
export function planHoldEnd(
  { holds }: Pick<MembershipHistory, 'holds'>,
  holdId: string,
  on: LocalDate,
): Plan {
  const hold = holds.find(({ id }) => id === holdId);
  if (hold === undefined || (hold.to !== null && hold.to <= on)) return 'HOLD_OVER';
  return [{ closeHold: hold, to: on }];
}

/** They are a member no more from that day on. */
export function planResignation(facts: Stays, on: LocalDate, note: string): Plan {
  const stay = stayOn(facts, on);
  if (stay === null) return 'NOT_MEMBER';
  if (hasLater(facts, on)) return 'CHANGE_WAITS';
  return [
    { closeStay: stay, to: on },
    { openStay: { class: stay.class, from: on, to: stay.to, reason: 'RESIGNATION', note } },
  ];
}

/** As if they had not resigned, as long as the day has not come. Of `history` all is asked, what was withdrawn too. */
export function planResignationWithdrawn(facts: Stays, history: Stays, today: LocalDate): Plan {
  const closing = facts.affiliations.find(({ reason, from }) => reason === 'RESIGNATION' && from > today);
  if (closing === undefined || hasLater(facts, closing.from)) return 'NO_RESIGNATION';
  const before = facts.affiliations.find(({ to }) => to === closing.from);
  // A stay that would have ended on its first day was taken back whole. An earlier resignation is no such stay, though
  // it may have been taken back in the instant in which this one was written.
  const undone = history.affiliations.find(
    one =>
      one.from === closing.from &&
      !isClosing(one) &&
      one.withdrawnAt !== null &&
      one.withdrawnAt === closing.knownAt,
  );
  const steps: Step[] = [{ withdrawStay: closing }];
  if (undone) return [...steps, { openStay: { ...undone, to: closing.to } }];
  return before ? [...steps, { closeStay: before, to: closing.to }] : 'NO_RESIGNATION';
}

/**
 * A member again from that day on, after a resignation or a removal. A leave ended when they left, whatever was said of
 * it before; a suspension goes on.
 */
export function planReinstatement(
  facts: Pick<MembershipHistory, 'affiliations' | 'holds'>,
  on: LocalDate,
  to: MembershipClassFacts | null,
): Plan {
  const closing = facts.affiliations.find(one => covers(one, on));
  const ended = facts.affiliations.findLast(one => one.from <= on);
  if (facts.affiliations.some(({ reason }) => reason === 'DEATH')) return 'DECEASED';
  if (ended === undefined || (closing !== undefined && !isClosing(closing))) return 'NOT_ENDED';
  if (hasLater(facts, on)) return 'CHANGE_WAITS';
  const leftOn = closing?.from ?? ended.to ?? on;
  const leaves = facts.holds.filter(
    hold => hold.kind !== 'SUSPENSION' && (hold.to === null || hold.to > leftOn),
  );
  return [
    ...(closing ? [{ closeStay: closing, to: on }] : []),
    ...leaves.map((hold): Step => ({ closeHold: hold, to: leftOn })),
    { openStay: { class: to ?? ended.class, from: on, to: null, reason: 'REINSTATEMENT', note: null } },
  ];
}

/**
 * As if they had not come back: what was known to be over before is over again, for as long as that stay and what
 * followed of it in other classes would have lasted. No steps where somebody has taken it back already. Of `history`
 * all is asked, what was withdrawn too.
 */
export function planReinstatementUndone(
  { affiliations: known }: Stays,
  { affiliations: all }: Stays,
  stayId: Stay['id'],
): readonly Step[] {
  const from = all.find(({ id }) => id === stayId)?.from;
  const isIt = (one: Stay): boolean => one.from === from && one.reason === 'REINSTATEMENT';
  const stay = known.find(isIt);
  if (stay === undefined) return [];

  const taken = [stay];
  for (const next of known.filter(one => one.from > stay.from)) {
    if (next.reason !== 'RECLASSIFICATION' || next.from !== taken.at(-1)?.to) break;
    taken.push(next);
  }
  const to = taken.at(-1)?.to ?? null;
  const before = known.find(one => one.to === stay.from && isClosing(one));
  // What would have been over on its first day was taken back whole when they came back on that day.
  const undone = all.find(
    one =>
      one.from === stay.from &&
      isClosing(one) &&
      one.withdrawnAt !== null &&
      all.some(other => isIt(other) && other.knownAt === one.withdrawnAt),
  );
  const reopened: Step[] = before ? [{ closeStay: before, to }] : [];
  return [
    ...taken.map((withdrawStay): Step => ({ withdrawStay })),
    ...(undone ? [{ openStay: { ...undone, to } }] : reopened),
  ];
}
