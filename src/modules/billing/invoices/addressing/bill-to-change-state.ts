export const BILL_TO_CHANGE_STATES = {
  AWAITING_APPROVAL: 'AWAITING_APPROVAL',
  APPROVED: 'APPROVED',
  DECLINED: 'DECLINED',
} as const;
export type BillToChangeState = keyof typeof BILL_TO_CHANGE_STATES;

/** Where a change of addressee stands, of what has happened to it. */
export function billToChangeState({
  approvedAt,
  declinedAt,
}: {
  readonly approvedAt: Date | null;
  readonly declinedAt: Date | null;
}): BillToChangeState {
  if (approvedAt !== null) return 'APPROVED';
  return declinedAt === null ? 'AWAITING_APPROVAL' : 'DECLINED';
}
