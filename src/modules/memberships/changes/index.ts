/** A room of memberships: what its holder and its association change of it, with what that costs shown before. */
import { AdmissionPreviewResolver } from './admission-preview.graphql.ts';
import { AdmitMemberResolver } from './admit-member.graphql.ts';
import { EndHoldResolver } from './end-hold.graphql.ts';
import { MembershipActionsResolver } from './membership-actions.graphql.ts';
import { MembershipChangeResolver } from './membership-change.graphql.ts';
import { PlaceOnHoldResolver } from './place-on-hold.graphql.ts';
import { ReclassifyMembershipResolver } from './reclassify-membership.graphql.ts';
import { ReinstateMembershipResolver } from './reinstate-membership.graphql.ts';
import { ResignMembershipResolver } from './resign-membership.graphql.ts';
import { WithdrawResignationResolver } from './withdraw-resignation.graphql.ts';

export { AlreadyMember, MembershipChangeNotPossible } from './changes.problems.ts';
export { changesLetters } from './changes.mails.ts';
export { reinstateByPayment, undoReinstatement } from './reinstate-by-payment.ts';
export { changesWordingEn } from './changes.wording.en.ts';
export { changesWordingFr } from './changes.wording.fr.ts';

export const changesResolvers: readonly Function[] = [
  MembershipActionsResolver,
  MembershipChangeResolver,
  AdmissionPreviewResolver,
  AdmitMemberResolver,
  ReclassifyMembershipResolver,
  PlaceOnHoldResolver,
  EndHoldResolver,
  ResignMembershipResolver,
  WithdrawResignationResolver,
  ReinstateMembershipResolver,
];
