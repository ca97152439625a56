import { Money } from '../../../kernel/money.ts';
import { Period } from '../../../kernel/period.ts';
import type { Context } from '../../../platform/context.ts';
import type { MembershipChange } from '../../memberships/index.ts';
import type { NewLine } from '../invoices/index.ts';
import { factsFor, lineOf, quote } from '../prices/index.ts';
import { billedLines, type BilledLine } from './billed-lines.ts';
import { classDifference, type ItemDifference } from './class-difference.ts';
import { creditUpTo } from './credits.ts';
import { MoneyPlan, NOTHING_TO_PAY, type PlannedCredit } from './money-plan.ts';
import { termAround } from './term-around.ts';

/**
 * The rest of the running term at the price of the new class, less what it costs in the old one, item by item: more is
 * charged, less is taken back of what was billed for that day.
 */
export async function planClassChange(
  context: Context,
  { membershipId, on, toClassId }: MembershipChange,
): Promise<MoneyPlan> {
  const { term, year, classId, today } = await termAround(context, membershipId, on);
  if (term === null || year === null || classId === null || toClassId === undefined) return NOTHING_TO_PAY;

  const asked = { membershipId, term: year, entry: on, occasions: ['WITH_TERM'] } as const;
  const { facts, rules } = await factsFor(context, [{ ...asked, classId: toClassId }]);
  const after = quote(facts, rules, today).lines;
  const asBefore = facts.asked.map(one => ({ ...one, classId }));
  const before = quote({ ...facts, asked: asBefore }, rules, today).lines;
  const differences = classDifference(before, after);

  const rest = Period.of(on, term.to);
  const billed = (await billedLines(context.db, membershipId)).filter(line => holds(line, on));
  const credits = differences.flatMap(({ feeItemId, amount }) =>
    amount.cents < 0n
      ? creditUpTo(
          billed.filter(line => line.feeItemId === feeItemId),
          amount.times(-1),
        )
      : [],
  );
  const chargeOf = ({ feeItemId, amount }: ItemDifference): NewLine[] => {
    const item = rules.items.find(({ id }) => id === feeItemId);
    const [member] = facts.asked;
    if (item === undefined || member === undefined || amount.cents < 0n) return [];
    const asking = { item, asked: member, place: facts.place, on: today };
    const explanation = [{ rule: 'CLASS_DIFFERENCE', inputs: { from: on } }];
    const charge = lineOf(asking, { unit: amount, quantity: 1, explanation }, rules);
    // The term itself was bought before: what is bought now is the other class for the rest of it.
    return [{ ...charge, period: rest, effect: 'NONE' }];
  };
  const kept = credits.flatMap(credit => keepTerm(credit, after));
  return new MoneyPlan([...differences.flatMap(chargeOf), ...kept], credits);
}

const holds = ({ from, to }: BilledLine, day: MembershipChange['on']): boolean =>
  from !== null && from <= day && (to === null || day < to);

/** A line that is taken back whole takes its term with it: the new class has the same days for nothing. */
function keepTerm({ line, credit }: PlannedCredit, after: readonly NewLine[]): NewLine[] {
  const [model] = after.filter(({ effect }) => effect === 'EXTEND_TERM');
  if (!credit.isWhole || line.effect !== 'EXTEND_TERM' || line.from === null || model === undefined)
    return [];
  return [{ ...model, unit: Money.cad(0), quantity: 1, taxes: [], period: Period.of(line.from, line.to) }];
}
