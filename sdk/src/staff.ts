import type { Core } from './core.ts';
import {
  AssignStaffDocument,
  EndSharingAgreementDocument,
  EndStaffAssignmentDocument,
  RecordSharingAgreementDocument,
  SharedMembersDocument,
  SharingAgreementsDocument,
  StaffAssignmentDocument,
  StaffAssignmentsDocument,
  type AssignStaffInput,
  type AssignStaffMutation,
  type EndSharingAgreementInput,
  type EndSharingAgreementMutation,
  type EndStaffAssignmentInput,
  type EndStaffAssignmentMutation,
  type RecordSharingAgreementInput,
  type RecordSharingAgreementMutation,
  type SharedMemberFilter,
  type SharedMembersQuery,
  type SharingAgreementFragment,
  type StaffAssignmentFilter,
  type AssignedStaffFragment,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, NOTHING, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

/** What somebody may do for an association, from when until when. */
export type StaffAssignment = AssignedStaffFragment;
/** What an independent body lets the staff of a body above it see. */
export type SharingAgreement = SharingAgreementFragment;
/** As far as the agreement shows them. */
export type SharedMember = SharedMembersQuery['sharedMembers']['nodes'][number];

/**
 * Who is on the staff of an association, and what independent bodies share, for administrators through an internal
 * tool. Every act can be refused with `SignInTooOld` (let the person sign in again) and `InvalidInput`.
 */
export interface Staff {
  /** Who is on the staff, was and will be, the latest first; none for anybody but its administrators. */
  list(associationId: string, filter?: StaffAssignmentFilter, signal?: AbortSignal): List<StaffAssignment>;

  /** One of them; null when it is absent, or not for the signed-in person to see. */
  get(id: string, signal?: AbortSignal): Promise<StaffAssignment | null>;

  /**
   * Puts somebody on file on the staff.
   *
   * - `PersonNotFound`: not on file, or out of reach.
   * - `OwnStaffRole`: nobody puts themselves on the staff.
   * - `StaffNeedsOwnAccount`: no account, a shared or a closed one; invite them to the role.
   * - `StaffReachBeyondOwn`: further than what the signed-in person has.
   * - `StaffRoleHeld`: they have it already.
   */
  assign(input: AssignStaffInput, signal?: AbortSignal): Promise<OutcomeOf<AssignStaffMutation['result']>>;

  /**
   * Ends what somebody is on the staff, now or at `at`.
   *
   * - `StaffAssignmentNotFound`, `StaffReachBeyondOwn`: not theirs to end.
   * - `StaffAssignmentEnded`: it has ended already.
   * - `LastAdministrator`: nobody else would administer the association, or one below it.
   */
  end(
    input: EndStaffAssignmentInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<EndStaffAssignmentMutation['result']>>;

  /** The agreements of an association at either end, the latest first; none for anybody but its administrators. */
  sharingAgreements(associationId: string, signal?: AbortSignal): List<SharingAgreement>;

  /** Lets staff above see members. `SharingAgreementStands`: end the one that stands first. */
  share(
    input: RecordSharingAgreementInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RecordSharingAgreementMutation['result']>>;

  /** Ends that. `SharingAgreementNotFound`, `SharingAgreementEnded`: nothing to end. */
  endSharing(
    input: EndSharingAgreementInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<EndSharingAgreementMutation['result']>>;

  /** The members that an independent body shares, by name. `FORBIDDEN` is thrown where it shares none. */
  sharedMembers(filter: SharedMemberFilter, signal?: AbortSignal): List<SharedMember>;
}

/** Plug it in: `createAffilia({ …, use: { accounts, staff } })`. */
export const staff = (core: Core): Staff => ({
  list: (associationId, filter, signal) =>
    listOf(async (page, aborted) => {
      const variables = { associationId, ...(filter && { filter }), ...page };
      const { node } = await core.request(StaffAssignmentsDocument, variables, aborted);
      return (node && 'staffAssignments' in node && node.staffAssignments) || NOTHING;
    }, signal),
  get: async (id, signal) => {
    const { node } = await core.request(StaffAssignmentDocument, { id }, signal);
    return node?.__typename === 'StaffAssignment' ? node : null;
  },
  assign: (input, signal) => core.act(AssignStaffDocument, { input: withKey(input) }, signal),
  end: (input, signal) => core.act(EndStaffAssignmentDocument, { input: withKey(input) }, signal),
  sharingAgreements: (associationId, signal) =>
    listOf(async (page, aborted) => {
      const { node } = await core.request(SharingAgreementsDocument, { associationId, ...page }, aborted);
      return (node && 'sharingAgreements' in node && node.sharingAgreements) || NOTHING;
    }, signal),
  share: (input, signal) => core.act(RecordSharingAgreementDocument, { input: withKey(input) }, signal),
  endSharing: (input, signal) => core.act(EndSharingAgreementDocument, { input: withKey(input) }, signal),
  sharedMembers: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(SharedMembersDocument, { filter, ...page }, aborted)).sharedMembers,
      signal,
    ),
});
