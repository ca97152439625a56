import type { Core } from './core.ts';
import {
  AddDelegateDocument,
  ChangeDelegateRolesDocument,
  MergeOrganizationsDocument,
  OrganizationDocument,
  OrganizationFormsDocument,
  OrganizationRepresentationsDocument,
  OrganizationsDocument,
  PendingInvitationsDocument,
  RemoveDelegateDocument,
  RenameOrganizationDocument,
  SetOrganizationCoordinatesDocument,
  SetOrganizationSectionsDocument,
  UpdateOrganizationProfileDocument,
  type AddDelegateInput,
  type AddDelegateMutation,
  type ChangeDelegateRolesInput,
  type ChangeDelegateRolesMutation,
  type InvitationFragment,
  type MergeOrganizationsInput,
  type MergeOrganizationsMutation,
  type OrganizationFilter,
  type OrganizationFormsQuery,
  type OrganizationFragment,
  type OrganizationsQuery,
  type RepresentationFragment,
  type RemoveDelegateInput,
  type RemoveDelegateMutation,
  type RenameOrganizationInput,
  type RenameOrganizationMutation,
  type SetOrganizationCoordinatesInput,
  type SetOrganizationCoordinatesMutation,
  type SetOrganizationSectionsInput,
  type SetOrganizationSectionsMutation,
  type UpdateOrganizationProfileInput,
  type UpdateOrganizationProfileMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { joining, type Joining } from './joining.ts';
import { listOf, NOTHING, type List, type Sorted } from './list.ts';
import type { OutcomeOf } from './outcome.ts';
import { principal, type Principal } from './principal.ts';

export type { OrganizationFragment as Organization } from './generated/operations.ts';
export type { JoinableOrganization, Joining, JoinRequest } from './joining.ts';
export type { OrganizationWithHandover, Principal } from './principal.ts';

/** An organization as staff's lists show it. */
export type OrganizationRow = OrganizationsQuery['organizations']['nodes'][number];

/** Member organizations and their delegates. */
export interface Organizations extends Joining, Principal {
  /** An organization with its delegates; null when it is absent or not yours to see. */
  get(id: string, signal?: AbortSignal): Promise<OrganizationFragment | null>;

  /** Staff: the organizations of an association by public name. */
  list(filter: OrganizationFilter & Sorted, signal?: AbortSignal): List<OrganizationRow>;

  /**
   * Saves the profile as a whole: what is left out is cleared. Ask `viewerCan.updateProfile` before you offer it.
   *
   * - `InvalidInput`: one issue per wrong answer, on the paths of the organization's `profileForm`.
   * - `OrganizationNotFound`: absent, or not yours.
   */
  updateProfile(
    input: UpdateOrganizationProfileInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<UpdateOrganizationProfileMutation['result']>>;

  /**
   * Staff: changes the legal name as of a day that has come, by a document. The organization is still found by the
   * former one (`formerLegalNames`). Ask `viewerCan.rename` before you offer it.
   *
   * - `InvalidInput`: its name already, a day to come, or one before the last change.
   */
  rename(
    input: RenameOrganizationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RenameOrganizationMutation['result']>>;

  /** The forms of `setSections` and `setCoordinates`, and every stay in a section; null as with `get`. */
  forms(id: string, signal?: AbortSignal): Promise<OrganizationFormsQuery['organization']>;

  /**
   * Begins stays in sections and gives them a last day. A stay that is not named is left alone, so send what the
   * person changed. Ask `viewerCan.setSections` before you offer it.
   *
   * - `InvalidInput`: on the paths of `sectionsForm`, e.g. days on which the organization is in the section already.
   */
  setSections(
    input: SetOrganizationSectionsInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetOrganizationSectionsMutation['result']>>;

  /**
   * Saves further addresses, telephone numbers, e-mail and web addresses, list by list: one that is left out stays as
   * it is. Where there is no main one, the first becomes it. Ask `viewerCan.updateProfile` before you offer it.
   *
   * - `InvalidInput`: on the paths of `coordinatesForm`, such as `input.phones.1.number`.
   */
  setCoordinates(
    input: SetOrganizationCoordinatesInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetOrganizationCoordinatesMutation['result']>>;

  /**
   * Invites somebody to roles below the principal, which begin when they accept; staff may record somebody without an
   * account instead (`recordOnly`). Ask `viewerCan.manageDelegates` before you offer it.
   *
   * - `InvalidInput`: a wrong address, no name, or a role that is not given this way.
   * - `DelegateLimitReached`: `limit` people act for it or are invited to.
   * - `TooManyAttempts`: too many invitations of this organization in a day.
   */
  addDelegate(
    input: AddDelegateInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<AddDelegateMutation['result']>>;

  /**
   * The principal delegate and staff: invitations to the organization that nobody has answered, expired ones included.
   * `invitations.resend` and `invitations.revoke` act on them. Empty for anybody else.
   */
  pendingInvitations(id: string, signal?: AbortSignal): List<InvitationFragment>;

  /**
   * Gives a delegate other roles from now on. Ask `viewerCan.manageDelegates` before you offer it.
   *
   * - `InvalidInput`: no role at all, or `PRINCIPAL`, which is handed over and neither given nor taken here.
   * - `DelegateNotFound`: they have no role for this organization any more.
   * - `DelegateSuspended`: the association has suspended their rights, and decides itself.
   */
  changeDelegateRoles(
    input: ChangeDelegateRolesInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ChangeDelegateRolesMutation['result']>>;

  /**
   * Ends every role of a delegate, or one's own. The organization of the answer is null when it is no longer theirs
   * to see.
   *
   * - `PrincipalStays`: hand over first.
   */
  removeDelegate(
    input: RemoveDelegateInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RemoveDelegateMutation['result']>>;

  /**
   * Staff: makes two records of one organization one. `affilia.people` approves, withdraws, lists and undoes merges.
   *
   * - `MergeNeedsOneMembership`: both are members at the same time; one membership ends first.
   * - `MergeBillsTwice`: invoices of both bill the same days; one of them is credited first.
   */
  merge(
    input: MergeOrganizationsInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<MergeOrganizationsMutation['result']>>;

  /**
   * Who represents it as director, trustee or mandatary, did and will, the latest first. `affilia.people` records and
   * ends it.
   */
  representations(id: string, signal?: AbortSignal): Promise<readonly RepresentationFragment[]>;
}

/** Plug it in: `createAffilia({ …, use: { organizations } })`. */
export const organizations = (core: Core): Organizations => ({
  ...joining(core),
  ...principal(core),
  get: async (id, signal) => (await core.request(OrganizationDocument, { id }, signal)).organization,
  list: ({ order = 'NAME', ...filter }, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(OrganizationsDocument, { filter, order, ...page }, aborted)).organizations,
      signal,
    ),
  updateProfile: (input, signal) => core.act(UpdateOrganizationProfileDocument, { input }, signal),
  rename: (input, signal) => core.act(RenameOrganizationDocument, { input: withKey(input) }, signal),
  forms: async (id, signal) => (await core.request(OrganizationFormsDocument, { id }, signal)).organization,
  setSections: (input, signal) => core.act(SetOrganizationSectionsDocument, { input }, signal),
  setCoordinates: (input, signal) => core.act(SetOrganizationCoordinatesDocument, { input }, signal),
  addDelegate: (input, signal) => core.act(AddDelegateDocument, { input: withKey(input) }, signal),
  pendingInvitations: (id, signal) =>
    listOf(async (page, aborted) => {
      const { organization } = await core.request(PendingInvitationsDocument, { id, ...page }, aborted);
      return organization?.pendingInvitations ?? NOTHING;
    }, signal),
  changeDelegateRoles: (input, signal) =>
    core.act(ChangeDelegateRolesDocument, { input: withKey(input) }, signal),
  removeDelegate: (input, signal) => core.act(RemoveDelegateDocument, { input: withKey(input) }, signal),
  merge: (input, signal) => core.act(MergeOrganizationsDocument, { input: withKey(input) }, signal),
  representations: async (id, signal) =>
    (await core.request(OrganizationRepresentationsDocument, { id }, signal)).organization
      ?.representationHistory ?? [],
});
