import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { LONGEST_IDENTIFIER } from '../username.ts';
import { askRecovery } from './ask-recovery.ts';
import { readNames, type TypedNames } from './read-names.ts';

export interface RequestPasswordReset extends TypedNames {
  /** Username, address or member number, as typed. */
  readonly identifier: string;
  readonly idempotencyKey: string | undefined;
}

/** Asks for a link to set a password, for the first time or again. Whether one is sent is for the mailbox alone. */
export async function requestPasswordReset(
  context: Context,
  { identifier: typed, idempotencyKey, ...typedNames }: RequestPasswordReset,
): Promise<void> {
  const issues = new InputIssues(context.wording);
  const identifier = issues.requiredLine('identifier', typed, LONGEST_IDENTIFIER);
  const names = await readNames(context, issues, typedNames);
  issues.refuseIfAny();
  await askRecovery(context, 'PASSWORD_RESET', { identifier, names, idempotencyKey });
}
