import type { Core } from './core.ts';
import {
  DecideJoinRequestDocument,
  EndOrganizationDomainDocument,
  JoinOrganizationDocument,
  JoinableOrganizationsDocument,
  MyJoinRequestsDocument,
  OrganizationJoinRequestsDocument,
  OrganizationJoiningDocument,
  RequestToJoinOrganizationDocument,
  RotateOrganizationCodeDocument,
  SetOrganizationJoiningDocument,
  TurnOffOrganizationCodeDocument,
  VerifyOrganizationDomainDocument,
  WithdrawJoinRequestDocument,
  type DecideJoinRequestInput,
  type DecideJoinRequestMutation,
  type EndOrganizationDomainInput,
  type EndOrganizationDomainMutation,
  type JoinOrganizationInput,
  type JoinOrganizationMutation,
  type JoinRequestFragment,
  type JoinRequestState,
  type JoinableOrganizationFilter,
  type JoinableOrganizationsQuery,
  type OrganizationWithJoiningFragment,
  type RequestToJoinOrganizationInput,
  type RequestToJoinOrganizationMutation,
  type RotateOrganizationCodeInput,
  type RotateOrganizationCodeMutation,
  type SetOrganizationJoiningInput,
  type SetOrganizationJoiningMutation,
  type TurnOffOrganizationCodeInput,
  type TurnOffOrganizationCodeMutation,
  type VerifyOrganizationDomainInput,
  type VerifyOrganizationDomainMutation,
  type WithdrawJoinRequestInput,
  type WithdrawJoinRequestMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, NOTHING, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

/** Somebody asks to become a delegate: `stateLabel` is ready to show. */
export type JoinRequest = JoinRequestFragment;

/** An organization that lets itself be found. */
export type JoinableOrganization = JoinableOrganizationsQuery['joinableOrganizations']['nodes'][number];

/** How people become delegates without an invitation. */
export interface Joining {
  /** What the signed-in person can join, by public name; `ways` says how. */
  joinable(filter: JoinableOrganizationFilter, signal?: AbortSignal): List<JoinableOrganization>;

  /** What the signed-in person has asked for, the newest first; none when nobody is signed in. */
  myJoinRequests(signal?: AbortSignal): List<JoinRequest>;

  /** The requests to an organization, the newest first; none for whoever does not decide them. */
  joinRequests(id: string, states?: readonly JoinRequestState[], signal?: AbortSignal): List<JoinRequest>;

  /** Which ways an organization has turned on; `joining` is null for whoever does not manage its delegates. */
  joining(id: string, signal?: AbortSignal): Promise<OrganizationWithJoiningFragment | null>;

  /**
   * Asks to become a delegate. Whoever decides is told by mail, and so is the person.
   *
   * - `OrganizationNotJoinable`: it is not there, or takes no requests.
   * - `AlreadyDelegate`, `JoinRequestOpen`: nothing was done.
   * - `TooManyAttempts`: ten requests a day, three to one organization in 30 days.
   */
  requestToJoin(
    input: RequestToJoinOrganizationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RequestToJoinOrganizationMutation['result']>>;

  /**
   * Takes back one's own request.
   *
   * - `JoinRequestOver`: here as below, `state` says what became of it.
   * - `JoinRequestNotFound`: it is not there, or another's.
   */
  withdrawJoinRequest(
    input: WithdrawJoinRequestInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<WithdrawJoinRequestMutation['result']>>;

  /**
   * Approves or refuses a request that `viewerCanDecide`. An approved person is a delegate at once, and told by mail.
   *
   * - `InvalidInput`: `PRINCIPAL`, which is handed over, or roles for a refusal.
   * - `DelegateLimitReached`: the class of its membership lets no more people act for the organization.
   */
  decideJoinRequest(
    input: DecideJoinRequestInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<DecideJoinRequestMutation['result']>>;

  /**
   * Joins at once: by the id of an organization that offers `EMAIL_DOMAIN`, or by the code that it gave out.
   *
   * - `OrganizationCodeUnknown`, `…Replaced`, `…TurnedOff`, `…Expired`: what there is to know of the code.
   * - `FormerDelegate`: whoever was a delegate before asks instead.
   */
  join(
    input: JoinOrganizationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<JoinOrganizationMutation['result']>>;

  /**
   * Turns the ways to join on or off. Ask `viewerCan.manageDelegates` before you offer it.
   *
   * - `InvalidInput`: the way by e-mail domain needs a verified one.
   */
  setJoining(
    input: SetOrganizationJoiningInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetOrganizationJoiningMutation['result']>>;

  /**
   * Staff: notes that an e-mail domain is the organization's own.
   *
   * - `InvalidInput`: no domain, or one at which anybody can have an address.
   */
  verifyDomain(
    input: VerifyOrganizationDomainInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<VerifyOrganizationDomainMutation['result']>>;

  /**
   * Ends an e-mail domain of the organization. Whoever has joined by it stays.
   *
   * - `OrganizationDomainNotFound`: there is no such domain any more.
   */
  endDomain(
    input: EndOrganizationDomainInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<EndOrganizationDomainMutation['result']>>;

  /** Makes the organization's code, or a new one in place of the present one. It is shown this once. */
  rotateCode(
    input: RotateOrganizationCodeInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RotateOrganizationCodeMutation['result']>>;

  /** Ends the organization's code. Whoever has joined by it stays. */
  turnOffCode(
    input: TurnOffOrganizationCodeInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<TurnOffOrganizationCodeMutation['result']>>;
}

/** A part of `organizations`. */
export const joining = (core: Core): Joining => ({
  joinable: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(JoinableOrganizationsDocument, { filter, ...page }, aborted))
          .joinableOrganizations,
      signal,
    ),
  myJoinRequests: signal =>
    listOf(
      async (page, aborted) =>
        (await core.request(MyJoinRequestsDocument, { ...page }, aborted)).viewer?.joinRequests ?? NOTHING,
      signal,
    ),
  joinRequests: (id, states, signal) =>
    listOf(async (page, aborted) => {
      const wanted = { id, ...(states && { states: [...states] }), ...page };
      const { organization } = await core.request(OrganizationJoinRequestsDocument, wanted, aborted);
      return organization?.joinRequests ?? NOTHING;
    }, signal),
  joining: async (id, signal) =>
    (await core.request(OrganizationJoiningDocument, { id }, signal)).organization,
  requestToJoin: (input, signal) =>
    core.act(RequestToJoinOrganizationDocument, { input: withKey(input) }, signal),
  withdrawJoinRequest: (input, signal) =>
    core.act(WithdrawJoinRequestDocument, { input: withKey(input) }, signal),
  decideJoinRequest: (input, signal) =>
    core.act(DecideJoinRequestDocument, { input: withKey(input) }, signal),
  join: (input, signal) => core.act(JoinOrganizationDocument, { input: withKey(input) }, signal),
  setJoining: (input, signal) => core.act(SetOrganizationJoiningDocument, { input }, signal),
  verifyDomain: (input, signal) =>
    core.act(VerifyOrganizationDomainDocument, { input: withKey(input) }, signal),
  endDomain: (input, signal) => core.act(EndOrganizationDomainDocument, { input: withKey(input) }, signal),
  rotateCode: (input, signal) => core.act(RotateOrganizationCodeDocument, { input: withKey(input) }, signal),
  turnOffCode: (input, signal) => core.act(TurnOffOrganizationCodeDocument, { input }, signal),
});
