import { searchKey } from '../../kernel/search-key.ts';
import { isCommonPassword } from './common-passwords.ts';
import type { PasswordProfile } from './password-profiles.ts';
import { PasswordRuleCode } from './password-rule-code.ts';

export const LONGEST_PASSWORD = 128;

export interface PasswordRuleFacts {
  readonly code: PasswordRuleCode;
  /** How many there must be, where the rule counts. */
  readonly minimum: number | null;
  /** A browser cannot judge it. */
  readonly serverOnly: boolean;
}

export interface PasswordRules {
  readonly minLength: number;
  readonly maxLength: number;
  readonly rules: readonly PasswordRuleFacts[];
}

const { MIN_LENGTH, MAX_LENGTH, UPPER, LOWER, DIGIT, SPECIAL, COMMON, PERSONAL } = PasswordRuleCode;

/** Every rule of every profile: an account that belongs to several associations satisfies them all. */
export function passwordRules(profiles: readonly PasswordProfile[]): PasswordRules {
  const minLength = Math.max(...profiles.map(profile => profile.minLength));
  const asked = new Set(profiles.flatMap(profile => profile.characters));
  const characters = [UPPER, LOWER, DIGIT, SPECIAL] as const;
  return {
    minLength,
    maxLength: LONGEST_PASSWORD,
    rules: [
      { code: MIN_LENGTH, minimum: minLength, serverOnly: false },
      { code: MAX_LENGTH, minimum: null, serverOnly: false },
      ...characters.filter(code => asked.has(code)).map(code => ({ code, minimum: 1, serverOnly: false })),
      { code: COMMON, minimum: null, serverOnly: true },
      { code: PERSONAL, minimum: null, serverOnly: true },
    ],
  };
}

/** The rules that the password breaks, in the order in which they are shown. */
export function brokenRules(
  { minLength, maxLength, rules }: PasswordRules,
  password: string,
  personal: readonly string[],
): readonly PasswordRuleFacts[] {
  const text = password.normalize('NFC');
  const length = Array.from(text).length;
  const kept: Record<PasswordRuleCode, () => boolean> = {
    MIN_LENGTH: () => length >= minLength,
    MAX_LENGTH: () => length <= maxLength,
    UPPER: () => /\p{Lu}/u.test(text),
    LOWER: () => /\p{Ll}/u.test(text),
    DIGIT: () => /\p{Nd}/u.test(text),
    SPECIAL: () => /[^\p{L}\p{M}\p{Nd}\p{Cc}]/u.test(text),
    COMMON: () => !isCommonPassword(text),
    PERSONAL: () => !holdsOwnWord(text, personal),
  };
  return rules.filter(({ code }) => !kept[code]());
}

/** Shorter words, such as `Roy`, stand inside too many others. */
const SHORTEST_OWN_WORD = 4;

function holdsOwnWord(password: string, personal: readonly string[]): boolean {
  const typed = lettersAndDigits(password);
  return personal.flatMap(ownWords).some(word => typed.includes(word));
}

/** `jean.tremblay@maboite.ca` is JEANTREMBLAY, JEAN and TREMBLAY: the part after `@` may be shared by thousands. */
function ownWords(text: string): string[] {
  const own = text.split('@')[0] ?? '';
  const words = searchKey(own).split(/[^\p{L}\p{N}]+/u);
  return [lettersAndDigits(own), ...words].filter(
    word => Array.from(word).length >= SHORTEST_OWN_WORD && /\p{L}/u.test(word),
  );
}

const lettersAndDigits = (text: string): string => searchKey(text).replace(/[^\p{L}\p{N}]/gu, '');
