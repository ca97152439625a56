import { PasswordProfileKind } from '../associations/index.ts';
import { PasswordRuleCode } from './password-rule-code.ts';

/** What a password must have. Associations name a profile. */
export interface PasswordProfile {
  readonly minLength: number;
  /** Kinds of character of which there must be at least one. */
  readonly characters: readonly CharacterRule[];
}

export type CharacterRule =
  PasswordRuleCode.UPPER | PasswordRuleCode.LOWER | PasswordRuleCode.DIGIT | PasswordRuleCode.SPECIAL;

const { UPPER, LOWER, DIGIT, SPECIAL } = PasswordRuleCode;

const NAMED: Readonly<Record<PasswordProfileKind, PasswordProfile>> = {
  COMPOSITION: { minLength: 8, characters: [UPPER, LOWER, DIGIT, SPECIAL] },
  LENGTH: { minLength: 15, characters: [] },
};
const PROFILES = new Map<string, PasswordProfile>(Object.entries(NAMED));

export const STANDARD_PROFILE = PasswordProfileKind.LENGTH;

/** A name that nobody defined is a fault of the association's data, and better loud than lenient. */
export function passwordProfile(name: string): PasswordProfile {
  const profile = PROFILES.get(name);
  if (!profile) throw new Error(`no password profile is called ${name}`);
  return profile;
}
