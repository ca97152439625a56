import { FieldKind, Form, FormField } from '../../../platform/graphql/form.ts';
import type { Wording } from '../../../platform/wording/wording.ts';

export const LINK_SCRIPT_PATH = '/realm/link.js';

/** Fills in what the link brought, takes it out of the address and goes on. Without it the person copies the code. */
export const LINK_SCRIPT = `const brought = new URLSearchParams(location.hash.slice(1));
for (const name of ['token', 'code']) {
  const field = document.getElementById('input-' + name);
  const secret = brought.get(name);
  if (field && secret) {
    history.replaceState(null, '', location.pathname);
    field.value = secret;
    field.form.requestSubmit();
  }
}
`;

export const LONGEST_LINK = 500;

export const linkForm = (wording: Wording): Form =>
  new Form({
    name: 'passwordReset',
    title: wording.of('signOn.realmPage.title.PASSWORD_RESET'),
    submitLabel: wording.of('signOn.newPassword.go'),
    fields: [
      new FormField({
        path: ['input', 'token'],
        label: wording.of('signOn.newPassword.link'),
        help: wording.of('signOn.newPassword.link.help'),
        kind: FieldKind.CODE,
        required: true,
        autocomplete: 'off',
        maxLength: LONGEST_LINK,
      }),
    ],
  });

/** Whoever copies the whole link means its code. */
export const tokenIn = (typed: string): string => typed.trim().replace(/^.*#token=/, '');
