import type { LocalDate } from '../../../kernel/local-date.ts';
import { Money } from '../../../kernel/money.ts';
import { creditOfLine, type LineExplanation } from '../invoices/index.ts';
import type { BilledLine } from './billed-lines.ts';
import type { PlannedCredit } from './money-plan.ts';

const NOTHING = Money.cad(0);
const least = (a: Money, b: Money): Money => (a.compare(b) <= 0 ? a : b);

const remainingOf = ({ net, credited }: BilledLine): Money => net.minus(credited.net);

/** So much of the price of these lines, the newest first, as far as something remains of them. */
export function creditUpTo(
  lines: readonly BilledLine[],
  wanted: Money,
  because: LineExplanation,
): readonly PlannedCredit[] {
  let left = wanted;
  return lines.flatMap(line => {
    const net = least(left, remainingOf(line));
    left = left.minus(net);
    return net.compare(NOTHING) > 0 ? credited(line, net, because) : [];
  });
}

const laterTerm = (from: LocalDate): LineExplanation => ({
  rule: 'LATER_TERM_GIVEN_BACK',
  inputs: { from },
});

/** What nobody is charged for who leaves: terms that begin on that day or later. What has begun is not given back. */
export const creditFrom = (lines: readonly BilledLine[], day: LocalDate): readonly PlannedCredit[] =>
  lines.flatMap(line =>
    line.from !== null && line.from >= day ? credited(line, remainingOf(line), laterTerm(line.from)) : [],
  );

/** The fee of a hold that would have begun on that day. */
export const creditOfHold = (lines: readonly BilledLine[], from: LocalDate): readonly PlannedCredit[] =>
  lines.flatMap(line =>
    line.charged === 'DURING_HOLD' && line.from === from
      ? credited(line, remainingOf(line), { rule: 'HOLD_TAKEN_BACK', inputs: { from } })
      : [],
  );

/** What of these lines is billed and not paid yet. */
export const openOn = (lines: readonly BilledLine[]): Money =>
  lines.reduce((sum, line) => sum.plus(openOf(line)), NOTHING);

/**
 * What the estate of somebody who died is not asked for: whatever is not paid yet, and terms that begin on the first day
 * after the death or later, paid or not. Of a line that is paid in part as much is taken back as is open.
 */
export const creditOfDeath = (lines: readonly BilledLine[], day: LocalDate): readonly PlannedCredit[] =>
  lines.flatMap(line =>
    line.from !== null && line.from >= day
      ? credited(line, remainingOf(line), laterTerm(line.from))
      : credited(line, unpaidOf(line), { rule: 'NOTHING_ASKED_OF_ESTATE', inputs: {} }),
  );

const openOf = (line: BilledLine): Money => totalOf(line).minus(line.paid).minus(totalOf(line.credited));

/** The price of what is open of a line, no cent too little: a cent too much is the payer's credit. */
function unpaidOf(line: BilledLine): Money {
  const total = totalOf(line);
  const open = openOf(line);
  if (open.compare(NOTHING) <= 0) return NOTHING;
  const net = Money.cad((line.net.cents * open.cents + total.cents - 1n) / total.cents);
  return least(net, remainingOf(line));
}

const totalOf = ({ net, taxes }: Pick<BilledLine, 'net' | 'taxes'>): Money =>
  taxes.reduce((sum, { amount }) => sum.plus(amount), net);

function credited(line: BilledLine, net: Money, because: LineExplanation): PlannedCredit[] {
  if (net.isZero() && !line.net.isZero()) return [];
  const credit = creditOfLine(line, line.credited, net);
  return credit === null ? [] : [{ line, credit, because }];
}
