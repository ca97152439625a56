import type { LocalDate } from '../../../kernel/local-date.ts';
import type { OnBehalfOf } from '../../../platform/audit/record-changes.ts';
import type { Parts } from '../../../platform/context.ts';
import type { Column } from '../../../platform/csv/header.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import type { Judgement, StagedRows } from '../../../platform/staging/staged-rows.ts';
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
  /** What a new record has besides, where the data leave it out. */
  readonly ofNew?: object;
  /** What is remembered instead of the data, which otherwise are. */
  readonly mark?: object;
  /** Names of ids for further records, made when the row is staged. */
  readonly ids?: readonly string[];
}

/** What is found beside what a row says by itself. */
export interface Judged {
  readonly faults: readonly Judgement[];
  /** Told to staff; the row is written without what they say. */
  readonly notices?: readonly Judgement[];
  readonly duplicates?: readonly Judgement[];
}

/** What rows are judged by, beside what is on file. */
export interface Circumstances {
  readonly associationId: string;
  readonly now: Date;
  /** As the association counts its days. */
  readonly today: LocalDate;
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
  /** Holds what is on file, in a fixed order, so that it stays as it is judged until it is written. */
  lock?(tx: Tx, all: StagedRows, associationId: string): Promise<void>;
  /** Rows that are left out although nothing is wrong with them. */
  hold?(all: StagedRows, circumstances: Circumstances): readonly Judgement[];
  /** Over all staged rows that are not left out. Nothing is changed. */
  judge(all: StagedRows, circumstances: Circumstances): Judged;
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
