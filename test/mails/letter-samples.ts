import { ACCOUNT_LETTERS } from './account-letters.ts';
import { INVITATION_LETTERS } from './invitation-letters.ts';
import { ORGANIZATION_LETTERS } from './organization-letters.ts';
import { MEMBERSHIP_LETTERS } from './membership-letters.ts';
import { BILLING_LETTERS } from './billing-letters.ts';
import { PEOPLE_LETTERS } from './people-letters.ts';
import type { LetterSample } from './samples-of.ts';

export type { LetterSample };

/** Every letter, with values of every kind that it has words of its own for. */
export const LETTER_SAMPLES: readonly LetterSample[] = [
  ...ACCOUNT_LETTERS,
  ...INVITATION_LETTERS,
  ...ORGANIZATION_LETTERS,
  ...MEMBERSHIP_LETTERS,
  ...BILLING_LETTERS,
  ...PEOPLE_LETTERS,
];
