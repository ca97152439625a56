import type { InvoiceLineId } from '../../../../kernel/id.ts';
import { Money } from '../../../../kernel/money.ts';
import type { Tax } from '../../billing-words.ts';

/** The price of a line and each of its taxes. */
export interface PriceAndTaxes {
  readonly net: Money;
  readonly taxes: readonly { readonly tax: Tax; readonly amount: Money }[];
}

/** What is taken back of a line. */
export interface LineCredit extends PriceAndTaxes {
  readonly lineId: InvoiceLineId;
  /** Whether nothing of the line remains. */
  readonly isWhole: boolean;
}

const NOTHING = Money.cad(0);

/** What of a line was not credited yet. */
export const remainingOf = (line: PriceAndTaxes, credited: PriceAndTaxes): Money =>
  line.net.minus(credited.net);

/**
 * What is taken back of a line for so much of its price; all that remains where nothing is said. Of each tax comes back
 * what belongs to all of the price that is credited by then, less what came back before: however many partial credits
 * there are, they add up to the tax that was billed. Null where it is more than remains.
 */
export function creditOfLine(
  line: PriceAndTaxes & { readonly id: InvoiceLineId },
  credited: PriceAndTaxes,
  wanted: Money | null,
): LineCredit | null {
  const remaining = remainingOf(line, credited);
  const net = wanted ?? remaining;
  if (net.compare(NOTHING) < 0 || net.compare(remaining) > 0) return null;

  const isWhole = net.compare(remaining) === 0;
  const after = credited.net.plus(net);
  const before = new Map(credited.taxes.map(({ tax, amount }) => [tax, amount]));
  const taxes = line.taxes.map(({ tax, amount }) => ({
    tax,
    amount: (isWhole ? amount : amount.percent(after.cents, line.net.cents)).minus(
      before.get(tax) ?? NOTHING,
    ),
  }));
  return { lineId: line.id, net, taxes, isWhole };
}

export const totalOf = ({ net, taxes }: PriceAndTaxes): Money =>
  taxes.reduce((sum, { amount }) => sum.plus(amount), net);
