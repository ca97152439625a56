import { LONGEST_ADDRESS } from '../../../kernel/email-address.ts';
import { FieldKind, Form, FormField } from '../../../platform/graphql/form.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import type { IdentifierPolicy } from '../../associations/index.ts';
import { newPasswordFields } from '../new-password-fields.ts';
import { LONGEST_IDENTIFIER } from '../username.ts';
import { LONGEST_NAME } from './read-names.ts';

/** The form of `requestPasswordReset`: first access and forgotten password are one door. */
export function passwordResetForm(
  wording: Wording,
  {
    identifierPolicy,
    asksNames,
  }: { readonly identifierPolicy: IdentifierPolicy; readonly asksNames: boolean },
): Form {
  return new Form({
    name: 'requestPasswordReset',
    title: wording.of('accounts.recovery.form.reset.title'),
    submitLabel: wording.of('accounts.recovery.form.reset.submit'),
    fields: [
      new FormField({
        path: ['input', 'identifier'],
        label: wording.of(`accounts.form.identifier.${identifierPolicy}`),
        help: wording.of('accounts.recovery.form.reset.help'),
        kind: FieldKind.TEXT,
        required: true,
        autocomplete: 'username',
        maxLength: LONGEST_IDENTIFIER,
      }),
      ...nameFields(wording, asksNames),
    ],
  });
}

/** The form of `requestUsernameReminder`, with the rule for everybody, whoever asks. */
export const usernameReminderForm = (
  wording: Wording,
  { asksNames }: { readonly asksNames: boolean },
): Form =>
  new Form({
    name: 'requestUsernameReminder',
    title: wording.of('accounts.recovery.form.reminder.title'),
    submitLabel: wording.of('accounts.recovery.form.reminder.submit'),
    fields: [
      new FormField({
        path: ['input', 'address'],
        label: wording.of('accounts.recovery.form.address'),
        help: wording.of('accounts.recovery.form.reminder.help'),
        kind: FieldKind.EMAIL,
        required: true,
        autocomplete: 'email',
        maxLength: LONGEST_ADDRESS,
      }),
      ...nameFields(wording, asksNames),
    ],
  });

/** The form of `resetPassword`, with each rule in words. Its token comes from the link and is no field. */
export function newPasswordForm(
  wording: Wording,
  { firstAccess, rules }: { readonly firstAccess: boolean; readonly rules: readonly string[] },
): Form {
  const occasion = firstAccess ? 'first' : 'forgotten';
  return new Form({
    name: 'resetPassword',
    title: wording.of(`accounts.recovery.form.new.title.${occasion}`),
    submitLabel: wording.of('accounts.recovery.form.new.submit'),
    fields: newPasswordFields(wording, {
      name: 'newPassword',
      label: wording.of('accounts.form.newPassword'),
      repeatLabel: wording.of('accounts.form.newPassword.repeat'),
      rules,
    }),
  });
}

function nameFields(wording: Wording, asksNames: boolean): readonly FormField[] {
  if (!asksNames) return [];
  const field = (name: string, autocomplete: string): FormField =>
    new FormField({
      path: ['input', name],
      label: wording.of(`accounts.recovery.form.${name}`),
      kind: FieldKind.TEXT,
      required: true,
      autocomplete,
      maxLength: LONGEST_NAME,
    });
  return [field('givenName', 'given-name'), field('familyName', 'family-name')];
}
