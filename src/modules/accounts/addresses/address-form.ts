import { LONGEST_ADDRESS } from '../../../kernel/email-address.ts';
import { FieldKind, Form, FormField } from '../../../platform/graphql/form.ts';
import type { Wording } from '../../../platform/wording/wording.ts';

/** The form of `addEmailAddress`. */
export const addressForm = (wording: Wording): Form =>
  new Form({
    name: 'addEmailAddress',
    title: wording.of('accounts.form.addAddress'),
    submitLabel: wording.of('accounts.form.addAddress'),
    fields: [
      new FormField({
        path: ['input', 'address'],
        label: wording.of('accounts.form.furtherAddress'),
        help: wording.of('accounts.form.furtherAddress.help'),
        kind: FieldKind.EMAIL,
        required: true,
        autocomplete: 'email',
        maxLength: LONGEST_ADDRESS,
      }),
    ],
  });
