import type { FeeItemId } from '../../../kernel/id.ts';
import { Money } from '../../../kernel/money.ts';
import type { NewLine } from '../invoices/new-invoice.ts';

/** What a change of class makes of one item: above zero it costs more in the new class, below less. */
export interface ItemDifference {
  readonly feeItemId: FeeItemId;
  readonly amount: Money;
  /** The line of the new class; of an item that it does not have, that of the old one. */
  readonly line: NewLine;
}

/** The same days at the prices of both classes, item by item; what costs the same is left out. */
export function classDifference(
  before: readonly NewLine[],
  after: readonly NewLine[],
): readonly ItemDifference[] {
  const ids = new Set(
    [...before, ...after].flatMap(({ feeItemId }) => (feeItemId === null ? [] : [feeItemId])),
  );
  return [...ids].flatMap((feeItemId): ItemDifference[] => {
    const was = before.find(line => line.feeItemId === feeItemId);
    const is = after.find(line => line.feeItemId === feeItemId);
    const line = is ?? was;
    const amount = netOf(is).minus(netOf(was));
    return line === undefined || amount.isZero() ? [] : [{ feeItemId, amount, line }];
  });
}

/** The same less what another day on makes of it: what is left is for the days between. */
export function withoutLater(
  all: readonly ItemDifference[],
  later: readonly ItemDifference[],
): readonly ItemDifference[] {
  const ids = new Set([...all, ...later].map(({ feeItemId }) => feeItemId));
  return [...ids].flatMap((feeItemId): ItemDifference[] => {
    const whole = all.find(one => one.feeItemId === feeItemId);
    const rest = later.find(one => one.feeItemId === feeItemId);
    const line = (whole ?? rest)?.line;
    const amount = (whole?.amount ?? Money.cad(0)).minus(rest?.amount ?? Money.cad(0));
    return line === undefined || amount.isZero() ? [] : [{ feeItemId, amount, line }];
  });
}

const netOf = (line: NewLine | undefined): Money => line?.unit.times(line.quantity) ?? Money.cad(0);
