import type { AdapterPayload } from 'oidc-provider';
import { toPublicId } from '../../../kernel/id.ts';
import type { Settings } from '../../../platform/context.ts';
import type { ProviderClient } from '../../integrations/index.ts';
import { ACCOUNT_PAGES, ADDRESSES } from '../addresses.ts';

const PREFIX = 'account.';

/** As what the account page asks for a sign-in: on behalf of a site of the tree, and with nowhere to go but itself. */
export const accountClientId = ({ id }: Pick<ProviderClient, 'id'>): string =>
  `${PREFIX}${toPublicId('Client', id)}`;

export const isAccountClient = (clientId: unknown): boolean =>
  typeof clientId === 'string' && clientId.startsWith(PREFIX);

/** The site behind it; any other id as it is. */
export const siteBehind = (clientId: string): string =>
  isAccountClient(clientId) ? clientId.slice(PREFIX.length) : clientId;

export const accountUris = ({ publicUrl }: Pick<Settings, 'publicUrl'>): readonly string[] =>
  ACCOUNT_PAGES.map(page => `${publicUrl}${ADDRESSES[page]}`);

/**
 * In the provider's words. The page wants the browser to be signed in, and no tokens: its codes lapse, and it has no
 * secret by which anybody could trade them.
 */
export const accountMetadata = (client: ProviderClient, settings: Settings): AdapterPayload => ({
  client_id: accountClientId(client),
  redirect_uris: [...accountUris(settings)],
  response_types: ['code'],
  response_modes: ['query'],
  grant_types: ['authorization_code'],
  token_endpoint_auth_method: 'client_secret_basic',
  client_secret: 'there is none',
});
