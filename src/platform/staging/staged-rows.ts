import type { Statement } from '../database/statement.ts';

/**
 * Rows of a file that wait in `staged_row` until the module whose records they become writes them, many in one
 * statement. Whoever stages them has given each row its record and its verdict.
 */
export interface StagedRows {
  readonly batchId: string;
  /** Rows after `after`, up to and with `upTo`. */
  readonly after: number;
  readonly upTo: number;
}

/** What is to be done with a row. `HELD`: it is right, and left out all the same. */
export type Verdict = 'CREATE' | 'CHANGE' | 'SAME' | 'HELD';

/** The rows as `s`; the first three parameters of a statement over them are `stagedValues`. */
export const STAGED_ROWS = `staged_row s where s.batch_id = $1 and s.row_number > $2 and s.row_number <= $3`;

export const stagedValues = ({ batchId, after, upTo }: StagedRows): [string, number, number] => [
  batchId,
  after,
  upTo,
];

/** Rows that say something else than last time, as `w`. */
export const CHANGED_ROWS = `(select * from ${STAGED_ROWS} and s.verdict = 'CHANGE') w`;

/** What a module finds against a staged row once it sees it beside all others and what is on file. */
export interface StagedFinding {
  readonly row: number;
  readonly field: string;
  /** The rest of a key of the importing module's wording. */
  readonly code: string;
  readonly otherRow?: number | null;
  /** What is on file and stands in its way or looks like it. */
  readonly recordId?: string | null;
}

/** What a module asks about staged rows: the answers go into the report, however many, without passing through the program. */
export interface Judgement {
  readonly asked: Statement<StagedFinding>;
  readonly values: readonly unknown[];
}

export const judgement = (asked: Statement<StagedFinding>, values: readonly unknown[]): Judgement => ({
  asked,
  values,
});
