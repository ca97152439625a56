import type { Readable } from 'node:stream';

/** A file, and its content from the beginning as often as it is asked for. */
export interface SourceFile {
  open(): Promise<Readable>;
}

export type Encoding = 'utf-8' | 'windows-1252';
export type Separator = ',' | ';' | '\t';

/** How a file is to be read. */
export interface Survey {
  readonly encoding: Encoding;
  readonly separator: Separator;
}

/** The names of columns are not longer together. */
const LONGEST_HEADER = 64 * 1024;

/**
 * Goes through the file once before it is read: only the end tells whether all of it is UTF-8. Whatever is not is taken
 * for Windows-1252, in which every byte is a letter. Null when it is no text.
 */
export async function surveyFile(file: SourceFile): Promise<Survey | null> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let encoding: Encoding = 'utf-8';
  let head = Buffer.alloc(0);
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) {
    if (chunk.includes(0)) return null;
    if (head.length < LONGEST_HEADER) head = Buffer.concat([head, chunk.subarray(0, LONGEST_HEADER)]);
    if (encoding === 'utf-8' && !decodes(() => utf8.decode(chunk, { stream: true })))
      encoding = 'windows-1252';
  }
  if (encoding === 'utf-8' && !decodes(() => utf8.decode())) encoding = 'windows-1252';
  return { encoding, separator: separatorOf(new TextDecoder(encoding).decode(head)) };
}

/** The one that the line of names has most of, outside quotes; a comma where it has none. */
export function separatorOf(head: string): Separator {
  const [line = ''] = head.replaceAll(/"[^"]*"/g, '').split(/\r?\n|\r/, 1);
  const count = (separator: Separator): number => line.split(separator).length;
  return ([',', ';', '\t'] as const).reduce((best, other) => (count(other) > count(best) ? other : best));
}

function decodes(decode: () => unknown): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}
