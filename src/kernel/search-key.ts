/** Letters that are no base letter with a mark on it, so that decomposition leaves them alone. */
const LETTERS: Record<string, string> = { Œ: 'OE', Æ: 'AE', Ø: 'O', Ł: 'L', Đ: 'D', Ð: 'D', Þ: 'TH' };
const UNDECOMPOSED = /[ŒÆØŁĐÐÞ]/g;

/** Hyphens and dashes, apostrophes straight, curly or modifier, prime and grave typed for one. */
const JOINERS = /[\p{Pd}'’‘ʼʹ′`´\s]+/gu;

/**
 * A name as lists sort it and searches find it, the same in every database: `Côté-L’Écuyer` is `COTE L ECUYER`.
 * `ß` becomes `SS` by the upper case itself.
 */
export function searchKey(name: string): string {
  return name
    .toUpperCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(JOINERS, ' ')
    .replace(UNDECOMPOSED, letter => LETTERS[letter] ?? letter)
    .trim();
}
