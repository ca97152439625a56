import type { Parts } from '../../../../platform/context.ts';
import { Header, LONGEST_CELL } from '../../../../platform/csv/header.ts';
import { readRecords, UnreadableRow } from '../../../../platform/csv/read-records.ts';
import { surveyFile, type SourceFile } from '../../../../platform/csv/survey-file.ts';
import { wordsOf } from '../../../../platform/staging/read-cells.ts';
import { DELEGATE_ROLES } from '../../../organizations/index.ts';
import { InvitationRowOutcome } from '../../invitation.enums.ts';
import type { RunFault } from '../invitation-run.rows.ts';
import { COLUMNS, readFileRow, sameness } from './file-columns.ts';
import type { StagedDraft } from './staged-draft.ts';

/** More people than that are a membership to take over, which imports do. */
export const MOST_RUN_ROWS = 20_000;

export interface StagedRow {
  readonly row: number;
  readonly draft: StagedDraft;
  /** What can be said at once; null for a row that waits. */
  readonly outcome: InvitationRowOutcome | null;
}

const { DUPLICATE, INCOMPLETE } = InvitationRowOutcome;

/** All rows of a file, or why it cannot be used. */
export async function readFile(
  { wordings }: Pick<Parts, 'wordings'>,
  file: SourceFile,
): Promise<readonly StagedRow[] | RunFault> {
  const survey = await surveyFile(file);
  if (survey === null) return fault(1, 'NO_TEXT');
  const roles = wordsOf(wordings, 'DelegateRole', DELEGATE_ROLES);
  const rows: StagedRow[] = [];
  const known = new Set<string>();
  let header: Header | null = null;
  try {
    for await (const { row, cells } of readRecords(file, survey, { onBytes: () => undefined })) {
      if (header === null) {
        header = Header.read(cells, COLUMNS);
        const [wrong] = header.faults;
        if (wrong) return fault(row, wrong.code, wrong.column);
        continue;
      }
      if (rows.length === MOST_RUN_ROWS) return fault(row, 'TOO_MANY_ROWS');
      // Cells that have shifted would invite somebody under another's name, and all rows are in memory together.
      const fits = cells.length === header.width && cells.every(cell => cell.length <= LONGEST_CELL);
      const draft = fits ? readFileRow(header.rowOf(cells), roles) : null;
      rows.push({
        row,
        draft: draft ?? NOTHING_SAID,
        outcome: draft === null ? INCOMPLETE : judge(draft, known),
      });
    }
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    return fault(error.row, 'UNREADABLE');
  }
  return header === null ? fault(1, 'EMPTY') : rows;
}

function judge(draft: StagedDraft, known: Set<string>): InvitationRowOutcome | null {
  const key = sameness(draft);
  if (key === null) return null;
  if (known.has(key)) return DUPLICATE;
  known.add(key);
  return null;
}

const NOTHING_SAID: StagedDraft = { email: '', locale: null };

const fault = (row: number, code: string, column: string | null = null): RunFault => ({ row, column, code });
