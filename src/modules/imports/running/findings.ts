import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { StagedFinding } from '../../../platform/staging/staged-rows.ts';
import type { ImportSeverity } from '../import.enums.ts';

/** Something about a row that staff are told; worded when they read it. */
export interface Finding {
  readonly severity: `${ImportSeverity}`;
  readonly row: number;
  /** As the file calls it; null where the whole row is meant. */
  readonly column: string | null;
  readonly sentence: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly otherRow?: number | null;
  readonly recordId?: string | null;
}

/** A report that nobody reads to its end. */
export const MOST_OF_A_SEVERITY = 10_000;

const add = statement(
  'import-findings-add',
  `insert into import_finding (run_id, place, severity, row_number, column_name, sentence, values, other_row, record_id)
   select $1, (select coalesce(max(place), 0) from import_finding where run_id = $1 and severity = $3)
       + row_number() over (order by f.row),
     $3, f.row, f.column, f.sentence, coalesce(f.values, '{}'), f."otherRow", f."recordId"
   from jsonb_to_recordset($2) as f(row integer, "column" text, sentence text, values jsonb, "otherRow" integer,
     "recordId" uuid)`,
);

/** Writes them down, as many of a severity as the report has room for. */
export async function addFindings(
  tx: Tx,
  runId: string,
  severity: Finding['severity'],
  findings: readonly Omit<Finding, 'severity'>[],
  room = MOST_OF_A_SEVERITY,
): Promise<void> {
  const told = findings.slice(0, Math.max(0, room));
  if (told.length > 0) await within(tx, add, [runId, JSON.stringify(told), severity]);
}

export const toldAs =
  (nameOf: (field: string) => string | null) =>
  ({ row, field, code, otherRow, recordId }: StagedFinding): Omit<Finding, 'severity'> => ({
    row,
    column: nameOf(field),
    sentence: `imports.finding.${code}`,
    values: otherRow === null || otherRow === undefined ? {} : { otherRow },
    otherRow: otherRow ?? null,
    recordId: recordId ?? null,
  });
