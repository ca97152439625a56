import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Known } from '../known-facts.ts';
import { CLOSING_REASONS } from '../membership-status.ts';
import type { AffiliationReason, HoldKind } from '../membership-words.ts';

/** Days, and when they were known. */
interface Days extends Known {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export interface DatedAffiliation extends Days {
  readonly id: string;
  readonly reason: AffiliationReason;
}

export interface DatedHistory {
  readonly affiliations: readonly DatedAffiliation[];
  readonly terms: readonly Days[];
  readonly holds: readonly (Days & { readonly kind: HoldKind })[];
}

/** That a membership was over lasts only until the other one begins. */
export interface Cut {
  readonly id: string;
  readonly to: LocalDate;
}

/** Whether a day is in both, and was held to be so of both at one time. */
const overlap = (a: Days, b: Days): boolean =>
  (b.to === null || a.from < b.to) &&
  (a.to === null || b.from < a.to) &&
  (a.knownAt ?? -Infinity) < (b.withdrawnAt ?? Infinity) &&
  (b.knownAt ?? -Infinity) < (a.withdrawnAt ?? Infinity);

const overlapAnywhere = (some: readonly Days[], others: readonly Days[]): boolean =>
  some.some(one => others.some(other => overlap(one, other)));

/** How two histories become one; null where somebody was a member twice on the same day, or is dead in one of them. */
export function joinHistories(kept: DatedHistory, other: DatedHistory): readonly Cut[] | null {
  const cuts = [...cutsOf(kept, other), ...cutsOf(other, kept)];
  const cut = ({ affiliations }: DatedHistory): Days[] =>
    affiliations.map(one => ({ ...one, to: cuts.find(({ id }) => id === one.id)?.to ?? one.to }));
  const clash =
    overlapAnywhere(cut(kept), cut(other)) ||
    overlapAnywhere(kept.terms, other.terms) ||
    kept.holds.some(hold => other.holds.some(one => one.kind === hold.kind && overlap(one, hold)));
  return clash ? null : cuts;
}

const cutsOf = ({ affiliations }: DatedHistory, { affiliations: others }: DatedHistory): Cut[] =>
  affiliations
    .filter(({ reason }) => CLOSING_REASONS.includes(reason) && reason !== 'DEATH')
    .flatMap(closed => {
      const [next] = others
        .filter(one => one.from > closed.from && overlap(one, closed))
        .map(({ from }) => from)
        .sort();
      return next === undefined ? [] : [{ id: closed.id, to: next }];
    });
