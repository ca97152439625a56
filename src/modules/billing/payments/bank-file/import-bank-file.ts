import { dayAt } from '../../../../kernel/deadline.ts';
import type { AccountId } from '../../../../kernel/id.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { Header } from '../../../../platform/csv/header.ts';
import { readRecords, UnreadableRow } from '../../../../platform/csv/read-records.ts';
import { surveyFile } from '../../../../platform/csv/survey-file.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { refuse } from '../../../../platform/problem.ts';
import { associationById } from '../../../associations/index.ts';
import { receivedUpload, type ReceivedUpload } from '../../../documents/index.ts';
import { bodyInCare } from '../staff-invoices.ts';
import { BankFileNotFound, BankFileUnreadable } from './bank-file.problems.ts';
import type { BankRowResult } from './bank-row-outcome.ts';
import { BANK_COLUMNS, readBankRow, type BankRow } from './read-bank-row.ts';
import { holdNamed, takeBankRow, type Receiving } from './take-bank-row.ts';

export interface ImportBankFile {
  readonly associationId: string;
  readonly uploadId: string;
  /** Says what would become of each row, and takes none. */
  readonly dryRun: boolean;
  readonly idempotencyKey: string | undefined;
}

const MOST_BANK_ROWS = 250;

interface FileRow {
  readonly row: number;
  readonly read: BankRow | null;
}

interface Judged {
  readonly upload: ReceivedUpload;
  readonly rows: readonly FileRow[];
  readonly to: Omit<Receiving, 'seen'>;
}

/** Carries the results of a dry run out of its transaction, which rolls back. */
class NothingTaken extends Error {
  constructor(readonly results: readonly BankRowResult[]) {
    super('a dry run takes nothing');
    this.name = 'NothingTaken';
  }
}

/** Takes the receipts of a bank's file, all of them or none, or says what would become of each. */
export async function importBankFile(
  context: Context,
  { idempotencyKey: key, ...input }: ImportBankFile,
): Promise<readonly BankRowResult[]> {
  try {
    return await onceAfter(
      context,
      () => judge(context, input),
      { operation: 'importBankFile', key, input },
      async (tx, judged) => {
        const results = await takeAll(context, tx, judged);
        // What would be is what is, and is then undone.
        if (input.dryRun) throw new NothingTaken(results);
        return results;
      },
    );
  } catch (thrown) {
    if (thrown instanceof NothingTaken) return thrown.results;
    throw thrown;
  }
}

async function judge(
  context: Context,
  { associationId, uploadId }: Omit<ImportBankFile, 'idempotencyKey'>,
): Promise<Judged> {
  const body = await bodyInCare(context, 'RECORD_PAYMENTS', associationId);
  const upload = await receivedUpload(context, uploadId, 'BANK_FILE');
  if (upload?.associationId !== body.id) refuse(new BankFileNotFound());
  const association = await context.load(associationById, body.id);
  return {
    upload,
    rows: await readFile(upload),
    to: {
      receiverId: body.id,
      code: association?.code ?? '',
      today: dayAt(body.timeZone, context.clock.now()),
      recordedBy: context.actor?.accountId as AccountId,
    },
  };
}

async function readFile(file: ReceivedUpload): Promise<FileRow[]> {
  const survey = await surveyFile(file);
  if (survey === null) refuse(new BankFileUnreadable('NO_TABLE'));
  const rows: FileRow[] = [];
  let header: Header | null = null;
  try {
    for await (const { row, cells } of readRecords(file, survey, { onBytes: () => undefined })) {
      if (header === null) header = readHeader(cells);
      else rows.push({ row, read: readBankRow(header.rowOf(cells)) });
      if (rows.length > MOST_BANK_ROWS)
        refuse(new BankFileUnreadable('TOO_MANY_ROWS', String(MOST_BANK_ROWS)));
    }
  } catch (fault) {
    if (fault instanceof UnreadableRow) refuse(new BankFileUnreadable('BROKEN_ROW', String(fault.row)));
    throw fault;
  }
  if (header === null) refuse(new BankFileUnreadable('NO_TABLE'));
  return rows;
}

/** Banks put many columns into their files: those that mean nothing here are left alone. */
function readHeader(cells: readonly string[]): Header {
  const header = Header.read(cells, BANK_COLUMNS);
  for (const { code, column } of header.faults)
    if (code !== 'COLUMN_UNKNOWN') refuse(new BankFileUnreadable(code, column));
  return header;
}

async function takeAll(context: Context, tx: Tx, { upload, rows, to }: Judged): Promise<BankRowResult[]> {
  const seen = new Map<string, number>();
  const receiving = { ...to, seen };
  await holdNamed(
    tx,
    receiving,
    rows.flatMap(({ read }) => read ?? []),
  );
  const results: BankRowResult[] = [];
  for (const { row, read } of rows)
    results.push({ row, ...(await takeBankRow(context, tx, receiving, read)) });
  const taken = results.filter(({ outcome }) => outcome === 'RECEIVED' || outcome === 'PARKED').length;
  await recordAudit(context, tx, {
    act: 'importBankFile',
    subjectKind: 'Association',
    subjectId: to.receiverId,
    associationId: to.receiverId,
    after: { fileName: upload.fileName, sha256: upload.sha256, rows: results.length, taken },
  });
  return results;
}
