import type { MembershipClassId, MembershipId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { associationById } from '../../associations/index.ts';
import {
  asKnown,
  ruleOn,
  termRulesOfClass,
  type MembershipFacts,
  type TermKind,
} from '../../memberships/index.ts';
import { termKindOf } from '../payments/index.ts';
import type { TermDays } from '../prices/index.ts';
import type { BilledLine } from './billed-lines.ts';
import { wholeOf } from './term-around.ts';

/** From which class to which one, and until when: a later class that is set already has its own price. */
export interface OtherClass {
  readonly membershipId: MembershipId;
  readonly on: LocalDate;
  readonly from: MembershipClassId;
  readonly to: MembershipClassId;
  readonly until: LocalDate | null;
}

/** A term of which days lie in a stretch of time. */
export interface TermAhead {
  /** Those days. */
  readonly days: TermDays;
  /** The first day after all of the term. */
  readonly to: LocalDate;
  /** What it is a part of, where it is a part of a year: prices are of whole years. */
  readonly year: TermDays;
  /** Whether they have it; otherwise it is billed, and waits to be paid. */
  readonly isGranted: boolean;
}

/** How a body reads days that are billed as a term of a class. */
export async function kindsIn(
  context: Context,
  { associationId }: Pick<MembershipFacts, 'associationId'>,
  classId: MembershipClassId,
): Promise<(days: TermDays) => TermKind> {
  const [association, rules] = await Promise.all([
    context.load(associationById, associationId),
    context.load(termRulesOfClass, classId),
  ]);
  if (association === null) throw new Error('a membership has an association');
  return days => termKindOf(days, association.yearStartsOn, ruleOn(rules, days.from)?.kind ?? null);
}

/** What they have from a day on, and what is billed to them beyond that, in the order of its days. */
export async function termsAhead(
  context: Context,
  membership: MembershipFacts,
  billed: readonly BilledLine[],
  { on, until, from: classId }: Pick<OtherClass, 'on' | 'until' | 'from'>,
): Promise<readonly TermAhead[]> {
  if (membership.history === null) throw new Error('a membership was read without its history');
  const kindOf = await kindsIn(context, membership, classId);

  // A term for life comes with the class: nothing is paid for its days.
  const granted = asKnown(membership.history, context.clock.now()).terms.flatMap(({ kind, from, to }) =>
    to === null ? [] : [{ kind, from, to }],
  );
  const waiting = billed.flatMap(({ effect, from, to }) => {
    const isTerm = effect === 'EXTEND_TERM' && from !== null && to !== null;
    return isTerm && !granted.some(term => term.from < to && from < term.to)
      ? [{ kind: kindOf({ from, to }), from, to }]
      : [];
  });
  const all = [
    ...granted.map(term => ({ ...term, isGranted: true })),
    ...waiting.map(term => ({ ...term, isGranted: false })),
  ];
  return all
    .flatMap(({ kind, from, to, isGranted }) => {
      const days = {
        from: from > on ? from : on,
        to: until !== null && until < to ? until : to,
      };
      return days.from < days.to ? [{ days, to, year: wholeOf({ kind, from, to }), isGranted }] : [];
    })
    .sort((a, b) => (a.days.from < b.days.from ? -1 : 1));
}
