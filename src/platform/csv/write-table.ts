import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Locale } from '../../kernel/locale.ts';

export interface WrittenTable {
  /** In bytes. */
  readonly size: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** Without the line of names. */
  readonly rows: number;
}

const OWNER_ONLY = 0o600;

/** What the spreadsheets of a language take for the end of a cell, and would otherwise put a whole row into one. */
const SEPARATORS: Readonly<Record<Locale, string>> = { 'fr-CA': ';', 'en-CA': ',' };

/**
 * Writes a table that spreadsheets open by a double click: UTF-8 with a byte order mark, and an apostrophe before what
 * they would take for a formula. Only what is being written is in memory.
 */
export async function writeTable(
  place: string,
  names: readonly string[],
  rows: AsyncIterable<readonly string[]>,
  locale: Locale,
): Promise<WrittenTable> {
  const written = { size: 0, rows: 0 };
  const hash = createHash('sha256');
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      written.size += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  async function* lines(): AsyncGenerator<readonly string[]> {
    yield names;
    for await (const row of rows) {
      written.rows++;
      yield row;
    }
  }
  await pipeline(
    Readable.from(lines()),
    stringify({
      bom: true,
      delimiter: SEPARATORS[locale],
      escape_formulas: true,
      record_delimiter: 'windows',
    }),
    measure,
    createWriteStream(place, { mode: OWNER_ONLY }),
  );
  return { ...written, sha256: hash.digest('hex') };
}
