import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { SourceFile, Survey } from './survey-file.ts';

/** A line of cells and its number as a spreadsheet shows it: the line of names is 1. */
export interface FileRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface ReadingProgress {
  /** Called with how many bytes came since the last call. */
  readonly onBytes: (bytes: number) => void;
}

/** Cells of a row together; longer is a quote that nobody closed. */
const LONGEST_RECORD = 128 * 1024;

/** The file cannot be read on from this row. */
export class UnreadableRow extends Error {
  constructor(readonly row: number) {
    super('unreadable row');
    this.name = 'UnreadableRow';
  }
}

/** The records of a file one by one, without blank ones. Only what was asked for is in memory. */
export async function* readRecords(
  file: SourceFile,
  { encoding, separator }: Survey,
  { onBytes }: ReadingProgress,
): AsyncGenerator<FileRecord> {
  const bytes = await file.open();
  const parser = parse({
    delimiter: separator,
    bom: true,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD,
  });
  const feeding = feed(bytes, parser, encoding, onBytes);
  // What breaks the source also breaks the parser, which tells.
  feeding.catch(() => undefined);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.some(cell => cell !== '')) yield { row, cells };
    }
    await feeding;
  } catch (error) {
    // Rows before it may not have been taken yet: the parser knows how many it has seen.
    throw error instanceof CsvError ? new UnreadableRow(Number(error['records']) + 1) : error;
  } finally {
    bytes.destroy();
    parser.destroy();
  }
}

type Parser = ReturnType<typeof parse>;

async function feed(
  bytes: Readable,
  parser: Parser,
  encoding: Survey['encoding'],
  onBytes: ReadingProgress['onBytes'],
): Promise<void> {
  const decoder = new TextDecoder(encoding);
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      onBytes(chunk.length);
      const text = encoding === 'utf-8' ? chunk : decoder.decode(chunk, { stream: true });
      if (!parser.write(text)) await drained(parser);
      if (parser.destroyed) return;
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error('the file broke off'));
    throw error;
  }
}

const drained = (parser: Parser): Promise<void> =>
  new Promise(resolve => {
    const go = (): void => {
      parser.off('drain', go).off('close', go);
      resolve();
    };
    parser.once('drain', go).once('close', go);
  });
