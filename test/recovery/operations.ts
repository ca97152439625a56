import { mutationsOf } from '../support/mutations.ts';
import type { Answer, Asked, Portal } from '../support/portal.ts';

interface Next {
  readonly kind: string;
  readonly label: string;
  readonly retryAfterSeconds: number | null;
}

export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly next: Next;
  readonly retryAfterSeconds: number;
  readonly deviceToken: string;
  readonly issues: readonly { path: string[]; code: string; rule: string | null; message: string }[];
}

export interface Preview extends Result {
  readonly expiresAt: string;
  readonly firstAccess: boolean;
  readonly greeting: string;
  readonly form: SeenForm | null;
  readonly passwordPolicy: { readonly minLength: number; readonly rules: readonly { code: string }[] };
}

export interface SeenForm {
  readonly name: string;
  readonly title: string;
  readonly submitLabel: string;
  readonly fields: readonly {
    readonly path: string[];
    readonly label: string;
    readonly help: string | null;
    readonly kind: string;
    readonly required: boolean;
    readonly autocomplete: string | null;
    readonly repeats: string[] | null;
  }[];
}

const NEXT = 'next { kind label retryAfterSeconds }';
const PROBLEMS = `... on Problem { message } ... on InvalidInput { issues { path code rule message } }`;
const TOKENS = ['Unknown', 'Used', 'Replaced', 'Expired']
  .map(state => `... on PasswordResetToken${state} { ${NEXT} }`)
  .join(' ');
const FORM = 'name title submitLabel fields { path label help kind required autocomplete repeats }';

const FIELDS = {
  requestPasswordReset: `... on RequestPasswordResetSuccess { message ${NEXT} } ... on TooManyAttempts { retryAfterSeconds ${NEXT} }`,
  requestUsernameReminder: `... on RequestUsernameReminderSuccess { message ${NEXT} } ... on TooManyAttempts { retryAfterSeconds ${NEXT} }`,
  resetPassword: `... on ResetPasswordSuccess { deviceToken ${NEXT} } ${TOKENS}`,
} as const;

export const { send, perform } = mutationsOf<keyof typeof FIELDS, Result>(FIELDS, PROBLEMS);

export async function preview(portal: Portal, token: string, asked: Asked = {}): Promise<Preview> {
  const { data, errors } = await portal.graphql<{ passwordReset: Preview }>(
    `query ($token: String!) { passwordReset(token: $token) { __typename ... on Problem { message } ${TOKENS}
      ... on PasswordResetSuccess { expiresAt firstAccess greeting form { ${FORM} }
        passwordPolicy { minLength rules { code } } } } }`,
    { token },
    asked,
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.passwordReset;
}

export const forms = (
  portal: Portal,
  asked: Asked = {},
): Promise<Answer<{ realm: { passwordResetForm: SeenForm; usernameReminderForm: SeenForm } }>> =>
  portal.graphql(`{ realm { passwordResetForm { ${FORM} } usernameReminderForm { ${FORM} } } }`, {}, asked);

/** The tokens in the newest mail to an address, in the order of its links. */
export async function tokensMailedTo(portal: Portal, address: string): Promise<string[]> {
  await portal.runDue();
  const mail = portal.mailbox.lastTo(address);
  return mail.links.flatMap(link => {
    const [, token] = /#token=([\w-]+)$/.exec(link) ?? [];
    return token === undefined ? [] : [token];
  });
}

export async function tokenMailedTo(portal: Portal, address: string): Promise<string> {
  const [token] = await tokensMailedTo(portal, address);
  if (token === undefined) throw new Error(`no link in the newest mail to ${address}`);
  return token;
}
