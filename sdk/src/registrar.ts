import type { Core } from './core.ts';
import {
  AdmissionPreviewDocument,
  AdmitMemberDocument,
  DeathPreviewDocument,
  DecideTransferDocument,
  EndHoldDocument,
  MembershipActionsDocument,
  MembershipCountsDocument,
  MembershipsDocument,
  PlaceOnHoldDocument,
  ReclassifyMembershipDocument,
  RecordDeathDocument,
  ReinstateMembershipDocument,
  SetDelegateLimitDocument,
  SetTermRuleDocument,
  StateTransferStandingDocument,
  TransfersOfAssociationDocument,
  WithdrawDeathRecordDocument,
  type AdmissionPreviewInput,
  type AdmissionPreviewQuery,
  type AdmitMemberInput,
  type AdmitMemberMutation,
  type DeathPreviewInput,
  type DeathPreviewQuery,
  type DecideTransferInput,
  type DecideTransferMutation,
  type EndHoldInput,
  type EndHoldMutation,
  type MembershipActionsQuery,
  type MembershipCountsQuery,
  type MembershipFilter,
  type MembershipTransferFilter,
  type PlaceOnHoldInput,
  type PlaceOnHoldMutation,
  type ReclassifyMembershipInput,
  type ReclassifyMembershipMutation,
  type RecordDeathInput,
  type RecordDeathMutation,
  type ReinstateMembershipInput,
  type ReinstateMembershipMutation,
  type SetDelegateLimitInput,
  type SetDelegateLimitMutation,
  type SetTermRuleInput,
  type SetTermRuleMutation,
  type StateTransferStandingInput,
  type StateTransferStandingMutation,
  type WithdrawDeathRecordInput,
  type WithdrawDeathRecordMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, NOTHING, type List, type Sorted } from './list.ts';
import type { MembershipRow, MembershipTransfer } from './memberships.ts';
import type { OutcomeOf } from './outcome.ts';

/** Which acts on a membership are open to whoever is signed in. */
export type MembershipActions = NonNullable<MembershipActionsQuery['membership']>['viewerCan'];

/** How the office keeps the register: for staff, through internal tools. */
export interface Registrar {
  /** The memberships of an association by the holder's name. */
  list(filter: MembershipFilter & Sorted, signal?: AbortSignal): List<MembershipRow>;

  /**
   * Administrators: how many people may act at once for an organization of a class. Nobody loses a role by it: one that
   * has more adds nobody until it has fewer.
   *
   * - `InvalidInput`: not a class of organizations, or not from 1 to 100.
   * - `SignInTooOld`: sign in again, then repeat.
   */
  setDelegateLimit(
    input: SetDelegateLimitInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetDelegateLimitMutation['result']>>;

  /** What you may do with a membership, on some day from today on; null when it is absent or not yours to see. */
  actions(id: string, signal?: AbortSignal): Promise<MembershipActions | null>;

  /** What admitting somebody would cost, line by line and explained; its total is what `admit` takes. */
  previewAdmission(
    input: AdmissionPreviewInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<AdmissionPreviewQuery['result']>>;

  /**
   * Makes somebody on file a member. `shownTotalCents` is the total of `previewAdmission`.
   *
   * - `AlreadyMember`: names the membership that is there.
   * - `MoneyEffectChanged`: show `effect`, and ask again with its total.
   */
  admit(input: AdmitMemberInput, signal?: AbortSignal): Promise<OutcomeOf<AdmitMemberMutation['result']>>;

  /**
   * Puts a member into another class from a day on. Here and in the acts below, `shownTotalCents` is the total of
   * `memberships.previewChange`.
   *
   * - `MembershipChangeNotPossible`: `why` says what stands against it.
   * - `MoneyEffectChanged`: show `effect`, and ask again with its total.
   */
  reclassify(
    input: ReclassifyMembershipInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ReclassifyMembershipMutation['result']>>;

  /** A leave, a time without practising or a suspension; refused as `reclassify` is. */
  placeOnHold(
    input: PlaceOnHoldInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<PlaceOnHoldMutation['result']>>;

  /** Ends a hold earlier than was said; refused as `reclassify` is. */
  endHold(input: EndHoldInput, signal?: AbortSignal): Promise<OutcomeOf<EndHoldMutation['result']>>;

  /** Makes somebody a member again who resigned, was removed or left; refused as `reclassify` is. */
  reinstate(
    input: ReinstateMembershipInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ReinstateMembershipMutation['result']>>;

  /** How many members an association has at `asOf` (an instant in ISO 8601) or now, by class and status. */
  counts(
    associationId: string,
    asOf?: string | null,
    signal?: AbortSignal,
  ): Promise<MembershipCountsQuery['membershipCounts']>;

  /**
   * Administrators: how long the terms of a class last that begin from a day on.
   *
   * - `SignInTooOld`: sign in again, then repeat.
   */
  setTermRule(
    input: SetTermRuleInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetTermRuleMutation['result']>>;

  /** Who comes to an association or leaves it; with `overdue`, those that should have been answered. */
  transfersOf(
    associationId: string,
    filter: MembershipTransferFilter,
    signal?: AbortSignal,
  ): List<MembershipTransfer>;

  /** Staff of the body that is left: whether the member is in good standing, or what is owed or open. */
  stateTransferStanding(
    input: StateTransferStandingInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<StateTransferStandingMutation['result']>>;

  /**
   * Staff of the body that receives: accepts or refuses.
   *
   * - `TransferNeedsStanding`: the other body has to speak first.
   * - `MemberNumberTaken`: give another `memberNumber`.
   * - `TransferOver`: it was decided, withdrawn or overtaken, or its time is over.
   */
  decideTransfer(
    input: DecideTransferInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<DecideTransferMutation['result']>>;

  /** What recording a death would bring about, before anybody confirms. */
  previewDeath(
    input: DeathPreviewInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<DeathPreviewQuery['result']>>;

  /**
   * Puts a death on record. Memberships end, sign-in with them, and nothing is sent to the person any more.
   *
   * - `DeathOnRecord`: it is on record already.
   * - `HolderHasRightsElsewhere`: they work for a body that you do not administer.
   * - `SignInTooOld`: sign in again, then repeat.
   */
  recordDeath(
    input: RecordDeathInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RecordDeathMutation['result']>>;

  /** Corrects a death that was recorded by mistake; memberships and sign-in stand again. */
  withdrawDeathRecord(
    input: WithdrawDeathRecordInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<WithdrawDeathRecordMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { registrar } })`. */
export const registrar = (core: Core): Registrar => ({
  list: ({ order = 'NAME', ...filter }, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(MembershipsDocument, { filter, order, ...page }, aborted)).memberships,
      signal,
    ),
  setDelegateLimit: (input, signal) => core.act(SetDelegateLimitDocument, { input }, signal),
  actions: async (id, signal) =>
    (await core.request(MembershipActionsDocument, { id }, signal)).membership?.viewerCan ?? null,
  previewAdmission: (input, signal) => core.act(AdmissionPreviewDocument, { input }, signal),
  admit: (input, signal) => core.act(AdmitMemberDocument, { input: withKey(input) }, signal),
  reclassify: (input, signal) => core.act(ReclassifyMembershipDocument, { input: withKey(input) }, signal),
  placeOnHold: (input, signal) => core.act(PlaceOnHoldDocument, { input: withKey(input) }, signal),
  endHold: (input, signal) => core.act(EndHoldDocument, { input: withKey(input) }, signal),
  reinstate: (input, signal) => core.act(ReinstateMembershipDocument, { input: withKey(input) }, signal),
  counts: async (associationId, asOf = null, signal) =>
    (await core.request(MembershipCountsDocument, { associationId, asOf }, signal)).membershipCounts,
  setTermRule: (input, signal) => core.act(SetTermRuleDocument, { input }, signal),
  transfersOf: (id, filter, signal) =>
    listOf(async (page, aborted) => {
      const { node } = await core.request(TransfersOfAssociationDocument, { id, filter, ...page }, aborted);
      return (node !== null && 'membershipTransfers' in node ? node.membershipTransfers : null) ?? NOTHING;
    }, signal),
  stateTransferStanding: (input, signal) =>
    core.act(StateTransferStandingDocument, { input: withKey(input) }, signal),
  decideTransfer: (input, signal) => core.act(DecideTransferDocument, { input: withKey(input) }, signal),
  previewDeath: (input, signal) => core.act(DeathPreviewDocument, { input }, signal),
  recordDeath: (input, signal) => core.act(RecordDeathDocument, { input: withKey(input) }, signal),
  withdrawDeathRecord: (input, signal) =>
    core.act(WithdrawDeathRecordDocument, { input: withKey(input) }, signal),
});
