import { setImmediate as others } from 'node:timers/promises';
import type { Parts } from '../../../platform/context.ts';
import { Header } from '../../../platform/csv/header.ts';
import { readRecords, UnreadableRow, type FileRecord } from '../../../platform/csv/read-records.ts';
import { surveyFile, type SourceFile } from '../../../platform/csv/survey-file.ts';
import type { ImportRunRow } from '../import-run.rows.ts';
import type { Kind } from '../kinds/kind.ts';
import { RowIssues } from '../reading/row-issues.ts';
import { noteProgress } from './attempt.ts';
import { addFaults, MOST_OF_A_SEVERITY, type Finding as Fault } from './findings.ts';
import { stageRows, type PlacedDraft } from './stage-rows.ts';

/** As many as are in memory at a time, and staged by one statement. */
const ROWS_AT_A_TIME = 2_000;

export interface FileRead {
  /** Null when the file has no line of names that can be used: then there is nothing to judge. */
  readonly header: Header | null;
  readonly faults: number;
  /** The number of the last row. */
  readonly lastRow: number;
}

/** Reads the file once from end to end. What can be read is staged, the rest is found fault with. */
export async function readIntoStaging(
  parts: Parts,
  run: ImportRunRow,
  kind: Kind,
  file: SourceFile,
): Promise<FileRead> {
  const survey = await surveyFile(file);
  const reading = new Reading(parts, run, kind);
  if (survey === null) return reading.stop({ row: 1, column: null, sentence: 'imports.finding.NO_TEXT' });
  try {
    for await (const record of readRecords(file, survey, { onBytes: bytes => (reading.bytes += bytes) })) {
      await reading.take(record);
      if (reading.isHopeless) return await reading.end();
    }
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    return reading.stop({ row: error.row, column: null, sentence: 'imports.finding.UNREADABLE' });
  }
  return reading.end();
}

class Reading {
  bytes = 0;
  private rows = 0;
  private lastRow = 1;
  private header: Header | null = null;
  private faultCount = 0;
  private drafts: PlacedDraft[] = [];
  private faults: Fault[] = [];
  private taking: Promise<void> = Promise.resolve();
  private readonly issues: RowIssues;

  constructor(
    private readonly parts: Parts,
    private readonly run: ImportRunRow,
    private readonly kind: Kind,
  ) {
    this.issues = new RowIssues(parts.wordings.in('fr-CA'));
  }

  /** Nobody reads more faults than that, and without the right columns every row has one. */
  get isHopeless(): boolean {
    return this.faultCount >= MOST_OF_A_SEVERITY || (this.header?.faults.length ?? 0) > 0;
  }

  async take({ row, cells }: FileRecord): Promise<void> {
    if (this.header === null) {
      this.header = Header.read(cells, this.kind.columns);
      for (const { column, code } of this.header.faults)
        this.blame({ row, column, sentence: `imports.finding.${code}` });
      return;
    }
    this.rows += 1;
    this.lastRow = row;
    this.read(row, cells, this.header);
    if (this.rows % ROWS_AT_A_TIME === 0) await this.hand();
  }

  async stop(fault: Fault): Promise<FileRead> {
    this.blame(fault);
    await this.handAll();
    return { header: null, faults: this.faultCount, lastRow: this.lastRow };
  }

  async end(): Promise<FileRead> {
    if (this.header === null) return this.stop({ row: 1, column: null, sentence: 'imports.finding.EMPTY' });
    await this.handAll();
    const usable = this.header.faults.length === 0;
    return { header: usable ? this.header : null, faults: this.faultCount, lastRow: this.lastRow };
  }

  private read(row: number, cells: readonly string[], header: Header): void {
    if (cells.length !== header.width) {
      const values = { cells: cells.length, names: header.width };
      this.blame({ row, column: null, sentence: 'imports.finding.ROW_WIDTH', values });
      return;
    }
    const draft = this.kind.read(header.rowOf(cells), this.issues);
    const found = this.issues.take();
    for (const { field, sentence, values } of found)
      this.blame({ row, column: header.nameOf(field), sentence, values });
    if (found.length === 0 && draft !== null) this.drafts.push({ ...draft, row });
  }

  private blame(fault: Fault): void {
    this.faultCount += 1;
    this.faults.push(fault);
  }

  /** While the database takes these rows, the next ones are read: two lots are in memory, never more. */
  private async hand(): Promise<void> {
    await this.taking;
    const { bytes, rows, drafts, faults, faultCount } = this;
    this.drafts = [];
    this.faults = [];
    const room = MOST_OF_A_SEVERITY - (faultCount - faults.length);
    this.taking = this.put({ bytes, rows, drafts, faults, room });
    // Whoever waits for it is told; nobody may be waiting yet.
    this.taking.catch(() => undefined);
    // Requests are answered by the same process.
    await others();
  }

  private async handAll(): Promise<void> {
    await this.hand();
    await this.taking;
  }

  private put({ bytes, rows, drafts, faults, room }: Lot): Promise<void> {
    const { parts, run } = this;
    return parts.db.transaction(async tx => {
      await noteProgress(tx, run, { bytes, rows });
      await stageRows(parts, tx, run, drafts);
      await addFaults(tx, run.id, faults, room);
    });
  }
}

/** Rows on their way to the database, and how far the file was read with them. */
interface Lot {
  readonly bytes: number;
  readonly rows: number;
  readonly drafts: readonly PlacedDraft[];
  readonly faults: readonly Fault[];
  /** For how many more faults the report has room. */
  readonly room: number;
}
