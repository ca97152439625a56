import type { Context } from '../../platform/context.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { refuse } from '../../platform/problem.ts';
import { accountPorts } from './account.ports.ts';
import type { AccountRow } from './account-state.ts';
import { addressesOnFile } from './addresses.ts';
import { judgePassword, passwordPolicyOfAccount } from './password-policy.ts';

/** Refuses a new password that breaks a rule of any association where the account holds something. */
export async function judgeNewPassword(
  context: Context,
  account: Pick<AccountRow, 'id' | 'username'>,
  password: string,
): Promise<void> {
  const addresses = await addressesOnFile(context, account.id);
  const names = await context.ports.of(accountPorts).namesOfAccount(context, account.id);
  const personal = [...names, ...addresses.map(one => one.address), account.username ?? ''];
  const rules = await passwordPolicyOfAccount(context, account.id);
  const issues = judgePassword(context, rules, { field: 'newPassword', password, personal });
  if (issues.length > 0) refuse(new InvalidInput(issues));
}
