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

/** That a membership was over lasts only until the other one begins; null where that leaves nothing of it. */
export interface Cut {
  readonly id: string;
  readonly to: LocalDate | null;
}

/** Whether a day is in both, and was held to be so of both at one time. */
const overlap = (a: Days, b: Days): boolean =>
  (b.to === null || a.from < b.to) &&
  (a.to === null || b.from < a.to) &&
  (a.knownAt ?? -Infinity) < (b.withdrawnAt ?? Infinity) &&
  (b.knownAt ?? -Infinity) < (a.withdrawnAt ?? Infinity);

const overlapAnywhere = (some: readonly Days[], others: readonly Days[]): boolean =>
  some.some(one => others.some(other => overlap(one, other)));

/**
 * How two histories become one; null where somebody was a member twice on the same day, or is dead in one of them and
 * not, or of another day, in the other.
 */
export function joinHistories(kept: DatedHistory, other: DatedHistory): readonly Cut[] | null {
  // Of two that were over from the same day one says so.
  const cuts = [...cutsOf(kept, other, outweighsKept), ...cutsOf(other, kept, outweighsOther)];
  const cut = ({ affiliations }: DatedHistory): Days[] =>
    affiliations.flatMap(one => {
      const found = cuts.find(({ id }) => id === one.id);
      if (found === undefined) return [one];
      return found.to === null ? [] : [{ ...one, to: found.to }];
    });
  const clash =
    overlapAnywhere(cut(kept), cut(other)) ||
    overlapAnywhere(kept.terms, other.terms) ||
    kept.holds.some(hold => other.holds.some(one => one.kind === hold.kind && overlap(one, hold)));
  return clash ? null : cuts;
}

/** Whether that it was over gives way to what the other record says from the very same day on. */
type Outweighs = (closed: DatedAffiliation, by: DatedAffiliation) => boolean;

const isClosing = ({ reason }: DatedAffiliation): boolean => CLOSING_REASONS.includes(reason);
const outweighsKept: Outweighs = (closed, by) =>
  closed.reason !== 'DEATH' && (by.reason === 'DEATH' || !isClosing(by));
const outweighsOther: Outweighs = (closed, by) => closed.reason !== 'DEATH' || by.reason === 'DEATH';

const cutsOf = (
  { affiliations }: DatedHistory,
  { affiliations: others }: DatedHistory,
  outweighs: Outweighs,
): Cut[] =>
  affiliations.filter(isClosing).flatMap((closed): Cut[] => {
    const by = others.filter(one => overlap(one, closed));
    if (by.some(one => one.from === closed.from && outweighs(closed, one)))
      return [{ id: closed.id, to: null }];
    const [next] = by
      .filter(one => closed.reason !== 'DEATH' && one.from > closed.from)
      .map(({ from }) => from)
      .sort();
    return next === undefined ? [] : [{ id: closed.id, to: next }];
  });
