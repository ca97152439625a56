import { FieldKind, Form, FormField } from '../../platform/graphql/form.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import type { IdentifierPolicy } from '../associations/index.ts';
import { LONGEST_TYPED_PASSWORD } from './password-rules.ts';
import { LONGEST_IDENTIFIER } from './username.ts';

/** The form of `signIn`, under a title of its own where it is one way of several. */
export function signInForm(
  wording: Wording,
  identifierPolicy: IdentifierPolicy,
  title = wording.of('accounts.form.signIn.title'),
): Form {
  return new Form({
    name: 'signIn',
    title,
    submitLabel: wording.of('accounts.form.signIn.submit'),
    fields: [
      new FormField({
        path: ['input', 'identifier'],
        label: wording.of(`accounts.form.identifier.${identifierPolicy}`),
        kind: FieldKind.TEXT,
        required: true,
        autocomplete: 'username',
        maxLength: LONGEST_IDENTIFIER,
      }),
      new FormField({
        path: ['input', 'password'],
        label: wording.of('accounts.form.password'),
        kind: FieldKind.PASSWORD,
        required: true,
        autocomplete: 'current-password',
        maxLength: LONGEST_TYPED_PASSWORD,
      }),
    ],
  });
}
