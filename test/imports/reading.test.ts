import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { createHouseWordings } from '../../src/wording.ts';
import { ImportKind } from '../../src/modules/imports/import.enums.ts';
import { kindOf } from '../../src/modules/imports/kinds/index.ts';
import { people } from '../../src/modules/imports/kinds/people.ts';
import { readFile } from '../../src/modules/invitations/bulk/running/read-file.ts';
import { Header } from '../../src/platform/csv/header.ts';
import { readRecords, type FileRecord } from '../../src/platform/csv/read-records.ts';
import { separatorOf, surveyFile, type SourceFile } from '../../src/platform/csv/survey-file.ts';

/** In pieces of a few bytes, so that letters are cut in two. */
const fileOf = (content: Buffer | string, size = 3): SourceFile => {
  const bytes = Buffer.from(content);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  return { open: () => Promise.resolve(Readable.from(pieces)) };
};

async function recordsOf(content: Buffer | string): Promise<FileRecord[]> {
  const file = fileOf(content);
  const survey = await surveyFile(file);
  const records: FileRecord[] = [];
  for await (const record of readRecords(file, survey!, { onBytes: () => undefined })) records.push(record);
  return records;
}

const FRENCH = 'identifiant;prénom\n1;Noël\n';

describe('reading a file (M1)', () => {
  it.each([
    ['UTF-8', Buffer.from(FRENCH)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${FRENCH}`)],
    ['Windows-1252', Buffer.from(FRENCH, 'latin1')],
    ['lines as Windows ends them', Buffer.from(FRENCH.replaceAll('\n', '\r\n'))],
  ])('understands %s', async (_, content) => {
    expect(await recordsOf(content)).toEqual([
      { row: 1, cells: ['identifiant', 'prénom'] },
      { row: 2, cells: ['1', 'Noël'] },
    ]);
  });

  it('takes what only Windows-1252 has, such as a curly apostrophe and a ligature', async () => {
    const content = Buffer.from([0x4c, 0x92, 0x9c, 0x75, 0x66, 0x2c, 0x62]);

    expect((await recordsOf(content))[0]?.cells).toEqual(['L’œuf', 'b']);
  });

  it('is not misled by an accent that comes late, nor by a letter that is cut at the very end', async () => {
    const late = Buffer.concat([Buffer.alloc(200_000, 'a,b\n'), Buffer.from('é', 'latin1')]);
    const cut = Buffer.from('a,é').subarray(0, -1);

    expect(await surveyFile(fileOf(late, 1_000))).toMatchObject({ encoding: 'windows-1252' });
    expect(await surveyFile(fileOf(cut))).toMatchObject({ encoding: 'windows-1252' });
  });

  it('says that a file with NUL bytes is no text', async () => {
    expect(await surveyFile(fileOf(Buffer.from('a\0b')))).toBeNull();
  });

  it.each([
    ['a,b,c', ','],
    ['a;b;c', ';'],
    ['a\tb\tc', '\t'],
    ['"a, b";c', ';'],
    ['a', ','],
    ['a;b\n1,2,3,4', ';'],
  ])('separates %j by %j', (head, separator) => {
    expect(separatorOf(head)).toBe(separator);
  });

  it('keeps separators, quotation marks and line breaks within quotation marks, and counts rows as a spreadsheet', async () => {
    expect(await recordsOf('a,b\n"x, ""y""\nz",1\n\n2,3')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['x, "y"\nz', '1'] },
      { row: 4, cells: ['2', '3'] },
    ]);
  });

  it.each(['a,b\n1,2\n"3,4\n5,6', `a,b\n1,2\n"${'x'.repeat(300_000)}`])(
    'stops where it can no longer tell rows apart',
    async content => {
      await expect(recordsOf(content)).rejects.toMatchObject({ name: 'UnreadableRow', row: 3 });
    },
  );

  it('takes no cell of a run of invitations that is longer than anything it could say', async () => {
    const wordings = createHouseWordings();
    const file = fileOf(
      `courriel;nom\na@maboite.ca;${'x'.repeat(2_001)}\nb@maboite.ca;${'x'.repeat(2_000)}`,
      1_000,
    );

    expect(await readFile({ wordings }, file)).toMatchObject([
      { row: 2, draft: { email: '' }, outcome: 'INCOMPLETE' },
      { row: 3, draft: { email: 'b@maboite.ca' }, outcome: null },
    ]);
  });

  it('never holds more of a long file than a few pieces', async () => {
    let given = 0;
    let taken = 0;
    let most = 0;
    const line = Buffer.from(`${'1,Ève,Lacroix,fr'.padEnd(99, 'x')}\n`.repeat(600));
    const file: SourceFile = {
      open: () =>
        Promise.resolve(
          Readable.from(
            (function* () {
              for (let piece = 0; piece < 200; piece++) {
                given += 600;
                yield line;
              }
            })(),
          ),
        ),
    };
    const survey = { encoding: 'utf-8', separator: ',' } as const;
    for await (const _ of readRecords(file, survey, { onBytes: () => undefined })) {
      taken += 1;
      most = Math.max(most, given - taken);
    }

    expect(taken).toBe(120_000);
    expect(most).toBeLessThan(20_000);
  });
});

describe('the line of names', () => {
  const faults = (...names: string[]): string[] =>
    Header.read(names, people.columns).faults.map(({ column, code }) => `${code} ${column}`);

  it.each([
    ['identifiant', 'prénom', 'nom', 'langue'],
    ['ID', 'Given_Name', 'FAMILY-NAME', 'Language'],
    ['  Identifiant ', 'PRENOM', 'Nom', 'language'],
  ])('is understood in either language, whatever accents, case and dashes: %s %s %s %s', (...names) => {
    expect(faults(...names)).toEqual([]);
  });

  it('is told what it lacks, what it has twice and what nobody knows', () => {
    expect(faults('id', 'nom', 'family name', 'langue', 'couleur')).toEqual([
      'COLUMN_TWICE family name',
      'COLUMN_UNKNOWN couleur',
      'COLUMN_MISSING prénom / given name',
    ]);
  });
});

describe('docs/imports.md', () => {
  const sections = readFileSync('docs/imports.md', 'utf8').split(/^## /m);
  const cells = (line: string): string =>
    (/^\| \**(.+?)\** *\| \**(.+?)\** *\|/.exec(line) ?? []).slice(1).join('/');

  it.each(Object.values(ImportKind))('names the columns of %s in their order', kind => {
    const section = sections.find(text => text.toUpperCase().startsWith(`${kind}\n`))!;
    const rows = section.split('\n').filter(line => line.startsWith('|'));

    const { columns } = kindOf(kind, createHouseWordings(), 'America/Toronto');

    expect(rows.slice(2).map(cells)).toEqual(columns.map(({ fr, en }) => `${fr}/${en}`));
    expect(rows.slice(2).map(line => line.startsWith('| **'))).toEqual(
      columns.map(({ required }) => required),
    );
  });
});
