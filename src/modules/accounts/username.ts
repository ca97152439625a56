import { isPlainText } from '../../kernel/plain-text.ts';
import type { Random } from '../../kernel/random.ts';

export const SHORTEST_USERNAME = 3;
export const LONGEST_USERNAME = 64;
/** Whatever signs in: an address is the longest of them. */
export const LONGEST_IDENTIFIER = 254;

export type UsernameFault =
  'REQUIRED' | 'TOO_SHORT' | 'TOO_LONG' | 'UNSEEN' | 'SPACE_AT_EDGE' | 'AT_SIGN' | 'DIGITS_ONLY';

/**
 * What identifiers are compared by. The upper case joins what only it joins (`ß` and `SS`), after the lower case has
 * made a `ß` of its rare capital `ẞ`; the compatibility form joins what looks the same, such as full-width letters.
 */
export const identifierKey = (text: string): string =>
  text.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase().normalize('NFKC');

/** Why a username cannot be had by anybody, or null. It must never be taken for an address or a member number. */
export function usernameFault(username: string): UsernameFault | null {
  const length = Array.from(username).length;
  if (username.trim() === '') return 'REQUIRED';
  if (username.trim() !== username) return 'SPACE_AT_EDGE';
  if (!isPlainText(username)) return 'UNSEEN';
  if (length < SHORTEST_USERNAME) return 'TOO_SHORT';
  if (length > LONGEST_USERNAME) return 'TOO_LONG';

  const key = identifierKey(username);
  if (key.includes('@')) return 'AT_SIGN';
  return /^\p{N}+$/u.test(key) ? 'DIGITS_ONLY' : null;
}

/** Usernames close to the one that is taken, the plainest first. Chance comes last, for names that many want. */
export function similarUsernames(taken: string, random: Random): readonly string[] {
  const tails = [
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    ...Array.from(random(6), byte => String(100 + byte)),
  ];
  const characters = Array.from(taken);
  return tails.map(tail => `${characters.slice(0, LONGEST_USERNAME - tail.length).join('')}${tail}`);
}
