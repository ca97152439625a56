import { LONGEST_ADDRESS, readEmailAddress } from '../../../kernel/email-address.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { askRecovery } from './ask-recovery.ts';
import { readNames, type TypedNames } from './read-names.ts';

export interface RequestUsernameReminder extends TypedNames {
  readonly address: string;
  readonly idempotencyKey: string | undefined;
}

/** Asks for a mail with what signs in. Whether one is sent, and what it says, is for the mailbox alone. */
export async function requestUsernameReminder(
  context: Context,
  { address, idempotencyKey, ...typedNames }: RequestUsernameReminder,
): Promise<void> {
  const issues = new InputIssues(context.wording);
  const identifier = issues.requiredLine('address', address, LONGEST_ADDRESS);
  if (identifier !== '' && readEmailAddress(identifier) === null)
    issues.add('address', InputIssueCode.BAD_FORMAT, 'accounts.addressFault.BAD_FORMAT');
  const names = await readNames(context, issues, typedNames);
  issues.refuseIfAny();
  await askRecovery(context, 'USERNAME_REMINDER', { identifier, names, idempotencyKey });
}
