import type { LocalDate } from '../../../kernel/local-date.ts';

export const INVOICE_STATES = {
  OPEN: 'OPEN',
  PARTLY_PAID: 'PARTLY_PAID',
  OVERDUE: 'OVERDUE',
  PAID: 'PAID',
  CREDITED: 'CREDITED',
} as const;
export type InvoiceState = keyof typeof INVOICE_STATES;

/** What the state of an invoice hangs on, in cents. */
export interface InvoiceBalance {
  readonly dueOn: LocalDate;
  readonly total: bigint;
  readonly paid: bigint;
  readonly credited: bigint;
}

/** Where an invoice stands on a day. What was due by the end of a day is overdue from the next one on. */
export function invoiceState({ dueOn, total, paid, credited }: InvoiceBalance, day: LocalDate): InvoiceState {
  if (paid + credited >= total) return paid === 0n && credited > 0n ? 'CREDITED' : 'PAID';
  if (dueOn < day) return 'OVERDUE';
  return paid > 0n ? 'PARTLY_PAID' : 'OPEN';
}

/** The same as a condition on rows of `invoice`, which `i` names; `day` binds the day where it matters. */
export function stateInSql(state: InvoiceState, i: string, day: () => string): string {
  const owed = `${i}.paid_cents + ${i}.credited_cents < ${i}.total_cents`;
  const settled = `${i}.paid_cents + ${i}.credited_cents = ${i}.total_cents`;
  switch (state) {
    case 'OPEN':
      return `${owed} and ${i}.due_on >= ${day()}::date and ${i}.paid_cents = 0`;
    case 'PARTLY_PAID':
      return `${owed} and ${i}.due_on >= ${day()}::date and ${i}.paid_cents > 0`;
    case 'OVERDUE':
      return `${owed} and ${i}.due_on < ${day()}::date`;
    case 'PAID':
      return `${settled} and not (${i}.paid_cents = 0 and ${i}.credited_cents > 0)`;
    case 'CREDITED':
      return `${settled} and ${i}.paid_cents = 0 and ${i}.credited_cents > 0`;
  }
}
