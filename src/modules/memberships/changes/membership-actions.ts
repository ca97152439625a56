import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { MembershipHistory } from '../membership-facts.ts';
import { affiliationOn } from '../membership-status.ts';
import { leavableStay } from '../transfers/index.ts';
import {
  planHold,
  planReinstatement,
  planResignation,
  planResignationWithdrawn,
  type Plan,
} from './plan-change.ts';
import type { TypedKind } from './read-change.ts';

type Asked = TypedKind | 'TRANSFER';

/** What may be done with a membership by its history, on some day from today on; whose it is to do is asked elsewhere. */
export function possibleChanges(
  known: MembershipHistory,
  history: MembershipHistory,
  today: LocalDate,
): ReadonlySet<Asked> {
  // Between two changes that are set nothing differs from one day to the next.
  const turns = [...known.affiliations.map(({ from }) => from), ...known.holds.flatMap(({ to }) => to ?? [])];
  const starts = turns.filter(day => day >= today);
  const days = [today, ...starts, ...starts.map(day => addDays(day, 1)), addDays(today, 1)];
  const isPossible = (plan: (day: LocalDate) => Plan): boolean =>
    days.some(day => typeof plan(day) !== 'string');
  const possible: Readonly<Record<Asked, boolean>> = {
    RECLASSIFICATION: days.some(day => affiliationOn(known.affiliations, day) !== null),
    HOLD: isPossible(from => planHold(known, { kind: 'LEAVE', from, to: addDays(from, 1) })),
    HOLD_END: known.holds.some(({ to }) => to === null || to > today),
    RESIGNATION: isPossible(day => planResignation(known, day, '')),
    RESIGNATION_WITHDRAWN: typeof planResignationWithdrawn(known, history, today) !== 'string',
    REINSTATEMENT: isPossible(day => planReinstatement(known, day, null)),
    TRANSFER: days.some(day => typeof leavableStay(known, day) !== 'string'),
  };
  return new Set((Object.keys(possible) as Asked[]).filter(kind => possible[kind]));
}
