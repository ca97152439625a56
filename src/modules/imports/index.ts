/**
 * Taking over what another system has on file.
 *
 * Responsible for: imports and their reports, reading files, what records are called in other systems, and the order
 * in which rows are read, judged and written as one unit.
 * Not responsible for: what a row must say and how its record is written (people, organizations, memberships,
 * accounts), receiving the file (documents).
 */
import type { AnyJob } from '../../platform/jobs/job.ts';
import { CancelImportResolver } from './cancel-import.graphql.ts';
import { ImportRunResolver } from './import-run.graphql.ts';
import { runImport } from './running/run-import.ts';
import { StartImportResolver } from './start-import.graphql.ts';

export { externalIdMover } from './external-id-mover.ts';
export { importsNodes } from './import-run.graphql.ts';
export { importsWordingEn } from './imports.wording.en.ts';
export { importsWordingFr } from './imports.wording.fr.ts';
export { takeOverImports } from './take-over-imports.ts';

export const importsResolvers: readonly Function[] = [
  StartImportResolver,
  CancelImportResolver,
  ImportRunResolver,
];
export const importsJobs: readonly AnyJob[] = [runImport];
