import { FieldKind, Form, FormField } from '../../../platform/graphql/form.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { LONGEST_TYPED_PASSWORD } from '../password-rules.ts';
import { LONGEST_IDENTIFIER } from '../username.ts';

/** The form of `linkAccounts`: what signs in to the other account. */
export const linkForm = (wording: Wording): Form =>
  new Form({
    name: 'linkAccounts',
    title: wording.of('accounts.form.link'),
    submitLabel: wording.of('accounts.form.link.submit'),
    fields: [
      new FormField({
        path: ['input', 'identifier'],
        label: wording.of('accounts.form.link.identifier'),
        help: wording.of('accounts.form.link.identifier.help'),
        kind: FieldKind.TEXT,
        required: true,
        autocomplete: 'off',
        maxLength: LONGEST_IDENTIFIER,
      }),
      new FormField({
        path: ['input', 'password'],
        label: wording.of('accounts.form.link.password'),
        kind: FieldKind.PASSWORD,
        required: true,
        autocomplete: 'off',
        maxLength: LONGEST_TYPED_PASSWORD,
      }),
    ],
  });
