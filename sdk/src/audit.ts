import type { Core } from './core.ts';
import {
  AuditTrailDocument,
  ExportJobDocument,
  StartExportDocument,
  type AuditEntryFragment,
  type AuditTrailFilter,
  type ExportJobFragment,
  type StartExportInput,
  type StartExportMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

/** Who did what, when, with what; what it found and left, in words. */
export type AuditEntry = AuditEntryFragment;

/** A table that was asked for, as far as it is. */
export type ExportJob = ExportJobFragment;

/** The audit trail of an association, for its administrators. */
export interface Audit {
  /** The trail, the newest first. `totalCount` counts no further than 10,000; reading it is in the trail too. */
  trail(filter: AuditTrailFilter, signal?: AbortSignal): List<AuditEntry>;

  /**
   * Asks for a table (CSV) in the language of the request, which is kept for 7 days.
   *
   * - `InvalidInput`: the period ends before it begins, or is still to come.
   * - `ExportRunning`: the association is making one already, `exportJobId`.
   */
  startExport(
    input: StartExportInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<StartExportMutation['result']>>;

  /** An export as it stands, with a link for 5 minutes once it is done; null when it is absent or not yours. */
  exportJob(id: string, signal?: AbortSignal): Promise<ExportJob | null>;
}

/** Plug it in: `createAffilia({ …, use: { audit } })`. */
export const audit = (core: Core): Audit => ({
  trail: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(AuditTrailDocument, { filter, ...page }, aborted)).auditTrail,
      signal,
    ),
  startExport: (input, signal) => core.act(StartExportDocument, { input: withKey(input) }, signal),
  exportJob: async (id, signal) => (await core.request(ExportJobDocument, { id }, signal)).exportJob,
});
