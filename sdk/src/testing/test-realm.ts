import type { Core } from '../core.ts';
import {
  AdvanceClockDocument,
  IssueTestInvitationDocument,
  ResetTestDataDocument,
  type AdvanceClockInput,
  type AdvanceClockMutation,
  type IssueTestInvitationInput,
  type IssueTestInvitationMutation,
  type ResetTestDataMutation,
} from '../generated/operations.ts';
import { withKey } from '../idempotency-key.ts';
import type { OutcomeOf } from '../outcome.ts';

/**
 * What your automatic tests do to a test realm, with a secret key of it, from your own machine: never in a page. A
 * live realm, or a publishable key, throws `AffiliaError` with the code `FORBIDDEN`.
 */
export interface TestRealm {
  /**
   * Puts the whole realm back to its demo data, for everybody: sessions end, the mailbox is empty, the clock is the
   * machine's again, and ids are new. Your keys go on working.
   *
   * - `NothingToReset`: the demo data were never loaded there.
   */
  reset(signal?: AbortSignal): Promise<OutcomeOf<ResetTestDataMutation['result']>>;

  /**
   * Moves the time of the realm forward, by five years at most: `{ by: { days: 31 } }` or `{ to: '2027-04-01T04:00:00Z' }`.
   * Every process of the realm follows within about a second.
   */
  advanceClock(
    input: AdvanceClockInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<AdvanceClockMutation['result']>>;

  /**
   * Invites somebody for your own association, without anybody signed in, and tells the code that is otherwise in the
   * mail alone.
   *
   * - `InvitationNotIssued`: its `outcome` says why, as in a row of `issue`.
   */
  issueInvitation(
    input: IssueTestInvitationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<IssueTestInvitationMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { testRealm } })`. */
export const testRealm = (core: Core): TestRealm => ({
  reset: signal => core.act(ResetTestDataDocument, { input: { everything: true } }, signal, 'ANONYMOUS'),
  advanceClock: (input, signal) =>
    core.act(AdvanceClockDocument, { input: withKey(input) }, signal, 'ANONYMOUS'),
  issueInvitation: (input, signal) =>
    core.act(IssueTestInvitationDocument, { input: withKey(input) }, signal, 'ANONYMOUS'),
});
