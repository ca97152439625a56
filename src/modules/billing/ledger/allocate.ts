import type { InvoiceId, InvoiceLineId } from '../../../kernel/id.ts';
import { Money } from '../../../kernel/money.ts';
import type { Tax } from '../billing-words.ts';

const NOTHING = Money.cad(0);

/** A line of an invoice that somebody may still pay. */
export interface OpenLine {
  readonly invoiceId: InvoiceId;
  readonly lineId: InvoiceLineId;
  /** Neither paid nor credited. */
  readonly open: Money;
}

export interface LineAmount {
  readonly lineId: InvoiceLineId;
  readonly amount: Money;
}

/**
 * Which lines an amount pays. Invoices are paid one after the other in the order in which they are given, whichever
 * way their lines are mixed; within an invoice each line gets its proportion of what is still open. What exceeds all of
 * them is in no share: it belongs to the payer.
 */
export function allocate(open: readonly OpenLine[], amount: Money): LineAmount[] {
  if (amount.compare(NOTHING) < 0) throw new RangeError('what is received is not below zero');

  let left = amount;
  return byInvoice(open).flatMap(lines => {
    const owing = sum(lines.map(line => line.open));
    const paid = smaller(left, owing);
    if (paid.isZero()) return [];

    left = left.minus(paid);
    const shares = paid.allocate(lines.map(line => line.open.cents));
    return lines.flatMap(({ lineId }, position) => {
      const share = shares[position] ?? NOTHING;
      return share.isZero() ? [] : [{ lineId, amount: share }];
    });
  });
}

function byInvoice(open: readonly OpenLine[]): OpenLine[][] {
  const invoices = new Map<InvoiceId, OpenLine[]>();
  for (const line of open) {
    const lines = invoices.get(line.invoiceId);
    if (lines) lines.push(line);
    else invoices.set(line.invoiceId, [line]);
  }
  return [...invoices.values()];
}

/** What a line costs: its price, and each of its taxes. */
export interface LineParts {
  readonly net: Money;
  readonly taxes: readonly { readonly tax: Tax; readonly amount: Money }[];
}

/** How much of what a line received is price, and how much is each tax. */
export interface LineShares {
  readonly net: Money;
  readonly taxes: ReadonlyMap<Tax, Money>;
}

/**
 * What was received on a line, told apart. The price takes its proportion, half a cent up; of the rest the first tax
 * takes its own, and so on. So the shares hang on the total alone, however it came in; they are exact once the line
 * is paid whole; and one more cent never takes a cent from any of them.
 */
export function sharesOf(line: LineParts, paidTotal: Money): LineShares {
  let weight = totalOf(line);
  let left = paidTotal;
  if (left.compare(NOTHING) < 0 || left.compare(weight) > 0) {
    throw new RangeError('a line is paid between nothing and its total');
  }

  const take = (part: Money): Money => {
    const share = weight.isZero() ? NOTHING : left.percent(part.cents, weight.cents);
    left = left.minus(share);
    weight = weight.minus(part);
    return share;
  };
  const net = take(line.net);
  return { net, taxes: new Map(line.taxes.map(({ tax, amount }) => [tax, take(amount)])) };
}

export const totalOf = ({ net, taxes }: LineParts): Money => sum([net, ...taxes.map(({ amount }) => amount)]);

const sum = (amounts: readonly Money[]): Money =>
  amounts.reduce((total, amount) => total.plus(amount), NOTHING);
const smaller = (a: Money, b: Money): Money => (a.compare(b) < 0 ? a : b);
