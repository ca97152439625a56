import type { MembershipClassId } from '../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import { Money } from '../../../kernel/money.ts';
import { Period } from '../../../kernel/period.ts';
import type { Context } from '../../../platform/context.ts';
import type { MembershipChange } from '../../memberships/index.ts';
import type { LineExplanation, NewLine } from '../invoices/index.ts';
import { factsFor, lineOf, quote, type PriceRules, type QuoteFacts } from '../prices/index.ts';
import { billedLines, type BilledLine } from './billed-lines.ts';
import { classDifference, withoutLater, type ItemDifference } from './class-difference.ts';
import { creditUpTo } from './credits.ts';
import { MoneyPlan, NOTHING_TO_PAY, together, type PlannedCredit } from './money-plan.ts';
import { termAround } from './term-around.ts';
import { termsAhead, type OtherClass, type TermAhead } from './terms-ahead.ts';

/** Another class within the stay that has the day. */
export async function planClassChange(
  context: Context,
  { membershipId, on, toClassId }: MembershipChange,
): Promise<MoneyPlan> {
  const { classId, nextClassOn } = await termAround(context, membershipId, on);
  if (classId === null || toClassId === undefined) return NOTHING_TO_PAY;
  return planOtherClass(context, { membershipId, on, from: classId, to: toClassId, until: nextClassOn });
}

/**
 * Every term that is granted or billed by now and ends later, for its days from then on: at the price of the new class,
 * less what it costs in the old one, item by item. More is charged, less is taken back of what was billed for these
 * days.
 */
export async function planOtherClass(context: Context, other: OtherClass): Promise<MoneyPlan> {
  const { membershipId, on, from, to } = other;
  if (from === to) return NOTHING_TO_PAY;
  const billed = await billedLines(context.db, membershipId);
  const { today, membership } = await termAround(context, membershipId, on);
  const terms = await termsAhead(context, membership, billed, other);
  if (terms.length === 0) return NOTHING_TO_PAY;

  const { facts, rules } = await factsFor(
    context,
    terms.map(({ year, days }) => ({
      ...{ membershipId, classId: to, term: year, entry: days.from, occasions: ['WITH_TERM'] },
    })),
  );
  const plans = terms.map((term, i) => {
    const [asked] = facts.asked.slice(i);
    if (asked === undefined) throw new Error('each term was asked for');
    return planTerm({ other, term, billed, facts: { ...facts, asked: [asked] }, rules, today });
  });
  return plans.reduce(together);
}

interface TermOfChange {
  readonly other: OtherClass;
  readonly term: TermAhead;
  readonly billed: readonly BilledLine[];
  /** Asked about this term alone. */
  readonly facts: QuoteFacts;
  readonly rules: PriceRules;
  readonly today: LocalDate;
}

function planTerm(change: TermOfChange): MoneyPlan {
  const { other, term, billed, facts, rules } = change;
  const { days } = term;
  const atFirst = pricesFrom(change, days.from);
  // Whoever has another class from a later day on pays only for the days until then.
  const isCut = other.until !== null && other.until < term.to;
  const later = isCut ? pricesFrom(change, days.to) : { before: [], after: [] };
  const differences = withoutLater(
    classDifference(atFirst.before, atFirst.after),
    classDifference(later.before, later.after),
  );

  const inputs = { from: days.from, ...(isCut && { lastDay: addDays(days.to, -1) }) };
  const because = (rule: string): LineExplanation => ({ rule: isCut ? `${rule}_UNTIL` : rule, inputs });
  const ofDays = billed.filter(line => overlaps(line, days));
  const credits = differences.flatMap(({ feeItemId, amount }) =>
    amount.cents < 0n
      ? creditUpTo(
          ofDays.filter(line => line.feeItemId === feeItemId),
          amount.times(-1),
          because('CLASS_DIFFERENCE_BACK'),
        )
      : [],
  );
  const chargeOf = ({ feeItemId, amount }: ItemDifference): NewLine[] => {
    const item = rules.items.find(({ id }) => id === feeItemId);
    const [asked] = facts.asked;
    if (item === undefined || asked === undefined || amount.cents < 0n) return [];
    const asking = { item, asked, place: facts.place, on: change.today };
    const explanation = [because('CLASS_DIFFERENCE')];
    const charge = lineOf(asking, { unit: amount, quantity: 1, explanation }, rules);
    // The term itself is bought by another line: what is bought here is the other class for these days.
    return [{ ...charge, period: Period.of(days.from, days.to), effect: 'NONE' }];
  };
  const kept = credits.flatMap(credit => keepTerm(credit, term, atFirst));
  return new MoneyPlan([...differences.flatMap(chargeOf), ...kept], credits);
}

interface BothPrices {
  readonly before: readonly NewLine[];
  readonly after: readonly NewLine[];
}

/** The whole term, as whoever enters it on a day pays for it in either class. */
function pricesFrom({ other, facts, rules, today }: TermOfChange, entry: LocalDate): BothPrices {
  const linesIn = (classId: MembershipClassId): readonly NewLine[] =>
    quote({ ...facts, asked: facts.asked.map(one => ({ ...one, classId, entry })) }, rules, today).lines;
  return { before: linesIn(other.from), after: linesIn(other.to) };
}

const overlaps = ({ from, to }: BilledLine, days: TermAhead['days']): boolean =>
  from !== null && from < days.to && (to === null || to > days.from);

/**
 * A line that is taken back whole takes its term with it: the new class has the same days for nothing. Of a class that
 * no price speaks of this is so of days that they have already; nobody comes to others by it.
 */
function keepTerm(
  { line, credit }: PlannedCredit,
  { isGranted }: TermAhead,
  { before, after }: BothPrices,
): NewLine[] {
  const isForTerm = ({ effect }: NewLine): boolean => effect === 'EXTEND_TERM';
  const model = after.find(isForTerm) ?? (isGranted ? before.find(isForTerm) : undefined);
  if (!credit.isWhole || line.effect !== 'EXTEND_TERM' || line.from === null || model === undefined)
    return [];
  return [{ ...model, unit: Money.cad(0), quantity: 1, taxes: [], period: Period.of(line.from, line.to) }];
}
