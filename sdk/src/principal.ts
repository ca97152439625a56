import type { Core } from './core.ts';
import {
  AcceptPrincipalHandoverDocument,
  AppointPrincipalDocument,
  CancelPrincipalHandoverDocument,
  DecidePrincipalHandoverDocument,
  OfferPrincipalHandoverDocument,
  OrganizationHandoversDocument,
  PrincipalOnDocument,
  ReinstatePrincipalDocument,
  type AcceptPrincipalHandoverInput,
  type AcceptPrincipalHandoverMutation,
  type AppointPrincipalInput,
  type AppointPrincipalMutation,
  type CancelPrincipalHandoverInput,
  type CancelPrincipalHandoverMutation,
  type DecidePrincipalHandoverInput,
  type DecidePrincipalHandoverMutation,
  type DelegateFragment,
  type OfferPrincipalHandoverInput,
  type OfferPrincipalHandoverMutation,
  type OrganizationHandoversQuery,
  type ReinstatePrincipalInput,
  type ReinstatePrincipalMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

/** An organization whose place of principal delegate is offered to somebody. */
export type OrganizationWithHandover = OrganizationHandoversQuery['organizations']['nodes'][number];

/** The place of principal delegate: who has it, and how it passes on. */
export interface Principal {
  /** Who was principal delegate at the end of a day (`2026-11-22`); null before the first one. */
  principalOn(id: string, date: string, signal?: AbortSignal): Promise<DelegateFragment | null>;

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
   * Takes over as principal delegate, or when the association has approved: then `awaitingApproval` is true.
   *
   * - `PrincipalHandoverNotFound`: here as below, the offer is over, or it is another's.
   */
  acceptHandover(
    input: AcceptPrincipalHandoverInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<AcceptPrincipalHandoverMutation['result']>>;

  /**
   * Staff: the organizations where an offer stands, by name: it waits for the new one, or for the association where
   * `principalHandover.viewerCanDecide`.
   */
  handovers(associationId: string, signal?: AbortSignal): List<OrganizationWithHandover>;

  /**
   * Staff: approves a hand-over that waits for the association (`principalHandover.viewerCanDecide`), or refuses it with
   * a reason.
   */
  decideHandover(
    input: DecidePrincipalHandoverInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<DecidePrincipalHandoverMutation['result']>>;

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

export const principal = (core: Core): Principal => ({
  principalOn: async (id, date, signal) =>
    (await core.request(PrincipalOnDocument, { id, date }, signal)).organization?.principalOn ?? null,
  offerHandover: (input, signal) =>
    core.act(OfferPrincipalHandoverDocument, { input: withKey(input) }, signal),
  acceptHandover: (input, signal) =>
    core.act(AcceptPrincipalHandoverDocument, { input: withKey(input) }, signal),
  handovers: (associationId, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(OrganizationHandoversDocument, { associationId, ...page }, aborted))
          .organizations,
      signal,
    ),
  decideHandover: (input, signal) =>
    core.act(DecidePrincipalHandoverDocument, { input: withKey(input) }, signal),
  cancelHandover: (input, signal) =>
    core.act(CancelPrincipalHandoverDocument, { input: withKey(input) }, signal),
  appointPrincipal: (input, signal) => core.act(AppointPrincipalDocument, { input: withKey(input) }, signal),
  reinstatePrincipal: (input, signal) =>
    core.act(ReinstatePrincipalDocument, { input: withKey(input) }, signal),
});
