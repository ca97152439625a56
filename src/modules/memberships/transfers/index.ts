/** A room of memberships: passing from one body of the tree to another, which both of them have a say in. */
import { DecideTransferResolver } from './decide-transfer.graphql.ts';
import { handOverOnTheDay } from './hand-record-over.ts';
import { MembershipTransferEntity } from './membership-transfer.entity.ts';
import { RequestTransferResolver } from './request-transfer.graphql.ts';
import { settleOverdueTransfer } from './settle-overdue-transfer.ts';
import { StateTransferStandingResolver } from './state-transfer-standing.graphql.ts';
import { TransferPreviewResolver } from './transfer-preview.graphql.ts';
import { AssociationTransfersResolver, MembershipTransfersResolver } from './transfers.graphql.ts';
import { WithdrawTransferResolver } from './withdraw-transfer.graphql.ts';

export {
  consequencesOf,
  membershipConsequences,
  type Consequence,
  type ConsequencesOf,
} from './consequences.ports.ts';
export { ConsequenceView } from './transfer-preview.type.ts';
export { leavableStay } from './transfer.policy.ts';
export { openTransferOfMembership } from './transfer.rows.ts';
export { findTransfer } from './find-transfer.ts';
export { carriedTermLetters } from './carried-term.mails.ts';
export { transfersLetters } from './transfer.mails.ts';
export { transfersWordingEn } from './transfers.wording.en.ts';
export { transfersWordingFr } from './transfers.wording.fr.ts';

export const transfersJobs = [settleOverdueTransfer, handOverOnTheDay] as const;

export const transfersEntities: readonly Function[] = [MembershipTransferEntity];

export const transfersResolvers: readonly Function[] = [
  TransferPreviewResolver,
  RequestTransferResolver,
  StateTransferStandingResolver,
  DecideTransferResolver,
  WithdrawTransferResolver,
  MembershipTransfersResolver,
  AssociationTransfersResolver,
];
