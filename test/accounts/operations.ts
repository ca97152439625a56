import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { PASSWORD } from './given-account.ts';

export interface Tokens {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: string;
  readonly refreshToken: string;
  readonly deviceToken: string | null;
}

/** Whatever a member of a result union can have; the test looks at what its type has. */
export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly session: Tokens;
  readonly account: {
    readonly id: string;
    readonly username: string | null;
    readonly locale: string;
    readonly addresses: readonly {
      readonly address: string;
      readonly primary: boolean;
      readonly verified: boolean;
      readonly pendingChange: string | null;
    }[];
  };
  readonly address: string;
  readonly next: {
    readonly kind: string;
    readonly label: string;
    readonly maskedAddress: string | null;
    readonly retryAfterSeconds: number | null;
  };
  readonly nextSteps: readonly {
    readonly kind: string;
    readonly label: string;
    readonly support?: { readonly email: string; readonly text: string } | null;
  }[];
  readonly retryAfterSeconds: number;
  /** Of a problem that is about one answer. */
  readonly path: readonly string[];
  readonly issues: readonly { path: string[]; code: string; rule: string | null; message: string }[];
}

const SESSION = 'session { accessToken accessTokenExpiresAt refreshToken deviceToken }';
const ACCOUNT = 'account { id username locale addresses { address primary verified pendingChange } }';
const NEXT = 'next { kind label maskedAddress retryAfterSeconds }';
const PROBLEMS = `... on Problem { message } ... on InvalidInput { issues { path code rule message } }`;

const FIELDS = {
  signIn: `... on SignInSuccess { ${SESSION} ${ACCOUNT} ${NEXT} } ... on TooManyAttempts { retryAfterSeconds nextSteps { kind label support { email text } } }
    ... on SignInRefused { nextSteps { kind label support { email text } } }`,
  refreshSession: `... on RefreshSessionSuccess { ${SESSION} } ... on SessionEnded { ${NEXT} }`,
  signOut: `... on SignOutSuccess { ${NEXT} }`,
  changePassword: `... on ChangePasswordSuccess { ${SESSION} ${ACCOUNT} ${NEXT} } ... on CurrentPasswordWrong { path }
    ... on TooManyAttempts { nextSteps { kind label } }`,
  requestEmailChange: `... on RequestEmailChangeSuccess { ${ACCOUNT} ${NEXT} } ... on CurrentPasswordWrong { path }`,
  requestEmailConfirmation: `... on RequestEmailConfirmationSuccess { ${ACCOUNT} ${NEXT} }`,
  confirmEmail: `... on ConfirmEmailSuccess { address ${NEXT} } ... on ConfirmationTokenUnknown { ${NEXT} }
    ... on ConfirmationTokenUsed { ${NEXT} } ... on ConfirmationTokenReplaced { ${NEXT} }
    ... on ConfirmationTokenExpired { ${NEXT} }`,
  setLocale: `... on SetLocaleSuccess { ${ACCOUNT} }`,
} as const;

export type Operation = keyof typeof FIELDS;

export const { send, perform } = mutationsOf<Operation, Result>(FIELDS, PROBLEMS);

/** Signs in, or says why not. */
export async function signedIn(
  portal: Portal,
  identifier: string,
  { password = PASSWORD, ...asked }: Asked & { readonly password?: string } = {},
): Promise<Tokens> {
  const result = await perform(portal, 'signIn', { identifier, password }, asked);
  if (result.__typename !== 'SignInSuccess')
    throw new Error(`expected to be signed in: ${JSON.stringify(result)}`);
  return result.session;
}

/** Whether somebody is signed in by this access token: `setLocale` asks for no more than that. */
export async function isSignedIn(
  portal: Portal,
  { accessToken }: Tokens,
  asked: Asked = {},
): Promise<boolean> {
  const { errors } = await send(portal, 'setLocale', { locale: 'FR_CA' }, { ...asked, token: accessToken });
  return errors.length === 0;
}
