import type { AdapterPayload, Client } from 'oidc-provider';
import { fromPublicId, toPublicId } from '../../../kernel/id.ts';
import type { Parts, Settings } from '../../../platform/context.ts';
import { accountMetadata, siteBehind } from './account-client.ts';
import { clientForProvider, type ProviderClient } from '../../integrations/index.ts';

/** Where the provider carries what the house knows of a client. */
export const CLIENT_FACTS = 'realm_client';

export const factsOf = (client: Client): ProviderClient => client[CLIENT_FACTS] as ProviderClient;

/** Null for a client that is malformed, unknown, revoked or registered for the other realm mode. */
export async function findProviderClient(
  parts: Pick<Parts, 'db' | 'settings' | 'clock'>,
  publicId: string,
): Promise<ProviderClient | null> {
  const id = fromPublicId('Client', siteBehind(publicId));
  return id === null ? null : await clientForProvider(parts, id);
}

/** A client in the provider's words; `forAccount`: as the realm's own account page, on its behalf. */
export function clientMetadata(
  client: ProviderClient,
  settings: Settings,
  forAccount = false,
): AdapterPayload {
  if (forAccount) return { ...accountMetadata(client, settings), [CLIENT_FACTS]: client };
  const signsIn = client.redirectUris.length > 0;
  return {
    client_id: toPublicId('Client', client.id),
    client_name: client.name,
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    response_types: signsIn ? ['code'] : [],
    response_modes: ['query'],
    grant_types: [
      ...(signsIn ? ['authorization_code', 'refresh_token'] : []),
      ...(client.kind === 'SECRET' ? ['client_credentials'] : []),
    ],
    ...proofOf(client),
    [CLIENT_FACTS]: client,
  };
}

/** Whoever has key pairs proves itself by them alone. */
function proofOf({ kind, publicKeys }: ProviderClient): AdapterPayload {
  if (kind === 'PUBLISHABLE') return { token_endpoint_auth_method: 'none' };
  if (publicKeys.length > 0)
    return {
      token_endpoint_auth_method: 'private_key_jwt',
      jwks: { keys: publicKeys.map(key => ({ ...key })) },
    };
  // The provider wants to hold the secret. Ours are digests, compared by `compareClientSecret`.
  return { token_endpoint_auth_method: 'client_secret_basic', client_secret: 'kept as a digest' };
}
