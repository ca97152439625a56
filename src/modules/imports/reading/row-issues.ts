import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import type { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';

/** What is wrong with a cell: a sentence that is worded when somebody reads it, in their language. */
export interface CellFault {
  readonly field: string;
  readonly sentence: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Judges rows by the rules of forms, and keeps the sentences unworded. */
export class RowIssues extends InputIssues {
  private faults: CellFault[] = [];

  override add(
    field: string | readonly string[],
    code: InputIssueCode,
    sentence = `InputIssue.${code}`,
    values: Record<string, unknown> = {},
  ): void {
    this.faults.push({ field: [field].flat().join('.'), sentence, values });
  }

  /** What was found since the last time it was asked for. */
  take(): readonly CellFault[] {
    const found = this.faults;
    if (found.length > 0) this.faults = [];
    return found;
  }
}
