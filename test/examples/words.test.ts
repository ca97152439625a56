import { expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const EXAMPLES = join(import.meta.dirname, '../../examples');

/** Every list of words of an example that has one for each language. */
const lists = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter(file => /words\.fr\.m?js$/.test(file))
  .sort();

/** What is said there: by its path, and for each sentence how many values it takes. */
function saidIn(words: unknown, path: string): string[] {
  if (typeof words === 'function') return [`${path}(${words.length})`];
  if (typeof words !== 'object' || words === null || words instanceof RegExp)
    return [words === '' ? `${path} is empty` : path];
  return Object.entries(words).flatMap(([name, word]) => saidIn(word, `${path}.${name}`));
}

const wordsOf = async (file: string): Promise<string[]> => {
  const exported = (await import(join(EXAMPLES, file))) as Record<string, unknown>;
  return saidIn(Object.values(exported), '').sort();
};

it.each(lists)('%s and its English twin say the same things', async file => {
  const french = await wordsOf(file);

  expect(await wordsOf(file.replace('.fr.', '.en.'))).toEqual(french);
  expect(french.filter(path => path.endsWith(' is empty'))).toEqual([]);
});

it('there are such lists for the site of an association and for the tool of its staff', () => {
  expect(lists.filter(file => file.startsWith('partner-site')).length).toBeGreaterThan(6);
  expect(lists.filter(file => file.startsWith('internal-tool')).length).toBeGreaterThan(12);
});
