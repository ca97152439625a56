import { Provider, type Adapter, type Configuration } from 'oidc-provider';
import { secondsOf } from '../../../kernel/clock.ts';
import { fromPublicId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { holdsKey, type KeyUses } from '../../integrations/index.ts';
import { ADDRESSES, signInPath } from '../addresses.ts';
import { CLAIMS, SCOPES } from '../claims.ts';
import { isAccountClient } from './account-client.ts';
import { afterSignOut } from './after-sign-out.ts';
import { answerForTokens } from './answer-for-tokens.ts';
import { cookiesOf } from './cookies.ts';
import { CODE_PARAMETERS, exchangeCode } from './exchange-code.ts';
import { grantToService, SERVICE_PARAMETERS } from './grant-to-service.ts';
import { interactionsOf } from './interaction-policy.ts';
import { noteKeyPairs } from './note-key-pairs.ts';
import type { RealmSigningKey } from './realm-signing-key.ts';
import { REFRESH_PARAMETERS, refreshTokens } from './refresh-tokens.ts';
import { clientMetadata, CLIENT_FACTS, factsOf, findProviderClient } from './sign-on-client.ts';
import { keepState } from './state-adapter.ts';

/** What the provider shows people; the drawing is elsewhere. */
export type ProviderPages = Pick<Configuration, 'renderError'> & {
  readonly signOut: NonNullable<NonNullable<Configuration['features']>['rpInitiatedLogout']>;
};

/** How long a site may take to come for its tokens. */
export const CODE_SECONDS = 60;
/** How long a page of signing in waits for the person. */
export const SIGNING_IN_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

export interface ProviderOptions {
  /** The one that signs in front. */
  readonly keys: readonly RealmSigningKey[];
  readonly pages: ProviderPages;
  readonly keyUses: KeyUses;
}

/** The OpenID provider on the house's own accounts, sessions, clients and keys. */
export function createProvider(parts: Parts, { keys, pages, keyUses }: ProviderOptions): Provider {
  const { renderError, signOut } = pages;
  const { settings, vault } = parts;
  const provider = new Provider(settings.publicUrl, {
    adapter: kind => adapterOf(parts, kind),
    jwks: { keys: [...keys] },
    cookies: cookiesOf(settings, vault),
    interactions: { policy: interactionsOf(settings), url: (_ctx, { uid }) => signInPath(uid) },
    findAccount: async (_ctx, sub) => {
      const known = fromPublicId('Account', sub) !== null;
      return Promise.resolve(known ? { accountId: sub, claims: () => ({ sub }) } : undefined);
    },
    loadExistingGrant: ({ oidc }) => {
      const { account, client, provider: own } = oidc;
      const grant = new own.Grant({
        ...(account && { accountId: account.accountId }),
        ...(client && { clientId: client.clientId }),
      });
      grant.addOIDCScope(SCOPES.join(' '));
      return grant;
    },
    expiresWithSession: () => true,
    scopes: [...SCOPES],
    claims: CLAIMS,
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    extraClientMetadata: { properties: [CLIENT_FACTS] },
    clientDefaults: { id_token_signed_response_alg: 'ES256', response_types: ['code'] },
    enabledJWA: {
      idTokenSigningAlgValues: ['ES256'],
      // All that the keys which staff may register can do.
      clientAuthSigningAlgValues: ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA', 'Ed25519'],
    },
    clientBasedCORS: (_ctx, origin, client) => factsOf(client).origins.includes(origin),
    discovery: {
      userinfo_endpoint: `${settings.publicUrl}${ADDRESSES.userInfo}`,
      backchannel_logout_supported: true,
      backchannel_logout_session_supported: true,
      ui_locales_supported: ['fr-CA', 'en-CA'],
    },
    ttl: {
      AuthorizationCode: CODE_SECONDS,
      Interaction: SIGNING_IN_SECONDS,
      Session: settings.sessionDays * DAY_SECONDS,
      Grant: SIGNING_IN_SECONDS,
    },
    routes: {
      authorization: ADDRESSES.authorization,
      token: ADDRESSES.token,
      revocation: ADDRESSES.revocation,
      introspection: ADDRESSES.introspection,
      end_session: ADDRESSES.endSession,
      jwks: ADDRESSES.keys,
    },
    features: {
      devInteractions: { enabled: false },
      externalSigningSupport: { enabled: true, ack: 'experimental-01' },
      clientCredentials: { enabled: true },
      // They say who asks; which token it is only the house knows: see `answer-for-tokens.ts`.
      revocation: { enabled: true, allowedPolicy: () => false },
      introspection: { enabled: true, allowedPolicy: () => false },
      rpInitiatedLogout: { enabled: true, ...signOut },
      // Our own tokens carry an audience and scopes of their own, and our own page answers for them.
      userinfo: { enabled: false },
      resourceIndicators: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
    },
    ...(renderError && { renderError }),
  });
  // What it writes into addresses comes from the settings: see `stayAtHome`.
  provider.proxy = true;
  provider.Client.prototype.compareClientSecret = function (secret) {
    const isOwn = holdsKey(factsOf(this), secret);
    if (isOwn) keyUses.note(secret);
    return isOwn;
  };
  // How long ago a password was given is counted by the clock by which it was given.
  provider.Session.prototype.past = function (age) {
    return this.loginTs === undefined || secondsOf(parts.clock.now()) - this.loginTs > age;
  };
  provider.use(tellOnlyWhatIsSo);
  provider.use(noteKeyPairs(keyUses) as Parameters<Provider['use']>[0]);
  provider.use(answerForTokens(parts) as Parameters<Provider['use']>[0]);
  provider.registerGrantType('authorization_code', exchangeCode(parts), CODE_PARAMETERS);
  provider.registerGrantType('refresh_token', refreshTokens(parts), REFRESH_PARAMETERS);
  provider.registerGrantType('client_credentials', grantToService(parts), SERVICE_PARAMETERS);
  provider.use(afterSignOut(parts, provider) as Parameters<Provider['use']>[0]);
  provider.on('server_error', (_ctx, fault: unknown) =>
    parts.log.error({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'signing on failed'),
  );
  return provider;
}

/** The library names every way of answering that it knows; its own forms need a script, and a fragment is for scripts. */
async function tellOnlyWhatIsSo(ctx: { body?: unknown }, next: () => Promise<unknown>): Promise<void> {
  await next();
  const { body } = ctx;
  if (typeof body === 'object' && body !== null && 'response_modes_supported' in body)
    ctx.body = { ...body, response_modes_supported: ['query'] };
}

/** The library keeps no tokens, because they are the house's own: there is nothing to look for. */
const NOT_KEPT = ['AccessToken', 'ClientCredentials', 'RefreshToken'];

function adapterOf(parts: Parts, kind: string): Adapter {
  const kept = keepState(parts, kind);
  if (kind === 'Client') return { ...kept, find: id => findMetadata(parts, id) };
  return NOT_KEPT.includes(kind) ? { ...kept, find: () => Promise.resolve(undefined) } : kept;
}

async function findMetadata(parts: Parts, id: string): ReturnType<Adapter['find']> {
  const client = await findProviderClient(parts, id);
  return client === null ? undefined : clientMetadata(client, parts.settings, isAccountClient(id));
}
