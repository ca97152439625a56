import type { ImportSeverity } from './import.enums.ts';

/** Something about a row of a file, not worded yet. */
export interface ImportFindingRow {
  readonly severity: ImportSeverity;
  readonly row: number;
  readonly column: string | null;
  readonly sentence: string;
  readonly values: Record<string, unknown>;
  readonly otherRow: number | null;
  readonly recordId: string | null;
  readonly place: number;
}
