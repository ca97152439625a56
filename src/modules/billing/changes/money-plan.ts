import type { Money } from '../../../kernel/money.ts';
import type { MoneyEffect, MoneyEffectLine } from '../../memberships/index.ts';
import type { LineExplanation, LineCredit, NewLine } from '../invoices/index.ts';
import { sumOf } from '../prices/index.ts';
import type { BilledLine } from './billed-lines.ts';

/** What is taken back of a line that was billed. */
export interface PlannedCredit {
  readonly line: BilledLine;
  readonly credit: LineCredit;
}

/** What a change costs and gives back, with all that is needed to write it. */
export class MoneyPlan implements MoneyEffect {
  readonly total: Money;
  readonly lines: readonly MoneyEffectLine[];

  constructor(
    readonly charges: readonly NewLine[],
    readonly credits: readonly PlannedCredit[] = [],
    readonly explanation: readonly LineExplanation[] = charges.flatMap(line => line.explanation),
  ) {
    const given = credits.map(({ credit }) =>
      credit.taxes.reduce((sum, tax) => sum.plus(tax.amount), credit.net),
    );
    this.total = given.reduce((sum, one) => sum.minus(one), sumOf(charges).total);
    this.lines = [...charges.map(chargeLine), ...credits.map(creditLine)];
  }
}

const chargeLine = ({ descriptions, unit, quantity, taxes }: NewLine): MoneyEffectLine => ({
  descriptions,
  amount: unit.times(quantity),
  taxes,
});

const creditLine = ({ line, credit }: PlannedCredit): MoneyEffectLine => ({
  descriptions: line.descriptions,
  amount: credit.net.times(-1),
  taxes: credit.taxes.map(({ tax, amount }) => ({ tax, amount: amount.times(-1) })),
});

export const NOTHING_TO_PAY = new MoneyPlan([]);
