/**
 * Invitations: a mailed code, or a link on paper, that leads somebody to what they are meant to have.
 *
 * Responsible for: issuing, sending again and withdrawing invitations; what the holder of a code sees and does with
 * it, with a new account or with one that exists; telling who accepted, and « ce n'est pas moi »; first access of people without an e-mail address.
 * Not responsible for: accounts and their passwords (accounts), records of people (people), what a role allows
 * (organizations, associations), memberships themselves (memberships).
 */
import type { NodeSources } from '../../platform/graphql/node.ts';
import { AddDelegateResolver } from './delegates/add-delegate.graphql.ts';
import { OrganizationDelegatesResolver } from './delegates/organization-delegates.graphql.ts';
import { AppointPrincipalResolver } from './appoint-principal.graphql.ts';
import { invitationRunJobs, invitationRunNodes, invitationRunResolvers } from './bulk/index.ts';
import { AcceptInvitationResolver } from './accept-invitation.graphql.ts';
import { AcceptInvitationWithNewAccountResolver } from './accept-invitation-with-new-account.graphql.ts';
import {
  completionEntities,
  completionLetters,
  completionResolvers,
  completionWordingEn,
  completionWordingFr,
} from './completion/index.ts';
import { ConfirmInvitationAddressResolver } from './confirm-invitation-address.graphql.ts';
import { DeclineInvitationResolver } from './decline-invitation.graphql.ts';
import { DisputeInvitationResolver } from './dispute-invitation.graphql.ts';
import { InvitationPreviewResolver } from './invitation-preview.graphql.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { IssueInvitationsResolver } from './issue-invitations.graphql.ts';
import { invitationsLetters as ownLetters } from './invitation.mails.ts';
import { InvitationsResolver } from './list-invitations.graphql.ts';
import { invitationsNodes as ownNodes } from './invitations.nodes.ts';
import { RealmInvitationResolver } from './realm-invitation.graphql.ts';
import { ReissueExpiredInvitationResolver } from './reissue-expired-invitation.graphql.ts';
import { ResendInvitationResolver } from './resend-invitation.graphql.ts';
import { RevokeInvitationResolver } from './revoke-invitation.graphql.ts';

export { InvitationEntity };
export { delegatesBeyondLimit } from './delegates/delegates-beyond-limit.ts';
export { roomIn } from './delegates/delegate-room.ts';
export { acceptInvitation, type Accepted } from './accept-invitation.ts';
export { acceptInvitationWithNewAccount } from './accept-invitation-with-new-account.ts';
export { associationsOfInvitation } from './associations-of-invitation.ts';
export { InvitationRowOutcome, InvitationState, InvitationTargetKind } from './invitation.enums.ts';
export { Invitation } from './invitation.type.ts';
export { lastDayOf, unansweredInvitationsInSql } from './invitation.ts';
export { invitationAfter } from './invitation-after.ts';
export { inviteForNobody, type IssuedCode } from './invite-for-nobody.ts';
export { InvitationDraft as InvitationDraftInput } from './issue-invitations.graphql.ts';
export { issueInvitations, type IssueInvitations } from './issue-invitations.ts';
export type { IssuedRow } from './issue-rows.ts';
export type { InvitationDraft } from './read-draft.ts';
export { previewInvitation, type Previewed } from './preview-invitation.ts';
export { reissueExpiredInvitation } from './reissue-expired-invitation.ts';
export { organizationInvitations, personInvitations } from './merging/invitation-movers.ts';
export { takeOverInvitations } from './take-over-invitations.ts';
export { treeOfInvitationCode } from './tree-of-code.ts';
export { invitationsSendAgain } from './send-again.ts';
export { invitationsWordingEn } from './invitations.wording.en.ts';
export { invitationsWordingFr } from './invitations.wording.fr.ts';

export {
  COMPLETION,
  completeFirstAccess,
  previewCompletion,
  type CompletionFacts,
  type CompletionPreview,
} from './completion/index.ts';
export { completionWordingEn, completionWordingFr };

export const invitationsLetters = [...ownLetters, ...completionLetters] as const;

export const invitationsEntities: readonly Function[] = [InvitationEntity, ...completionEntities];
export const invitationsResolvers: readonly Function[] = [
  AppointPrincipalResolver,
  AddDelegateResolver,
  OrganizationDelegatesResolver,
  RealmInvitationResolver,
  InvitationPreviewResolver,
  InvitationsResolver,
  IssueInvitationsResolver,
  AcceptInvitationWithNewAccountResolver,
  AcceptInvitationResolver,
  DeclineInvitationResolver,
  ResendInvitationResolver,
  RevokeInvitationResolver,
  ReissueExpiredInvitationResolver,
  ConfirmInvitationAddressResolver,
  DisputeInvitationResolver,
  ...invitationRunResolvers,
  ...completionResolvers,
];
export const invitationsNodes: NodeSources = [...ownNodes, ...invitationRunNodes];
export const invitationsJobs = invitationRunJobs;
