import type { Core } from './core.ts';
import {
  AcceptPrincipalHandoverDocument,
  AppointPrincipalDocument,
  CancelPrincipalHandoverDocument,
  ChangeDelegateRolesDocument,
  OfferPrincipalHandoverDocument,
  OrganizationDocument,
  OrganizationsDocument,
  ReinstatePrincipalDocument,
  RemoveDelegateDocument,
  UpdateOrganizationProfileDocument,
  type AcceptPrincipalHandoverInput,
  type AcceptPrincipalHandoverMutation,
  type AppointPrincipalInput,
  type AppointPrincipalMutation,
  type CancelPrincipalHandoverInput,
  type CancelPrincipalHandoverMutation,
  type ChangeDelegateRolesInput,
  type ChangeDelegateRolesMutation,
  type OfferPrincipalHandoverInput,
  type OfferPrincipalHandoverMutation,
  type OrganizationFilter,
  type OrganizationFragment,
  type OrganizationsQuery,
  type ReinstatePrincipalInput,
  type ReinstatePrincipalMutation,
  type RemoveDelegateInput,
  type RemoveDelegateMutation,
  type UpdateOrganizationProfileInput,
  type UpdateOrganizationProfileMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

export type { OrganizationFragment as Organization } from './generated/operations.ts';

/** An organization as staff's lists show it. */
export type OrganizationRow = OrganizationsQuery['organizations']['nodes'][number];

/** Member organizations and their delegates. */
export interface Organizations {
  /** An organization with its delegates; null when it is absent or not yours to see. */
  get(id: string, signal?: AbortSignal): Promise<OrganizationFragment | null>;

  /** Staff: the organizations of an association by public name. */
  list(filter: OrganizationFilter, signal?: AbortSignal): List<OrganizationRow>;

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
   * Gives a delegate other roles from now on. Ask `viewerCan.manageDelegates` before you offer it.
   *
   * - `InvalidInput`: no role at all, or `PRINCIPAL`, which is handed over and neither given nor taken here.
   * - `DelegateNotFound`: they have no role for this organization any more.
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
   * Offers the place of principal delegate to another delegate, who is told by mail and finds the offer as
   * `principalHandover` of the organization.
   *
   * - `PrincipalHandoverOpen`: an offer stands already.
   */
  offerHandover(
    input: OfferPrincipalHandoverInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<OfferPrincipalHandoverMutation['result']>>;

  /**
   * Takes over as principal delegate.
   *
   * - `PrincipalHandoverNotFound`: here as below, the offer is over, or it is another's.
   */
  acceptHandover(
    input: AcceptPrincipalHandoverInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<AcceptPrincipalHandoverMutation['result']>>;

  /** Declines an offer, or withdraws one's own. */
  cancelHandover(
    input: CancelPrincipalHandoverInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<CancelPrincipalHandoverMutation['result']>>;

  /**
   * Staff: puts another principal delegate in the place of one who died, left or does not answer. They are invited;
   * until they accept, the old one stays of record without rights.
   */
  appointPrincipal(
    input: AppointPrincipalInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<AppointPrincipalMutation['result']>>;

  /**
   * Staff: gives the principal delegate of record their rights back.
   *
   * - `PrincipalNotSuspended`: they have them.
   */
  reinstatePrincipal(
    input: ReinstatePrincipalInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ReinstatePrincipalMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { organizations } })`. */
export const organizations = (core: Core): Organizations => ({
  get: async (id, signal) => (await core.request(OrganizationDocument, { id }, signal)).organization,
  list: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(OrganizationsDocument, { filter, ...page }, aborted)).organizations,
      signal,
    ),
  updateProfile: (input, signal) => core.act(UpdateOrganizationProfileDocument, { input }, signal),
  changeDelegateRoles: (input, signal) =>
    core.act(ChangeDelegateRolesDocument, { input: withKey(input) }, signal),
  removeDelegate: (input, signal) => core.act(RemoveDelegateDocument, { input: withKey(input) }, signal),
  offerHandover: (input, signal) =>
    core.act(OfferPrincipalHandoverDocument, { input: withKey(input) }, signal),
  acceptHandover: (input, signal) =>
    core.act(AcceptPrincipalHandoverDocument, { input: withKey(input) }, signal),
  cancelHandover: (input, signal) =>
    core.act(CancelPrincipalHandoverDocument, { input: withKey(input) }, signal),
  appointPrincipal: (input, signal) => core.act(AppointPrincipalDocument, { input: withKey(input) }, signal),
  reinstatePrincipal: (input, signal) =>
    core.act(ReinstatePrincipalDocument, { input: withKey(input) }, signal),
});
