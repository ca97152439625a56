import type { AssociationEntity } from './association.entity.ts';

/** How many records an act of staff may carry before somebody else approves it; null: as many as it likes. */
export type SecondPersonAbove = AssociationEntity['secondPersonAbove'];

/** Whether an act that carries so many records waits for a second person. One of exactly the limit does not. */
export const needsSecondPerson = (above: SecondPersonAbove, records: number): boolean =>
  above !== null && records > above;

/** Whoever prepared it cannot approve it, through whichever of their sessions. Both are accounts. */
export const isSomebodyElse = (preparedBy: string, approver: string | null | undefined): boolean =>
  approver != null && approver !== preparedBy;
