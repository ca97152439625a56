import type { Context } from '../../../platform/context.ts';
import type { Form } from '../../../platform/graphql/form.ts';
import { readAccountNow } from '../account-state.ts';
import { takesPasswords } from '../actor-of.ts';
import { passwordPolicyOfAccount } from '../password-policy.ts';
import { PasswordPolicy, rulesInWords } from '../password-policy.type.ts';
import { newPasswordForm } from './recovery-forms.ts';
import { refuseResetToken } from './reset-token.problems.ts';
import { readResetToken } from './reset-token.ts';

export interface PasswordResetPreview {
  readonly expiresAt: Date;
  readonly firstAccess: boolean;
  readonly greeting: string;
  readonly form: Form | null;
  readonly passwordPolicy: PasswordPolicy;
}

/** What a mailed link leads to. Opening it changes nothing: mail scanners open links. */
export async function previewPasswordReset(context: Context, token: string): Promise<PasswordResetPreview> {
  const { wording } = context;
  const found = await readResetToken(context, token);
  if (found.state !== 'USABLE') return refuseResetToken(found.state);
  const account = await readAccountNow(context, found.subjectId);
  if (account.disabledAt !== null) return refuseResetToken('UNKNOWN');

  const firstAccess = account.passwordHash === null;
  const rules = await passwordPolicyOfAccount(context, account.id);
  const form = newPasswordForm(wording, { firstAccess, rules: rulesInWords(context, rules) });
  return {
    expiresAt: found.expiresAt,
    firstAccess,
    greeting: wording.of(`accounts.recovery.greeting.${firstAccess ? 'first' : 'forgotten'}`),
    form: takesPasswords(context) ? form : null,
    passwordPolicy: new PasswordPolicy(rules),
  };
}
