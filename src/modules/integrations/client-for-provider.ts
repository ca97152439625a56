import { timingSafeEqual } from 'node:crypto';
import type { ClientId } from '../../kernel/id.ts';
import type { CallingClient, Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { digest } from '../../platform/secrets/digest.ts';
import { readClientKey } from './client-key.ts';
import type { PublicKey } from './public-keys.ts';

/** All that signing people in for a client needs to know of it. */
export interface ProviderClient extends CallingClient {
  readonly id: ClientId;
  /** What people read. */
  readonly displayNameFr: string;
  readonly displayNameEn: string;
  readonly origins: readonly string[];
  /** Exact: compared as texts. */
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly backchannelLogoutUri: string | null;
  /** For `private_key_jwt`; none where the client proves itself by its secret key alone. */
  readonly publicKeys: readonly PublicKey[];
  /** Of the keys that live, for `holdsKey`. */
  readonly keyDigests: readonly Buffer[];
}

const byId = statement<ProviderClient>(
  'client-for-provider',
  `select client.id, client.name, client.kind, client.sign_in_mode as "signInMode", client.scopes,
     client.association_id as "associationId", association.root_id as "rootId",
     coalesce(client.display_name_fr, association.name_fr) as "displayNameFr",
     coalesce(client.display_name_en, association.name_en) as "displayNameEn",
     array(select origin from client_origin where client_id = client.id order by origin) as origins,
     array(select uri from client_redirect_uri
       where client_id = client.id and purpose = 'SIGN_IN' order by uri) as "redirectUris",
     array(select uri from client_redirect_uri
       where client_id = client.id and purpose = 'SIGN_OUT' order by uri) as "postLogoutRedirectUris",
     client.backchannel_logout_uri as "backchannelLogoutUri", coalesce(client.public_keys, '[]') as "publicKeys",
     array(select digest from client_key
       where client_id = client.id and (expires_at is null or expires_at > $3)) as "keyDigests"
   from client join association on association.id = client.association_id
   where client.id = $1 and client.key_mode = $2 and client.revoked_at is null`,
);

/** The client, unless it is unknown, revoked, or registered for the other realm mode. */
export async function clientForProvider(
  { db, settings, clock }: Pick<Parts, 'db' | 'settings' | 'clock'>,
  id: ClientId,
): Promise<ProviderClient | null> {
  const [client] = await db.read(byId, [id, settings.realmMode, clock.now()]);
  return client ?? null;
}

/** Whether this is one of the client's secret keys. A publishable key proves nothing. */
export function holdsKey(
  { kind, keyDigests }: Pick<ProviderClient, 'kind' | 'keyDigests'>,
  key: string,
): boolean {
  if (kind !== 'SECRET' || readClientKey(key)?.kind !== 'SECRET') return false;
  const shown = digest(key);
  return keyDigests.some(kept => timingSafeEqual(kept, shown));
}
