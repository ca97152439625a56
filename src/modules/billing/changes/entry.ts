import { dayAt } from '../../../kernel/deadline.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { FeeItemId, MembershipClassId } from '../../../kernel/id.ts';
import { Period } from '../../../kernel/period.ts';
import type { Context } from '../../../platform/context.ts';
import type { MembershipChange, MembershipFacts, NewMembership } from '../../memberships/index.ts';
import {
  billedNewcomer,
  nextTermsOf,
  quoteFor,
  type Asked,
  type AskedMember,
  type Newcomer,
  type Occasion,
  type TermDays,
  type TermToPrice,
} from '../prices/index.ts';
import { billedLines, releasedTerms, type BilledLine } from './billed-lines.ts';
import { planOtherClass } from './class-change.ts';
import { MoneyPlan, NOTHING_TO_PAY, together } from './money-plan.ts';
import { termAround, wholeOf } from './term-around.ts';
import { kindsIn } from './terms-ahead.ts';

/** Somebody who comes in to a body on a day. */
interface Coming {
  readonly who: AskedMember;
  readonly at: Pick<MembershipFacts, 'associationId' | 'history'>;
  readonly classId: MembershipClassId | null;
  readonly on: LocalDate;
  readonly today: LocalDate;
  /** The term that has the day already; null where none has. */
  readonly running: TermDays | null;
  readonly billed: readonly BilledLine[];
}

/**
 * The fee of being let in, or in again, and the first term. Somebody who comes back pays the running term whole, as if
 * they had never left; what was invoiced before they left stays owing as it is. Terms that they have or owe from before
 * are in the class that they had then: in another one they cost the difference.
 */
export async function planEntry(
  context: Context,
  { membershipId, on, toClassId }: Pick<MembershipChange, 'membershipId' | 'on' | 'toClassId'>,
  occasion: Extract<Occasion, 'AT_ADMISSION' | 'AT_REINSTATEMENT'>,
  carried: TermDays | null = null,
): Promise<MoneyPlan> {
  const around = await termAround(context, membershipId, on);
  const from = around.lastClassId;
  const to = toClassId ?? from;
  const coming: Coming = {
    who: { membershipId },
    at: around.membership,
    classId: to,
    on,
    today: around.today,
    running: around.term ?? carried,
    billed: await billedLines(context.db, membershipId),
  };
  const plan = await planComing(context, coming, occasion);
  if (from === null || to === null) return plan;
  return together(plan, await planOtherClass(context, { membershipId, on, from, to, until: null }));
}

/** The same of somebody who never was a member there. A term that they bring along is not charged again. */
export async function planNewcomer(
  context: Context,
  { toClassId: classId, ...newcomer }: Newcomer & Pick<NewMembership, 'toClassId'>,
  carried: TermDays | null = null,
): Promise<MoneyPlan> {
  const { timeZone } = await billedNewcomer(context, newcomer);
  const coming: Coming = {
    who: { membershipId: null, newcomer },
    at: { associationId: newcomer.associationId, history: null },
    classId,
    on: newcomer.on,
    today: dayAt(timeZone, context.clock.now()),
    running: carried,
    billed: [],
  };
  return planComing(context, coming, 'AT_ADMISSION');
}

async function planComing(
  context: Context,
  { who, at, classId, on, today, running, billed }: Coming,
  occasion: Extract<Occasion, 'AT_ADMISSION' | 'AT_REINSTATEMENT'>,
): Promise<MoneyPlan> {
  const isBack = occasion === 'AT_REINSTATEMENT';
  const next = running === null ? await nextTermsOf(context, at, () => classId, on) : [];
  const isBilled = ({ term, entry }: TermToPrice): boolean =>
    billed.some(
      ({ effect, from, to }) =>
        effect === 'EXTEND_TERM' &&
        from !== null &&
        from < term.to &&
        (to === null || to > (entry ?? term.from)),
    );
  const terms = next.map(one => (isBack ? { ...one, entry: null } : one)).filter(one => !isBilled(one));
  // Coming back costs its fee once in a term, whoever leaves and comes back in it again.
  const about = isBack ? (running ?? next[0]?.term ?? null) : null;
  const charged = about === null ? [] : billed.flatMap(line => feeAbout(line, about));

  const asked: Asked[] = [
    { ...who, classId, term: null, entry: null, occasions: [occasion], charged },
    ...terms.map((one): Asked => ({ ...who, classId, ...one, occasions: ['WITH_TERM'] })),
  ];
  const { lines } = await quoteFor(context, asked, today);
  const period = about && Period.of(about.from, about.to);
  return new MoneyPlan(lines.map(line => (line.period === null ? { ...line, period } : line)));
}

/** The item of a line that is about some of these days. */
const feeAbout = ({ feeItemId, from, to }: BilledLine, about: TermDays): FeeItemId[] =>
  feeItemId !== null && from !== null && from < about.to && (to === null || to > about.from)
    ? [feeItemId]
    : [];

/** Whoever stays after all is billed again for the terms that leaving took back, in the class that they stay in. */
export async function planStaying(
  context: Context,
  { membershipId, on, toClassId }: MembershipChange,
): Promise<MoneyPlan> {
  const { membership, lastClassId, today, resignedAt } = await termAround(context, membershipId, on);
  const classId = toClassId ?? lastClassId;
  if (resignedAt === null || classId === null) return NOTHING_TO_PAY;
  const terms = await releasedTerms(context.db, membershipId, resignedAt);
  if (terms.length === 0) return NOTHING_TO_PAY;
  const kindOf = await kindsIn(context, membership, classId);
  const asked = terms.map((days): Asked => ({
    ...{ membershipId, classId, occasions: ['WITH_TERM'] },
    ...{ term: wholeOf({ ...days, kind: kindOf(days) }), entry: days.from },
  }));
  return new MoneyPlan((await quoteFor(context, asked, today)).lines);
}
