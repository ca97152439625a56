import { generateSync } from 'otplib/functional';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { signedIn, type Tokens } from '../accounts/operations.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { softPasskey, type SoftPasskey } from './soft-passkey.ts';

export interface Owed {
  readonly challenge: string;
  readonly expiresAt: string;
  readonly methods: readonly string[];
  readonly passkeyOptions: string | null;
  readonly forms: readonly {
    readonly name: string;
    readonly fields: readonly { readonly path: string[] }[];
  }[];
}

export interface Factor {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly website: string | null;
  readonly worksHere: boolean;
  readonly lastUsedAt: string | null;
}

/** Whatever a member of a result union can have; the test looks at what its type has. */
export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly session: Tokens | null;
  readonly secondFactor: Owed | null;
  readonly account: {
    readonly secondFactors: readonly Factor[];
    readonly recoveryCodesLeft: number;
    readonly factorOwed: { readonly kind: string } | null;
  } | null;
  readonly next: { readonly kind: string };
  readonly secret: string;
  readonly uri: string;
  readonly qrCode: string;
  readonly options: string;
  readonly form: { readonly name: string };
  readonly recoveryCodes: readonly string[] | null;
  readonly path: readonly string[];
  readonly retryAfterSeconds: number;
  readonly effectiveAt: string;
  readonly done: boolean;
  readonly issues: readonly { path: string[]; code: string }[];
}

const SESSION = 'session { accessToken accessTokenExpiresAt refreshToken }';
export const ACCOUNT =
  'account { recoveryCodesLeft factorOwed { kind } secondFactors { id kind name website worksHere lastUsedAt } }';
const NEXT = 'next { kind }';
const OWED = 'secondFactor { challenge expiresAt methods passkeyOptions forms { name fields { path } } }';
const PROBLEMS = '... on Problem { message } ... on InvalidInput { issues { path code } }';
const WAIT = '... on TooManyAttempts { retryAfterSeconds }';
const REFUSED = `... on SecondFactorRefused { path nextSteps { kind } } ... on SecondFactorExpired { ${NEXT} nextSteps { kind } }`;

const FIELDS = {
  signIn: `... on SignInSuccess { ${SESSION} account { username } ${OWED} ${NEXT} } ${WAIT}`,
  verifySecondFactor: `... on VerifySecondFactorSuccess { ${SESSION} ${ACCOUNT} ${NEXT} } ${WAIT} ${REFUSED}`,
  signInWithPasskey: `... on SignInWithPasskeySuccess { ${SESSION} ${ACCOUNT} ${NEXT} } ${REFUSED}`,
  enrollTotp: '... on EnrollTotpSuccess { secret uri qrCode form { name } }',
  confirmTotp: `... on ConfirmTotpSuccess { ${ACCOUNT} recoveryCodes ${NEXT} } ${REFUSED}`,
  beginPasskeyRegistration: '... on BeginPasskeyRegistrationSuccess { options form { name } }',
  registerPasskey: `... on RegisterPasskeySuccess { ${ACCOUNT} recoveryCodes ${NEXT} } ${REFUSED}`,
  removeSecondFactor: `... on RemoveSecondFactorSuccess { ${ACCOUNT} }`,
  regenerateRecoveryCodes: '... on RegenerateRecoveryCodesSuccess { recoveryCodes }',
  resetSecondFactors: '... on ResetSecondFactorsSuccess { effectiveAt done }',
  contestSecondFactorReset: `... on ContestSecondFactorResetSuccess { ${NEXT} }`,
} as const;

/** What is left open to whoever was not signed in. */
export const THREE_WAYS = [
  { kind: 'FIRST_ACCESS_OR_FORGOTTEN_PASSWORD' },
  { kind: 'FORGOTTEN_USERNAME' },
  { kind: 'CONTACT_SUPPORT' },
] as const;

export type Operation = keyof typeof FIELDS;

export const { send, perform } = mutationsOf<Operation, Result>(FIELDS, PROBLEMS);

/** Somebody whose account has an authenticator app, signed in where it was added. */
export interface Protected {
  readonly account: GivenAccount;
  readonly asked: Asked & { readonly token: string };
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** What the app shows now, or in another time step. */
export const codeOf = (portal: Portal, secret: string, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor(portal.clock.now().getTime() / 1000) + 30 * steps });

export const atSite = (portal: Portal, body: 'aqpm' | 'acps' | 'icu' = 'aqpm'): Asked => ({
  clientKey: portal.world[body].siteKey,
  headers: { origin: portal.world[body].siteOrigin },
});

interface Added {
  readonly secret: string;
  readonly recoveryCodes: readonly string[] | null;
}

/** Adds an authenticator app, and goes on to the next time step: its codes work once. */
export async function addApp(portal: Portal, asked: Asked): Promise<Added> {
  const added = await addAppNow(portal, asked);
  portal.clock.advance(30_000);
  return added;
}

/** The same while time stands still. */
export async function addAppNow(portal: Portal, asked: Asked): Promise<Added> {
  const { secret } = await perform(portal, 'enrollTotp', {}, asked);
  const confirmed = await perform(portal, 'confirmTotp', { code: codeOf(portal, secret) }, asked);
  if (confirmed.__typename !== 'ConfirmTotpSuccess') throw new Error(JSON.stringify(confirmed));
  return { secret, recoveryCodes: confirmed.recoveryCodes };
}

export async function givenProtected(
  portal: Portal,
  wanted: Parameters<typeof givenAccount>[1] = {},
): Promise<Protected> {
  const account = await givenAccount(portal, wanted);
  const { accessToken } = await signedIn(portal, account.address, atSite(portal));
  const asked = { ...atSite(portal), token: accessToken };
  const { secret, recoveryCodes } = await addApp(portal, asked);
  return { account, asked, secret, recoveryCodes: recoveryCodes ?? [] };
}

/** Adds a passkey of the website where the person is signed in. */
export async function addPasskey(
  portal: Portal,
  asked: Asked,
  name = 'Mon téléphone',
): Promise<{ readonly passkey: SoftPasskey; readonly recoveryCodes: readonly string[] | null }> {
  const passkey = softPasskey(asked.headers?.['origin'] ?? '');
  const { options } = await perform(portal, 'beginPasskeyRegistration', {}, asked);
  const input = { passkey: passkey.register(options), name };
  const registered = await perform(portal, 'registerPasskey', input, asked);
  if (registered.__typename !== 'RegisterPasskeySuccess') throw new Error(JSON.stringify(registered));
  return { passkey, recoveryCodes: registered.recoveryCodes };
}

/** Gives the right password, and answers what is owed. */
export async function begin(
  portal: Portal,
  identifier: string,
  asked: Asked = atSite(portal),
): Promise<Owed> {
  const result = await perform(portal, 'signIn', { identifier, password: PASSWORD }, asked);
  if (!result.secondFactor) throw new Error(`nothing is owed: ${JSON.stringify(result)}`);
  return result.secondFactor;
}

/** Signs in with password and app. */
export async function signInWithApp(
  portal: Portal,
  { account, secret }: Pick<Protected, 'account' | 'secret'>,
  asked: Asked = atSite(portal),
): Promise<Tokens> {
  const { challenge } = await begin(portal, account.address, asked);
  const code = codeOf(portal, secret);
  const result = await perform(portal, 'verifySecondFactor', { challenge, code }, asked);
  if (!result.session) throw new Error(JSON.stringify(result));
  return result.session;
}

export async function passkeyOptions(portal: Portal, asked: Asked = atSite(portal)): Promise<string | null> {
  const { data } = await portal.graphql<{ passkeySignInOptions: { json: string } | null }>(
    '{ passkeySignInOptions { json expiresAt } }',
    {},
    asked,
  );
  return data.passkeySignInOptions?.json ?? null;
}
