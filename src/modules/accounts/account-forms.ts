import { LONGEST_ADDRESS } from '../../kernel/email-address.ts';
import type { Context } from '../../platform/context.ts';
import { FieldKind, Form, FormField } from '../../platform/graphql/form.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import { newPasswordFields } from './new-password-fields.ts';
import { passwordPolicyOfAccount } from './password-policy.ts';
import { rulesInWords } from './password-policy.type.ts';
import { LONGEST_TYPED_PASSWORD } from './password-rules.ts';

/** The form of `changePassword`, with each rule for the new one in words. */
export async function passwordForm(context: Context, accountId: string): Promise<Form> {
  const { wording } = context;
  const rules = rulesInWords(context, await passwordPolicyOfAccount(context, accountId));
  return new Form({
    name: 'changePassword',
    title: wording.of('accounts.form.changePassword'),
    submitLabel: wording.of('accounts.form.changePassword'),
    fields: [
      currentPasswordField(wording),
      ...newPasswordFields(wording, {
        name: 'newPassword',
        label: wording.of('accounts.form.newPassword'),
        repeatLabel: wording.of('accounts.form.newPassword.repeat'),
        rules,
      }),
    ],
  });
}

/** The form of `requestEmailChange`, with the address that it replaces, if there is one. */
export function emailForm(wording: Wording, address: string | null): Form {
  const present = new FormField({
    path: ['address'],
    label: wording.of('accounts.form.presentAddress'),
    kind: FieldKind.EMAIL,
    autocomplete: 'email',
    value: address,
    readOnlyReason: wording.of('accounts.form.presentAddress.readOnly'),
  });
  return new Form({
    name: 'requestEmailChange',
    title: wording.of('accounts.form.changeEmail'),
    submitLabel: wording.of('accounts.form.changeEmail'),
    fields: [
      ...(address === null ? [] : [present]),
      new FormField({
        path: ['input', 'newAddress'],
        label: wording.of('accounts.form.newAddress'),
        help: wording.of('accounts.form.newAddress.help'),
        kind: FieldKind.EMAIL,
        required: true,
        autocomplete: 'email',
        maxLength: LONGEST_ADDRESS,
      }),
      currentPasswordField(wording),
    ],
  });
}

const currentPasswordField = (wording: Wording): FormField =>
  new FormField({
    path: ['input', 'currentPassword'],
    label: wording.of('accounts.form.currentPassword'),
    kind: FieldKind.PASSWORD,
    required: true,
    autocomplete: 'current-password',
    maxLength: LONGEST_TYPED_PASSWORD,
  });
