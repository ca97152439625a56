import { dictionary as passwords } from '@zxcvbn-ts/language-common';
import { dictionary as english } from '@zxcvbn-ts/language-en';
import { dictionary as french } from '@zxcvbn-ts/language-fr';

/** No profile lets anything shorter through, so that most of the lists need not be kept. */
const SHORTEST = 8;

/**
 * Passwords and words that are tried first, whole and in any case. No estimate of strength: a rule that a person
 * cannot foresee sends them to the telephone, and guessing is limited anyway.
 */
const COMMON: ReadonlySet<string> = new Set(
  [passwords, english, french]
    .flatMap(lists => Object.values(lists))
    .flat()
    .map(entry => entry.toLowerCase())
    .filter(entry => entry.length >= SHORTEST),
);

export const isCommonPassword = (password: string): boolean => COMMON.has(password.toLowerCase());
