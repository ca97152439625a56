import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';

interface Progress {
  at(run: (typeof RUNS)[number]): void;
  stop(): void;
}
const { showProgress } = (await import(
  new URL('../../scripts/affilia/show-progress.mjs', import.meta.url).href
)) as { showProgress(stream: object, words: object): Progress };

const RUNS = [
  { percentRead: 0, rowsRead: 0, state: 'WAITING' },
  { percentRead: 10, rowsRead: 2_000, state: 'READING' },
  { percentRead: 20, rowsRead: 4_000, state: 'READING' },
  { percentRead: 55, rowsRead: 12_000, state: 'READING' },
  { percentRead: 100, rowsRead: 20_000, state: 'WRITING' },
  { percentRead: 100, rowsRead: 20_000, state: 'DONE' },
];

const { wordsOfMachine } = (await import(
  new URL('../../scripts/affilia/words.mjs', import.meta.url).href
)) as { wordsOfMachine(): { rows(count: number): string } };

function shown(isTTY: boolean): string {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 100 });
  const words = {
    bar: '{bar} {percentage} % | {rows} | {state}',
    rows: (count: number) => (count === 1 ? '1 row' : `${count} rows`),
    states: { DONE: 'done' },
  };
  const progress = showProgress(stream, words);
  for (const run of RUNS) progress.at(run);
  progress.stop();
  return String(stream.read());
}

describe('how far an import is, on the command line (M1)', () => {
  it('is a line for every quarter and every state where nobody looks', () => {
    expect(shown(false)).toBe(
      [
        '0 % | 0 rows | WAITING',
        '10 % | 2000 rows | READING',
        '55 % | 12000 rows | READING',
        '100 % | 20000 rows | WRITING',
        '100 % | 20000 rows | done',
        '',
      ].join('\n'),
    );
  });

  it('counts one row as one', () => {
    expect([1, 2].map(wordsOfMachine().rows)).toEqual([
      expect.stringMatching(/^1 (?:row|ligne)$/),
      expect.stringMatching(/^2 (?:rows|lignes)$/),
    ]);
  });

  it('is a bar on a terminal, which is full in the end', () => {
    const drawn = shown(true);

    expect(drawn).toMatch(/={40} 100 % \| 20000 rows \| done/);
    expect(drawn).not.toContain('WAITING');
  });
});
