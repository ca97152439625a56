import type { Core } from '../core.ts';
import {
  ApproveRemittanceDocument,
  ClaimFromBodyDocument,
  MarkRemittancePaidDocument,
  PrepareRemittanceDocument,
  RemittanceDocument,
  RemittanceEntriesDocument,
  RemittanceStatementDocument,
  RemittancesDocument,
  ReverseRemittanceDocument,
  type ApproveRemittanceInput,
  type ApproveRemittanceMutation,
  type ClaimFromBodyInput,
  type ClaimFromBodyMutation,
  type Locale,
  type MarkRemittancePaidInput,
  type MarkRemittancePaidMutation,
  type PrepareRemittanceInput,
  type PrepareRemittanceMutation,
  type RemittanceBatchFilter,
  type RemittanceQuery,
  type RemittanceStatementQuery,
  type RemittanceSummaryFragment,
  type ReverseRemittanceInput,
  type ReverseRemittanceMutation,
} from '../generated/operations.ts';
import { withKey } from '../idempotency-key.ts';
import { listOf, NOTHING, type List } from '../list.ts';
import type { OutcomeOf } from '../outcome.ts';
import type { LedgerEntry } from './book.ts';

/** A remittance or claim as lists show it. */
export type RemittanceRow = RemittanceSummaryFragment;

/** A remittance or claim with what it adds up to, by account and tax. */
export type Remittance = NonNullable<RemittanceQuery['remittanceBatch']>;

/** Where its statement can be fetched, and how long. */
export type RemittanceStatement = NonNullable<RemittanceStatementQuery['remittanceBatch']>['statement'];

/** What a body hands on to another, and claims back from it. */
export interface RemittancesOfStaff {
  /** What an association handed on and claimed (`BOOK`), or was handed on to it (`BODY`), the latest first. */
  remittances(filter: RemittanceBatchFilter, signal?: AbortSignal): List<RemittanceRow>;

  /** One of them; null when it is absent or concerns no body of yours. */
  remittance(id: string, signal?: AbortSignal): Promise<Remittance | null>;

  /**
   * Where to fetch its statement for five minutes, as tagged PDF; null when it is absent or concerns no body of yours.
   * Every entry of it is in the export `REMITTANCE_STATEMENT`.
   */
  remittanceStatement(
    id: string,
    locale?: Locale | null,
    signal?: AbortSignal,
  ): Promise<RemittanceStatement | null>;

  /** What stands in it, the latest first; nothing where it is absent or concerns no body of yours. */
  remittanceEntries(id: string, signal?: AbortSignal): List<LedgerEntry>;

  /**
   * Gathers what a body is owed up to the end of a period; somebody else approves it.
   *
   * - `NothingToRemit`: all of it stands in other batches.
   * - `BodyOwesMore`: what later refunds and returns took back is more; it is `carried` to the next period.
   */
  prepareRemittance(
    input: PrepareRemittanceInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<PrepareRemittanceMutation['result']>>;

  /**
   * Prepares the claim of what a body was remitted beyond what it is owed; somebody else approves it.
   *
   * - `NothingToClaim`: it has nothing to give back.
   */
  claimFromBody(
    input: ClaimFromBodyInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ClaimFromBodyMutation['result']>>;

  /**
   * Lets its money move.
   *
   * - `RemittanceNeedsSecondPerson`: whoever prepared it does not approve it.
   * - `RemittanceMovedOn`: it waits for approval no more; `state` says where it is.
   */
  approveRemittance(
    input: ApproveRemittanceInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ApproveRemittanceMutation['result']>>;

  /** Records the transfer or cheque that moved its money; `RemittanceMovedOn` unless it was approved. */
  markRemittancePaid(
    input: MarkRemittancePaidInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<MarkRemittancePaidMutation['result']>>;

  /** Takes it back whole, however far it is; `RemittanceMovedOn` when it was reversed before. */
  reverseRemittance(
    input: ReverseRemittanceInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ReverseRemittanceMutation['result']>>;
}

export const remittancesOfStaff = (core: Core): RemittancesOfStaff => ({
  remittances: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(RemittancesDocument, { filter, ...page }, aborted)).remittanceBatches,
      signal,
    ),
  remittance: async (id, signal) => (await core.request(RemittanceDocument, { id }, signal)).remittanceBatch,
  remittanceStatement: async (id, locale, signal) =>
    (await core.request(RemittanceStatementDocument, { id, locale }, signal)).remittanceBatch?.statement ??
    null,
  remittanceEntries: (id, signal) =>
    listOf(async (page, aborted) => {
      const { remittanceBatch } = await core.request(RemittanceEntriesDocument, { id, ...page }, aborted);
      return remittanceBatch?.entries ?? NOTHING;
    }, signal),
  prepareRemittance: (input, signal) =>
    core.act(PrepareRemittanceDocument, { input: withKey(input) }, signal),
  claimFromBody: (input, signal) => core.act(ClaimFromBodyDocument, { input: withKey(input) }, signal),
  approveRemittance: (input, signal) =>
    core.act(ApproveRemittanceDocument, { input: withKey(input) }, signal),
  markRemittancePaid: (input, signal) =>
    core.act(MarkRemittancePaidDocument, { input: withKey(input) }, signal),
  reverseRemittance: (input, signal) =>
    core.act(ReverseRemittanceDocument, { input: withKey(input) }, signal),
});
