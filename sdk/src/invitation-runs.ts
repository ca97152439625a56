import type { Core } from './core.ts';
import {
  CancelInvitationRunDocument,
  InvitationRunDocument,
  InvitationRunRowsDocument,
  InvitationRunsDocument,
  ResumeInvitationRunDocument,
  StartInvitationRunDocument,
  type CancelInvitationRunMutation,
  type InvitationRowOutcome,
  type InvitationRunFragment,
  type InvitationRunRowsQuery,
  type ResumeInvitationRunInput,
  type ResumeInvitationRunMutation,
  type StartInvitationRunInput,
  type StartInvitationRunMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, NOTHING, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';
import { pause } from './pause.ts';

/** A run of invitations, as far as it is. */
export type InvitationRun = InvitationRunFragment;

/** What becomes of one row, ready to show. */
export type InvitationRunRow = NonNullable<InvitationRunRowsQuery['invitationRun']>['rows']['nodes'][number];

/** Invitations to thousands, for staff: from a file, which is sent with `uploads`, or from a selection. */
export interface InvitationRuns {
  /**
   * Asks for a run, which goes on by itself and mails each address once.
   *
   * - `InvitationFileNotFound`: the upload is absent, not yours, or not received yet.
   */
  start(
    input: StartInvitationRunInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<StartInvitationRunMutation['result']>>;

  /** A run as it stands; null when it is absent, or not of an association in your care. */
  get(id: string, signal?: AbortSignal): Promise<InvitationRun | null>;

  /** The runs of an association, the latest first. */
  list(associationId: string, signal?: AbortSignal): List<InvitationRun>;

  /** What became of each row, in order; those of one outcome where it is given. */
  rows(id: string, outcome?: InvitationRowOutcome, signal?: AbortSignal): List<InvitationRunRow>;

  /** Looks again every second until the run is over or stopped, and tells each step. Aborting stops the looking alone. */
  watch(id: string, options?: WatchInvitationRun): AsyncIterable<InvitationRun>;

  /**
   * Stops a run: what was not sent stays unsent.
   *
   * - `InvitationRunOver`: nothing was left to send.
   */
  cancel(id: string, signal?: AbortSignal): Promise<OutcomeOf<CancelInvitationRunMutation['result']>>;

  /**
   * Goes on with what is left, in the name of whoever resumes.
   *
   * - `InvitationRunOver`: nothing is left to send.
   */
  resume(
    input: ResumeInvitationRunInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ResumeInvitationRunMutation['result']>>;
}

export interface WatchInvitationRun {
  readonly everyMilliseconds?: number;
  readonly signal?: AbortSignal;
}

/** Plug it in: `createAffilia({ …, use: { invitationRuns, uploads } })`. */
export function invitationRuns(core: Core): InvitationRuns {
  const get: InvitationRuns['get'] = async (id, signal) =>
    (await core.request(InvitationRunDocument, { id }, signal)).invitationRun;

  return {
    get,
    start: (input, signal) => core.act(StartInvitationRunDocument, { input: withKey(input) }, signal),
    resume: (input, signal) => core.act(ResumeInvitationRunDocument, { input: withKey(input) }, signal),
    cancel: (invitationRunId, signal) =>
      core.act(CancelInvitationRunDocument, { input: { invitationRunId } }, signal),
    list: (associationId, signal) =>
      listOf(
        async (page, aborted) =>
          (await core.request(InvitationRunsDocument, { associationId, ...page }, aborted)).invitationRuns,
        signal,
      ),
    rows: (id, outcome, signal) =>
      listOf(
        async (page, aborted) =>
          (await core.request(InvitationRunRowsDocument, { id, outcome: outcome ?? null, ...page }, aborted))
            .invitationRun?.rows ?? NOTHING,
        signal,
      ),
    async *watch(id, { everyMilliseconds = 1_000, signal } = {}) {
      for (;;) {
        const run = await get(id, signal);
        if (run === null) return;
        yield run;
        if (run.endedAt !== null || run.stoppedAt !== null) return;
        await pause(everyMilliseconds, signal);
      }
    },
  };
}
