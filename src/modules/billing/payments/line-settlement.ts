import type { AssociationId, InvoiceLineId, MembershipId } from '../../../kernel/id.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Period } from '../../../kernel/period.ts';
import type { LineEffect, Settlement } from '../billing-words.ts';

/** What a line of an invoice shows of itself to whoever judges whether it has earned its effect. */
export interface SettlingLine {
  readonly id: InvoiceLineId;
  readonly supplierId: AssociationId;
  readonly effect: LineEffect;
  readonly settlement: Settlement;
  readonly membershipId: MembershipId | null;
  readonly period: Period | null;
  readonly total: Money;
  readonly paid: Money;
  readonly credited: Money;
  readonly releasedAt: Date | null;
}

/** What a line's effect hangs on beside the line itself. */
export interface AroundLine {
  readonly intentStands: boolean;
  /** Whether nothing of the whole invoice is left to pay. */
  readonly isInvoiceSettled: boolean;
}

/**
 * Whether nothing is left to pay of a line, and not because all of it was credited; a credit over a part leaves the
 * rest to be paid. A line of nothing goes with the others of its invoice: it is paid once they are, or as it is issued
 * where all of them are free.
 */
export function isPaidWhole(
  line: SettlingLine,
  { isInvoiceSettled }: Pick<AroundLine, 'isInvoiceSettled'>,
): boolean {
  if (line.total.isZero()) return line.releasedAt === null && isInvoiceSettled;
  const wasCredited = line.releasedAt !== null || (!line.credited.isZero() && line.paid.isZero());
  return !wasCredited && openOf(line).isZero();
}

/**
 * Whether a line holds what its effect needs: it was issued, somebody stands by an intent to pay it, or it is paid
 * whole, as its policy says. What was paid has earned everything; what was released has earned nothing.
 */
export function hasEarnedEffect(line: SettlingLine, around: AroundLine): boolean {
  if (line.effect === 'NONE' || line.releasedAt !== null) return false;
  if (isPaidWhole(line, around)) return true;
  const isCredited = !line.total.isZero() && openOf(line).isZero();
  if (isCredited) return false;
  return line.settlement === 'ON_INVOICE' || (line.settlement === 'ON_INTENT' && around.intentStands);
}

const openOf = ({ total, paid, credited }: SettlingLine): Money => total.minus(paid).minus(credited);
