import type { TaxRegistrationKind } from './tax-rules.ts';

/** The business number, and the program account with its reference: 123456789 RT0001, 1234567890 TQ0001. */
const SHAPES: Readonly<Record<TaxRegistrationKind, RegExp>> = {
  GST_HST: /^(\d{9})(RT\d{4})$/,
  QST: /^(\d{10})(TQ\d{4})$/,
};

/** A registration number in its one spelling, `123456789 RT0001`, or null when it is none of that kind. */
export function readRegistrationNumber(kind: TaxRegistrationKind, typed: string): string | null {
  const parts = SHAPES[kind].exec(typed.replace(/[\s-]/g, '').toUpperCase());
  return parts === null ? null : parts.slice(1).join(' ');
}
