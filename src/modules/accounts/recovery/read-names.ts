import type { Context } from '../../../platform/context.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { associationById } from '../../associations/index.ts';
import { clientOf } from '../actor-of.ts';
import type { RecoveryAsked } from './recovery-asked.ts';

export const LONGEST_NAME = 100;

export interface TypedNames {
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
}

/** Whether the forms of the calling client's association ask for names. */
export async function formAsksNames(context: Context): Promise<boolean> {
  const association = await context.load(associationById, clientOf(context).associationId);
  return association?.recoveryPolicy === 'IDENTIFIER_AND_NAMES';
}

/** Reads what the form asked for besides an identifier; one name alone is half an answer. */
export async function readNames(
  context: Context,
  issues: InputIssues,
  typed: TypedNames,
): Promise<RecoveryAsked['names']> {
  const asked = await formAsksNames(context);
  const givenName = issues.line('givenName', typed.givenName, LONGEST_NAME);
  const familyName = issues.line('familyName', typed.familyName, LONGEST_NAME);
  const wanted = asked || givenName !== null || familyName !== null;
  for (const [field, name, answer] of [
    ['givenName', givenName, typed.givenName],
    ['familyName', familyName, typed.familyName],
  ] as const) {
    if (wanted && name === null && (answer ?? '').trim() === '') issues.add(field, InputIssueCode.REQUIRED);
  }
  return givenName !== null && familyName !== null ? { givenName, familyName } : null;
}
