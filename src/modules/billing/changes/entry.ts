import type { Context } from '../../../platform/context.ts';
import type { MembershipChange } from '../../memberships/index.ts';
import { nextTermsOf, quoteFor, type Asked, type Occasion, type TermToPrice } from '../prices/index.ts';
import { billedLines, releasedTerms } from './billed-lines.ts';
import { MoneyPlan, NOTHING_TO_PAY } from './money-plan.ts';
import { termAround } from './term-around.ts';

/**
 * The fee of being let in, or in again, and the first term. Somebody who comes back pays the running term whole, as if
 * they had never left; what was invoiced before they left stays owing as it is.
 */
export async function planEntry(
  context: Context,
  { membershipId, on, toClassId }: MembershipChange,
  occasion: Extract<Occasion, 'AT_ADMISSION' | 'AT_REINSTATEMENT'>,
): Promise<MoneyPlan> {
  const { membership, term: running, lastClassId, today } = await termAround(context, membershipId, on);
  const classId = toClassId ?? lastClassId;
  const isBack = occasion === 'AT_REINSTATEMENT';
  const next = running === null ? await nextTermsOf(context, membership, classId, on) : [];
  const billed = await billedLines(context.db, membershipId);
  const isBilled = ({ term, entry }: TermToPrice): boolean =>
    billed.some(
      ({ effect, from, to }) =>
        effect === 'EXTEND_TERM' &&
        from !== null &&
        from < term.to &&
        (to === null || to > (entry ?? term.from)),
    );
  const terms = next.map(one => (isBack ? { ...one, entry: null } : one)).filter(one => !isBilled(one));

  const asked: Asked[] = [
    { membershipId, classId, term: null, entry: null, occasions: [occasion] },
    ...terms.map((one): Asked => ({ membershipId, classId, ...one, occasions: ['WITH_TERM'] })),
  ];
  return new MoneyPlan((await quoteFor(context, asked, today)).lines);
}

/** Whoever stays after all is billed again for the terms that leaving took back. */
export async function planStaying(
  context: Context,
  { membershipId, on }: MembershipChange,
): Promise<MoneyPlan> {
  const { lastClassId: classId, today } = await termAround(context, membershipId, on);
  const terms = await releasedTerms(context.db, membershipId, on);
  if (terms.length === 0) return NOTHING_TO_PAY;
  const asked = terms.map((term): Asked => ({
    membershipId,
    classId,
    term,
    entry: null,
    occasions: ['WITH_TERM'],
  }));
  return new MoneyPlan((await quoteFor(context, asked, today)).lines);
}
