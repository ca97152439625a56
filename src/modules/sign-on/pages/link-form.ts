import { FieldKind, Form, FormField } from '../../../platform/graphql/form.ts';
import type { Wording } from '../../../platform/wording/wording.ts';

export const LINK_SCRIPT_PATH = '/realm/link.js';

/** Fills in what the link brought, takes it out of the address and goes on. Without it the person copies the code. */
export const LINK_SCRIPT = `const brought = new URLSearchParams(location.hash.slice(1));
for (const [name, input] of [['token', 'token'], ['contest', 'token'], ['contest-address', 'token'], ['code', 'code']]) {
  const field = document.getElementById('input-' + input);
  const secret = brought.get(name);
  if (field && secret) {
    history.replaceState(null, '', location.pathname);
    field.value = secret;
    field.form.requestSubmit();
  }
}
`;

export const LONGEST_LINK = 500;

/** Which link is asked for: one of a mail, or one of a letter. */
const LINKS = {
  PASSWORD_RESET: { name: 'passwordReset', words: 'newPassword' },
  COMPLETION: { name: 'completionLink', words: 'completion' },
  EMAIL_CONFIRMATION: { name: 'emailLink', words: 'emailLink' },
} as const;

export type LinkPage = keyof typeof LINKS;

export const linkForm = (wording: Wording, page: LinkPage): Form =>
  new Form({
    name: LINKS[page].name,
    title: wording.of(`signOn.realmPage.title.${page}`),
    submitLabel: wording.of('signOn.newPassword.go'),
    fields: [
      new FormField({
        path: ['input', 'token'],
        label: wording.of(`signOn.${LINKS[page].words}.link`),
        help: wording.of(`signOn.${LINKS[page].words}.link.help`),
        kind: FieldKind.CODE,
        required: true,
        autocomplete: 'off',
        maxLength: LONGEST_LINK,
      }),
    ],
  });

/** Whoever copies the whole link means its code. */
export const tokenIn = (typed: string): string =>
  typed.trim().replace(/^.*#(?:token|contest|contest-address)=/, '');
