import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { AffiliationFacts } from '../membership-facts.ts';
import { CLOSING_REASONS } from '../membership-status.ts';

/** What a death changes in a history: a stay that ends, and what was to come and never is. */
export interface DeathInHistory {
  /** The first day on which the membership is over: whoever died was a member that day. */
  readonly closesOn: LocalDate;
  /** The class that it was in last. */
  readonly last: AffiliationFacts;
  readonly ends: AffiliationFacts | null;
  readonly nevers: readonly AffiliationFacts[];
}

/** Null where the membership was over by then. Facts are those known now, in the order of their days. */
export function deathIn(affiliations: readonly AffiliationFacts[], diedOn: LocalDate): DeathInHistory | null {
  const closesOn = addDays(diedOn, 1);
  const nevers = affiliations.filter(({ from }) => from >= closesOn);
  const ends = affiliations.find(({ from, to }) => from < closesOn && (to === null || to > closesOn)) ?? null;
  const goesOn = [...(ends === null ? [] : [ends]), ...nevers].filter(
    ({ reason }) => !CLOSING_REASONS.includes(reason),
  );
  const before = affiliations.findLast(({ from }) => from < closesOn);
  const last = before ?? goesOn[0];
  return goesOn.length === 0 || last === undefined ? null : { closesOn, last, ends, nevers };
}

interface Standing {
  readonly kind: 'INDIVIDUAL' | 'JOINT' | 'NON_PERSONAL';
  /** Of the others who use it, in the same tree. */
  readonly survivors: number;
}

/** Whether nobody may sign in to the account of somebody who died. A survivor keeps theirs, an organization its own. */
export const isBarred = ({ kind, survivors }: Standing): boolean =>
  kind === 'INDIVIDUAL' || (kind === 'JOINT' && survivors === 0);
