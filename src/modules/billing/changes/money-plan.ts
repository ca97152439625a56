import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Money } from '../../../kernel/money.ts';
import type { MoneyEffect, MoneyEffectLine, TermsAfter } from '../../memberships/index.ts';
import type { LineExplanation, LineCredit, NewLine } from '../invoices/index.ts';
import type { LineEffect } from '../billing-words.ts';
import { sumOf } from '../prices/index.ts';
import type { BilledLine } from './billed-lines.ts';

/** What is taken back of a line that was billed, and why. */
export interface PlannedCredit {
  readonly line: BilledLine;
  readonly credit: LineCredit;
  readonly because: LineExplanation;
}

/** What a change costs and gives back, with all that is needed to write it. */
export class MoneyPlan implements MoneyEffect {
  readonly total: Money;
  readonly lines: readonly MoneyEffectLine[];
  readonly terms: TermsAfter;

  constructor(
    readonly charges: readonly NewLine[],
    readonly credits: readonly PlannedCredit[] = [],
    readonly explanation: readonly LineExplanation[] = [],
  ) {
    const given = credits.map(({ credit }) =>
      credit.taxes.reduce((sum, tax) => sum.plus(tax.amount), credit.net),
    );
    this.total = given.reduce((sum, one) => sum.minus(one), sumOf(charges).total);
    this.lines = [...charges.map(chargeLine), ...credits.map(creditLine)];
    this.terms = {
      granted: charges.filter(isSettledWhenIssued).flatMap(({ effect, period }) => termOf(effect, period)),
      takenBack: credits.flatMap(({ line, credit }) => (credit.isWhole ? termOf(line.effect, line) : [])),
    };
  }
}

const isSettledWhenIssued = (line: NewLine): boolean =>
  line.settlement === 'ON_INVOICE' || sumOf([line]).total.isZero();

const termOf = (
  effect: LineEffect,
  days: { readonly from: LocalDate | null; readonly to: LocalDate | null } | null,
): TermsAfter['granted'] =>
  effect === 'EXTEND_TERM' && days !== null && days.from !== null && days.to !== null
    ? [{ from: days.from, to: days.to }]
    : [];

/** Both as one, such as leaving one body and coming in to another. */
export const together = (first: MoneyPlan, then: MoneyPlan): MoneyPlan =>
  new MoneyPlan(
    [...first.charges, ...then.charges],
    [...first.credits, ...then.credits],
    [...first.explanation, ...then.explanation],
  );

const chargeLine = ({
  supplierId,
  descriptions,
  unit,
  quantity,
  taxes,
  explanation,
}: NewLine): MoneyEffectLine => ({
  supplierId,
  descriptions,
  amount: unit.times(quantity),
  taxes,
  explanation,
});

const creditLine = ({ line, credit, because }: PlannedCredit): MoneyEffectLine => ({
  supplierId: line.supplierId,
  descriptions: line.descriptions,
  amount: credit.net.times(-1),
  taxes: credit.taxes.map(({ tax, amount }) => ({ tax, amount: amount.times(-1) })),
  explanation: [because],
});

export const NOTHING_TO_PAY = new MoneyPlan([]);
