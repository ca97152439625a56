import { searchKey } from './search-key.ts';

/** Marks that stand beside words and belong to none. `name_words` in the database parts stored names at the same ones. */
export const WORD_BREAKS = '!"#$%&()*+,./:;<=>?@[\\]^_{|}~«»‹›“”„…•·°¡¿';

const PARTS = new Set([' ', ...Array.from(WORD_BREAKS)]);
/** What is written in full or short. */
const SAME: Record<string, string> = { ST: 'SAINT', SAINT: 'ST', STE: 'SAINTE', SAINTE: 'STE' };
/** What an apostrophe ties to the next word, or nothing does: `O’Brien` is `Obrien`. */
const TIED = new Set(['D', 'L', 'O']);

/**
 * What somebody looks for as a text search query of PostgreSQL over `name_words`: each word starts a word of the name,
 * in whatever order, accents, ligatures, hyphens and case. Marks alone are no word of any name, and find nothing.
 */
export function wordQuery(search: string): string {
  const words = wordsOf(searchKey(search));
  if (words.length === 0) return quoted(search);
  const terms = words.map((word, place) =>
    term(word, TIED.has(words[place - 1] ?? '') ? words[place - 1] : ''),
  );
  return [...new Set(terms)].join(' & ');
}

function term(word: string, tied = ''): string {
  const same = SAME[word];
  const spelled = [
    `${quoted(word)}:*`,
    ...(same ? [quoted(same)] : []),
    ...(tied ? [`${quoted(tied + word)}:*`] : []),
  ];
  return spelled.length === 1 ? (spelled[0] ?? '') : `(${spelled.join(' | ')})`;
}

function wordsOf(key: string): string[] {
  const parted = Array.from(key, letter => (PARTS.has(letter) ? ' ' : letter)).join('');
  return parted.split(' ').filter(word => word !== '');
}

const quoted = (word: string): string => `'${word.replace(/['\\]/g, '$&$&')}'`;
