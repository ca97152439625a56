import type { Random } from '../../kernel/random.ts';

const BYTES = 8;
/** Room for the spaces and dashes that people put between the digits. */
export const LONGEST_TYPED_CODE = 64;
const WRITTEN = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})$/;
/** Spaces, invisible characters, and every dash that a keyboard, a word processor or a mail program makes of a hyphen. */
const SEPARATORS = /[\s\p{Cf}\p{Pd}\u2212_]/gu;

/** 64 random bits in the form in which people read and type them: `8e5f9b1c-efcd-432b`. */
export function newTypedCode(random: Random): string {
  return hyphenated(Buffer.from(random(BYTES)).toString('hex'));
}

/** What a person typed, as the code was given out; `null` when it cannot be a code. Case, spaces and dashes are forgiven. */
export function readTypedCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(SEPARATORS, '').toLowerCase();
  return WRITTEN.test(digits) ? hyphenated(digits) : null;
}

const hyphenated = (digits: string): string => digits.replace(WRITTEN, '$1-$2-$3');
