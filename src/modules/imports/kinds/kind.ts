import type { OnBehalfOf } from '../../../platform/audit/record-changes.ts';
import type { Parts } from '../../../platform/context.ts';
import type { Column } from '../../../platform/csv/header.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import type { StagedFinding, StagedRows } from '../../../platform/staging/staged-rows.ts';
import type { TypedRow } from '../../../platform/staging/typed-row.ts';

/** A row that could be read. */
export interface Draft {
  /** What the record is called in the other system. */
  readonly key: string;
  /** What it is about, as the other system calls them. */
  readonly personKey?: string;
  readonly organizationKey?: string;
  /** For the module that writes it. The same data are the same row. */
  readonly data: object;
  /** Fields of the data that hold ids of further records, made when the row is staged. */
  readonly ids?: readonly string[];
}

/** What is found beside what a row says by itself. */
export interface Judged {
  readonly faults: readonly StagedFinding[];
  /** Told to staff; the row is written without what they say. */
  readonly notices?: readonly StagedFinding[];
  readonly duplicates?: readonly StagedFinding[];
}

export interface Writing {
  readonly associationId: string;
  readonly by: OnBehalfOf;
}

/** How rows of one kind are read, judged and written. */
export interface Kind {
  readonly columns: readonly Column[];
  /** Null where something was blamed. */
  read(row: TypedRow, issues: InputIssues): Draft | null;
  /** Rows that are left out although nothing is wrong with them. */
  hold?(tx: Tx, all: StagedRows): Promise<readonly StagedFinding[]>;
  /** Over all staged rows that are not left out. Nothing is changed. */
  judge(tx: Tx, all: StagedRows, associationId: string): Promise<Judged>;
  write(parts: Parts, tx: Tx, staged: StagedRows, writing: Writing): Promise<void>;
}

export const LONGEST_KEY = 100;

export const column = (
  field: string,
  fr: string,
  en: string,
  { required = false }: { readonly required?: boolean } = {},
): Column => ({ field, fr, en, required });

export const REQUIRED = { required: true } as const;

/** The id in a cell, which must be there. */
export const requiredKey = (row: TypedRow, issues: InputIssues, field: string): string =>
  issues.requiredLine(field, row.text(field), LONGEST_KEY);
