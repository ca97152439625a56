import type { Random } from '../../kernel/random.ts';
import { digest } from '../../platform/secrets/digest.ts';

const BYTES = 8;
/** Room for the spaces and dashes that people put between the digits. */
export const LONGEST_TYPED_CODE = 64;
const WRITTEN = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})$/;
/** Spaces, invisible characters, and every dash that a keyboard, a word processor or a mail program makes of a hyphen. */
const SEPARATORS = /[\s\p{Cf}\p{Pd}\u2212_]/gu;

/** 64 random bits in the form in which people read and type them: `8e5f9b1c-efcd-432b`. */
export function newInvitationCode(random: Random): string {
  return hyphenated(Buffer.from(random(BYTES)).toString('hex'));
}

/** What a person typed, as the code was mailed; `null` when it cannot be a code. Case, spaces and dashes are forgiven. */
export function readInvitationCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(SEPARATORS, '').toLowerCase();
  return WRITTEN.test(digits) ? hyphenated(digits) : null;
}

/** The only form in which the database knows a code. */
export const digestOfCode = (code: string): Buffer => digest(code);

const hyphenated = (digits: string): string => digits.replace(WRITTEN, '$1-$2-$3');
