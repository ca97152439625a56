import type { Core } from './core.ts';
import {
  CancelImportDocument,
  ImportFindingsDocument,
  ImportRunDocument,
  ImportRunsDocument,
  StartImportDocument,
  type CancelImportMutation,
  type ImportFindingsQuery,
  type ImportRunFragment,
  type ImportSeverity,
  type StartImportInput,
  type StartImportMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, NOTHING, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';
import { pause } from './pause.ts';

/** An import, as far as it is. */
export type ImportRun = ImportRunFragment;

/** Something about a row of the file, ready to show. */
export type ImportFinding = NonNullable<ImportFindingsQuery['importRun']>['findings']['nodes'][number];

/** Taking over what another system has on file, for staff. The file is sent with `uploads`. */
export interface Imports {
  /**
   * Asks for an import, which goes on by itself. Look at a dry run before you write.
   *
   * - `ImportFileNotFound`: the upload is absent, not yours, or not received yet.
   * - `ImportRunning`: the association is writing another, `importRunId`.
   */
  start(input: StartImportInput, signal?: AbortSignal): Promise<OutcomeOf<StartImportMutation['result']>>;

  /** An import as it stands; null when it is absent, or not of an association in your care. */
  get(id: string, signal?: AbortSignal): Promise<ImportRun | null>;

  /** The imports of an association, the latest first. */
  list(associationId: string, signal?: AbortSignal): List<ImportRun>;

  /** What was found, by row: faults, which keep everything from being written, notices, or possible duplicates. */
  findings(id: string, severity: ImportSeverity, signal?: AbortSignal): List<ImportFinding>;

  /**
   * Looks again every second until the import is over, and tells each step. Aborting stops the looking, not the import.
   */
  watch(id: string, options?: WatchImport): AsyncIterable<ImportRun>;

  /**
   * Stops an import, which then has written nothing.
   *
   * - `ImportOver`: it was over before.
   */
  cancel(id: string, signal?: AbortSignal): Promise<OutcomeOf<CancelImportMutation['result']>>;
}

export interface WatchImport {
  readonly everyMilliseconds?: number;
  readonly signal?: AbortSignal;
}

/** Plug it in: `createAffilia({ …, use: { imports, uploads } })`. */
export function imports(core: Core): Imports {
  const get: Imports['get'] = async (id, signal) =>
    (await core.request(ImportRunDocument, { id }, signal)).importRun;

  return {
    get,
    start: (input, signal) => core.act(StartImportDocument, { input: withKey(input) }, signal),
    cancel: (importRunId, signal) => core.act(CancelImportDocument, { input: { importRunId } }, signal),
    list: (associationId, signal) =>
      listOf(
        async (page, aborted) =>
          (await core.request(ImportRunsDocument, { associationId, ...page }, aborted)).importRuns,
        signal,
      ),
    findings: (id, severity, signal) =>
      listOf(
        async (page, aborted) =>
          (await core.request(ImportFindingsDocument, { id, severity, ...page }, aborted)).importRun
            ?.findings ?? NOTHING,
        signal,
      ),
    async *watch(id, { everyMilliseconds = 1_000, signal } = {}) {
      for (;;) {
        const run = await get(id, signal);
        if (run === null) return;
        yield run;
        if (run.endedAt !== null) return;
        await pause(everyMilliseconds, signal);
      }
    },
  };
}
