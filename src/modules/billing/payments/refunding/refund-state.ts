export const REFUND_STATES = {
  AWAITING_APPROVAL: 'AWAITING_APPROVAL',
  SENT: 'SENT',
  DONE: 'DONE',
  FAILED: 'FAILED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type RefundState = keyof typeof REFUND_STATES;

interface Dates {
  readonly approvedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly doneAt: Date | null;
  readonly failedAt: Date | null;
}

/** Where a refund stands, of what has happened to it. */
export function refundState({ approvedAt, withdrawnAt, doneAt, failedAt }: Dates): RefundState {
  if (withdrawnAt !== null) return 'WITHDRAWN';
  if (failedAt !== null) return 'FAILED';
  if (doneAt !== null) return 'DONE';
  return approvedAt === null ? 'AWAITING_APPROVAL' : 'SENT';
}
