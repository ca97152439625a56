import type { Core } from './core.ts';
import {
  MembershipChangeDocument,
  MembershipClassesDocument,
  MembershipDocument,
  MembershipTransferOnFileDocument,
  RequestTransferDocument,
  ResignMembershipDocument,
  TransferPreviewDocument,
  TransfersOfMembershipDocument,
  WithdrawResignationDocument,
  WithdrawTransferDocument,
  type MembershipChangeInput,
  type MembershipChangeQuery,
  type MembershipClassFragment,
  type MembershipQuery,
  type MembershipSummaryFragment,
  type MembershipTransferFragment,
  type MembershipTransferOnFileQuery,
  type RequestTransferInput,
  type RequestTransferMutation,
  type ResignMembershipInput,
  type ResignMembershipMutation,
  type TransferPreviewInput,
  type TransferPreviewQuery,
  type WithdrawResignationInput,
  type WithdrawResignationMutation,
  type WithdrawTransferInput,
  type WithdrawTransferMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, NOTHING, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

export type { MembershipClassFragment as MembershipClass } from './generated/operations.ts';

/** A membership as staff's lists and the viewer show it. */
export type MembershipRow = MembershipSummaryFragment;

/** A membership with its history. */
export type Membership = NonNullable<MembershipQuery['membership']>;

/** What a change would bring about. */
export type ChangePreview = Extract<
  MembershipChangeQuery['result'],
  { readonly __typename: 'MembershipChangeSuccess' }
>['preview'];

/** A request to pass from one body of the tree to another, as lists show it. */
export type MembershipTransfer = MembershipTransferFragment;

/** A request with what it brings about if it is accepted now. */
export type MembershipTransferWithPreview = NonNullable<
  Extract<MembershipTransferOnFileQuery['node'], { readonly memberNumber: string }>
>;

/** Who is a member, in which class, and how they stand. */
export interface Memberships {
  /**
   * A membership with its history and its status, explained, at `asOf` (an instant in ISO 8601) or now; null when it
   * is absent or not yours to see.
   */
  get(id: string, asOf?: string | null, signal?: AbortSignal): Promise<Membership | null>;

  /** The classes that an association has. */
  classes(associationId: string, signal?: AbortSignal): List<MembershipClassFragment>;

  /**
   * What a change of a membership would bring about, before anybody confirms: the class and the status on its day, what
   * it costs or gives back. Its total is what the act takes as `shownTotalCents`.
   *
   * - `MembershipChangeNotPossible`: `why` says what stands against it.
   */
  previewChange(
    input: MembershipChangeInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<MembershipChangeQuery['result']>>;

  /**
   * The member, the principal delegate of an organization, or staff: ends a membership on a day.
   *
   * - `MembershipChangeNotPossible`: `why` says what stands against it.
   * - `MoneyEffectChanged`: show `effect`, and ask again.
   */
  resign(
    input: ResignMembershipInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ResignMembershipMutation['result']>>;

  /** Takes a resignation back before its day has come. */
  withdrawResignation(
    input: WithdrawResignationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<WithdrawResignationMutation['result']>>;

  /**
   * What a transfer to another body of the tree would bring about, before anybody confirms: its day, the days that go
   * along, what it costs or gives back. `TransferNotPossible` says why it cannot be.
   */
  previewTransfer(
    input: TransferPreviewInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<TransferPreviewQuery['result']>>;

  /**
   * Asks both bodies for a transfer: the member, or the office of either one for them. `shownTotalCents` is the total
   * of the preview. Nothing changes until the body that receives has decided.
   *
   * - `TransferOpen`: a request waits already; withdraw it first.
   * - `TransferNotPossible`: `why` says what stands against it.
   * - `MoneyEffectChanged`: show `effect`, and ask again.
   */
  requestTransfer(
    input: RequestTransferInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RequestTransferMutation['result']>>;

  /** Takes a request back before it is decided; `TransferOver` when it was. */
  withdrawTransfer(
    input: WithdrawTransferInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<WithdrawTransferMutation['result']>>;

  /** The transfers by which a membership was left or entered, or somebody wants it to be, the newest first. */
  transfers(membershipId: string, signal?: AbortSignal): List<MembershipTransfer>;

  /** A transfer with its preview; null when it is absent or not yours to see. */
  transfer(id: string, signal?: AbortSignal): Promise<MembershipTransferWithPreview | null>;
}

/** Plug it in: `createAffilia({ …, use: { memberships } })`. */
export const memberships = (core: Core): Memberships => ({
  get: async (id, asOf = null, signal) =>
    (await core.request(MembershipDocument, { id, asOf }, signal)).membership,
  classes: (associationId, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(MembershipClassesDocument, { associationId, ...page }, aborted))
          .membershipClasses,
      signal,
    ),
  previewChange: (input, signal) => core.act(MembershipChangeDocument, { input }, signal),
  resign: (input, signal) => core.act(ResignMembershipDocument, { input: withKey(input) }, signal),
  withdrawResignation: (input, signal) =>
    core.act(WithdrawResignationDocument, { input: withKey(input) }, signal),
  previewTransfer: (input, signal) => core.act(TransferPreviewDocument, { input }, signal),
  requestTransfer: (input, signal) => core.act(RequestTransferDocument, { input: withKey(input) }, signal),
  withdrawTransfer: (input, signal) => core.act(WithdrawTransferDocument, { input: withKey(input) }, signal),
  transfers: (id, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(TransfersOfMembershipDocument, { id, ...page }, aborted)).membership?.transfers ??
        NOTHING,
      signal,
    ),
  transfer: async (id, signal) => {
    const { node } = await core.request(MembershipTransferOnFileDocument, { id }, signal);
    return node && 'memberNumber' in node ? (node as MembershipTransferWithPreview) : null;
  },
});
