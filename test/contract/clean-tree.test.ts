import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** What `.gitignore` names, and git's own: all the rest belongs to the project. */
const MADE_HERE = /^(node_modules|dist|coverage|\.data|\.git|\.env)$|\.(log|tgz)$/;

async function filesIn(folder: string): Promise<string[]> {
  const entries = (await readdir(join(ROOT, folder), { withFileTypes: true })).filter(
    ({ name }) => !MADE_HERE.test(name),
  );
  const found = await Promise.all(
    entries.map(async entry => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? await filesIn(path) : [path];
    }),
  );
  return found.flat();
}

const MACHINE_PATH = /(?<![\w.~*-])\/(?:work|root|home|Users)\/[\w.-]/;
const REGISTRY = /\bhttps?:\/\/[\w.-]*(?:registry|artifactory|nexus|verdaccio)[\w.-]*/i;

describe('every file of the project', () => {
  let files: (readonly [path: string, text: string])[];
  beforeAll(async () => {
    const paths = await filesIn('');
    const read = await Promise.all(
      paths.map(async path => [path, await readFile(join(ROOT, path), 'utf8')] as const),
    );
    files = read.filter(([, text]) => !text.includes('\0'));
  });
  const where = (isWrong: (text: string) => boolean): string[] =>
    files.filter(([, text]) => isWrong(text)).map(([path]) => path);

  it('ends with the end of a line', () => {
    expect(where(text => text !== '' && !text.endsWith('\n'))).toEqual([]);
  });

  it('names no place on the machine where it was written', () => {
    expect(where(text => MACHINE_PATH.test(text))).toEqual([]);
  });

  it('names no package registry: whoever installs has one', () => {
    expect(where(text => REGISTRY.test(text))).toEqual([]);
    const locks = files.filter(([path]) => path.endsWith('package-lock.json'));
    expect(locks.map(([path]) => path)).toContain('package-lock.json');
    for (const [, text] of locks) expect(text).not.toContain('"resolved": "http');
  });
});
