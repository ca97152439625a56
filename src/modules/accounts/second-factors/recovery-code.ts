import type { Random } from '../../../kernel/random.ts';

/** Without the letters that are read as digits. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 16;
const WRITTEN = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);
/** Spaces, invisible characters, and every dash that a keyboard or a word processor makes of a hyphen. */
const SEPARATORS = /[\s\p{Cf}\p{Pd}\u2212_]/gu;

/** 80 random bits in the form in which people keep them: `k7v2-9mqa-03xw-tz5c`. */
export function newRecoveryCode(random: Random): string {
  const symbols = Array.from(random(LENGTH), byte => ALPHABET.charAt(byte % ALPHABET.length));
  return symbols.join('').replace(/.{4}(?=.)/g, '$&-');
}

/** What a person typed, as the code was shown; null when it cannot be one. Look-alikes are forgiven. */
export function readRecoveryCode(typed: string): string | null {
  const symbols = typed
    .normalize('NFKC')
    .replace(SEPARATORS, '')
    .toLowerCase()
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return WRITTEN.test(symbols) ? symbols.replace(/.{4}(?=.)/g, '$&-') : null;
}
