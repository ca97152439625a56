import { FieldKind, FormField } from '../../platform/graphql/form.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import { LONGEST_PASSWORD } from './password-rules.ts';

/** In which a person chooses a password: once, and once more, so that a slip of the finger shows. */
export function newPasswordFields(
  wording: Wording,
  {
    name,
    label,
    repeatLabel,
    rules,
  }: {
    /** Of the input. */
    readonly name: string;
    readonly label: string;
    readonly repeatLabel: string;
    /** Each rule in words. */
    readonly rules: readonly string[];
  },
): readonly FormField[] {
  const password = {
    kind: FieldKind.PASSWORD,
    required: true,
    autocomplete: 'new-password',
    maxLength: LONGEST_PASSWORD,
  };
  const path = ['input', name];
  const help = wording.of('accounts.form.newPassword.help', { rules: rules.join('; ') });
  return [
    new FormField({ ...password, path, label, help }),
    new FormField({ ...password, path: ['confirmation'], label: repeatLabel, repeats: path }),
  ];
}
