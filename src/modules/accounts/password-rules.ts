import { searchKey } from '../../kernel/search-key.ts';
import { isCommonPassword } from './common-passwords.ts';
import type { CharacterRule, PasswordProfile } from './password-profiles.ts';
import { PasswordRuleCode } from './password-rule-code.ts';

export const LONGEST_PASSWORD = 128;
/** What is typed is compared, or told which rules it breaks, but nobody has us digest a book. */
export const LONGEST_TYPED_PASSWORD = 1024;

export interface PasswordRuleFacts {
  readonly code: PasswordRuleCode;
  /** Matches each character that the rule counts; null for a rule that a browser cannot judge. */
  readonly pattern: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

export interface PasswordRules {
  readonly minLength: number;
  readonly maxLength: number;
  readonly rules: readonly PasswordRuleFacts[];
}

const ANY_CHARACTER = '[\\s\\S]';
const PATTERNS: Readonly<Record<CharacterRule, string>> = {
  UPPER: '\\p{Lu}',
  LOWER: '\\p{Ll}',
  DIGIT: '\\p{Nd}',
  SPECIAL: '[^\\p{L}\\p{M}\\p{Nd}\\p{Cc}]',
};
const ON_THE_SERVER = { pattern: null, minimum: null, maximum: null } as const;

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
      { code: MIN_LENGTH, pattern: ANY_CHARACTER, minimum: minLength, maximum: null },
      { code: MAX_LENGTH, pattern: ANY_CHARACTER, minimum: null, maximum: LONGEST_PASSWORD },
      ...characters
        .filter(code => asked.has(code))
        .map(code => ({ code, pattern: PATTERNS[code], minimum: 1, maximum: null })),
      { code: COMMON, ...ON_THE_SERVER },
      { code: PERSONAL, ...ON_THE_SERVER },
    ],
  };
}

/** The rules that the password breaks, in the order in which they are shown. Pages judge by the same data. */
export function brokenRules(
  { rules }: PasswordRules,
  password: string,
  personal: readonly string[],
): readonly PasswordRuleFacts[] {
  const text = password.normalize('NFC');
  return rules.filter(rule => {
    if (rule.pattern !== null) return !counts(rule.pattern, rule, text);
    return rule.code === COMMON ? isCommonPassword(text) : holdsOwnWord(text, personal);
  });
}

function counts(
  pattern: string,
  { minimum, maximum }: Pick<PasswordRuleFacts, 'minimum' | 'maximum'>,
  text: string,
): boolean {
  const count = text.match(new RegExp(pattern, 'gu'))?.length ?? 0;
  return count >= (minimum ?? 0) && count <= (maximum ?? Infinity);
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
