import type { Core } from './core.ts';
import {
  AcceptInvitationDocument,
  AcceptInvitationWithNewAccountDocument,
  ConfirmInvitationAddressDocument,
  DeclineInvitationDocument,
  DisputeInvitationDocument,
  InvitationPreviewDocument,
  InvitationsDocument,
  IssueInvitationsDocument,
  ReissueExpiredInvitationDocument,
  ResendInvitationDocument,
  RevokeInvitationDocument,
  type AcceptInvitationInput,
  type AcceptInvitationMutation,
  type AcceptInvitationWithNewAccountInput,
  type AcceptInvitationWithNewAccountMutation,
  type ConfirmInvitationAddressInput,
  type ConfirmInvitationAddressMutation,
  type DeclineInvitationInput,
  type DeclineInvitationMutation,
  type DisputeInvitationInput,
  type DisputeInvitationMutation,
  type InvitationFilter,
  type InvitationFragment,
  type InvitationOrder,
  type InvitationPreviewQuery,
  type IssueInvitationsInput,
  type IssueInvitationsMutation,
  type ReissueExpiredInvitationInput,
  type ReissueExpiredInvitationMutation,
  type ResendInvitationInput,
  type ResendInvitationMutation,
  type RevokeInvitationInput,
  type RevokeInvitationMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

export type {
  InvitationFragment as Invitation,
  InvitationPreviewFragment as InvitationPreview,
} from './generated/operations.ts';

/**
 * Answering an invitation, and, for staff through an internal tool, sending them. Whatever is done with a code can be
 * refused because of the code; say the message and offer `next`:
 *
 * - `InvitationCodeUnknown`: never was a code, or belongs elsewhere.
 * - `InvitationUsed`, `InvitationWithdrawn`, `InvitationDeclined`: it is over.
 * - `InvitationReplaced`: a newer mail has the code that works.
 * - `InvitationExpired`: when `canReissue`, offer `reissueExpired`.
 * - `TooManyAttempts`: the person must wait `retryAfterSeconds`.
 */
export interface Invitations {
  /** What an invitation offers, and the steps and forms that lead through it. Changes nothing. */
  preview(code: string, signal?: AbortSignal): Promise<OutcomeOf<InvitationPreviewQuery['result']>>;

  /**
   * Opens an account for the invited address, which the code confirms, and signs the person in. Pass the ids of the
   * documents that they accepted, and the language that they chose.
   *
   * - `InvalidInput`: one issue per wrong answer; for a password, one per rule that fails, its code in `rule`.
   * - `UsernameTaken`: in whatever case. Offer its `suggestions`.
   * - `AddressHasAccount`: the invited address signs in already. Let them sign in; the code stays good.
   * - `DocumentsNotAccepted`: these documents must be accepted first.
   * - `InvitationTargetTaken`: what was offered has gone to somebody else.
   */
  acceptWithNewAccount(
    input: AcceptInvitationWithNewAccountInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<AcceptInvitationWithNewAccountMutation['result']>>;

  /**
   * Accepts with the account that is signed in. `accepted` is false while the invited address must confirm first.
   *
   * - `InvitationAddressMismatch`: the association wants an account that has the invited address.
   * - `RepresentedNeedsOwnAccount`: it is for an estate or a company, which has an account of its own. Offer `next`.
   * - `InvitationTargetTaken`: what was offered has gone to somebody else.
   */
  accept(
    input: AcceptInvitationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<AcceptInvitationMutation['result']>>;

  /** Declines, for good. */
  decline(
    input: DeclineInvitationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<DeclineInvitationMutation['result']>>;

  /**
   * Mails a fresh code to the address of an expired one.
   *
   * - `InvitationNotReissuable`: too old, too often, or what was offered is gone. Offer `next`.
   */
  reissueExpired(
    input: ReissueExpiredInvitationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ReissueExpiredInvitationMutation['result']>>;

  /**
   * Confirms, from the mail to the invited address, an acceptance by an account with another one. Call it when the
   * person presses a button, not when the page opens.
   *
   * - `ConfirmationTokenUnknown`, `ConfirmationTokenUsed`, `ConfirmationTokenReplaced`, `ConfirmationTokenExpired`:
   *   say so and offer `next`.
   */
  confirmAddress(
    input: ConfirmInvitationAddressInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ConfirmInvitationAddressMutation['result']>>;

  /** « Ce n'est pas moi »: suspends what an acceptance gave and tells the association. Call it on a button. */
  dispute(
    input: DisputeInvitationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<DisputeInvitationMutation['result']>>;

  /** Staff: invites up to 250 people. Each row has its own outcome; a bad one does not stop the others. */
  issue(
    input: IssueInvitationsInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<IssueInvitationsMutation['result']>>;

  /** Staff: the invitations of an association, the latest first unless told otherwise. */
  list(filter: InvitationFilter, order?: InvitationOrder, signal?: AbortSignal): List<InvitationFragment>;

  /**
   * Staff: mails a fresh code and kills the earlier one.
   *
   * - `InvitationNotFound`: absent, or not yours to see.
   * - `InvitationUsed`, `InvitationWithdrawn`, `InvitationDeclined`, `InvitationTargetTaken`: there is nothing to send.
   */
  resend(
    input: ResendInvitationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ResendInvitationMutation['result']>>;

  /**
   * Staff: withdraws an invitation that nobody has answered. Doing it twice is no fault.
   *
   * - `InvitationNotFound`: absent, or not yours to see.
   * - `InvitationUsed`, `InvitationDeclined`: it is too late.
   */
  revoke(
    input: RevokeInvitationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RevokeInvitationMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { invitations } })`. */
export const invitations = (core: Core): Invitations => ({
  preview: (code, signal) => core.act(InvitationPreviewDocument, { code }, signal),
  acceptWithNewAccount: (input, signal) =>
    core.act(AcceptInvitationWithNewAccountDocument, { input: withKey(input) }, signal, 'ANONYMOUS'),
  accept: (input, signal) => core.act(AcceptInvitationDocument, { input: withKey(input) }, signal),
  decline: (input, signal) => core.act(DeclineInvitationDocument, { input }, signal),
  reissueExpired: (input, signal) =>
    core.act(ReissueExpiredInvitationDocument, { input: withKey(input) }, signal),
  confirmAddress: (input, signal) =>
    core.act(ConfirmInvitationAddressDocument, { input: withKey(input) }, signal),
  dispute: (input, signal) => core.act(DisputeInvitationDocument, { input: withKey(input) }, signal),
  issue: (input, signal) => core.act(IssueInvitationsDocument, { input: withKey(input) }, signal),
  list: (filter, order = 'ISSUED_AT_DESC', signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(InvitationsDocument, { filter, order, ...page }, aborted)).invitations,
      signal,
    ),
  resend: (input, signal) => core.act(ResendInvitationDocument, { input: withKey(input) }, signal),
  revoke: (input, signal) => core.act(RevokeInvitationDocument, { input }, signal),
});
