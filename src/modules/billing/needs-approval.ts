/**
 * Whether money waits for a second person by the association's limit. One of exactly the limit does not; without a
 * limit none does.
 */
export const needsApproval = (aboveCents: bigint | null, cents: bigint): boolean =>
  aboveCents !== null && cents > aboveCents;
