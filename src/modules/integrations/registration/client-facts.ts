import type { AssociationId, ClientId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { CallingClient, RealmMode } from '../../../platform/context.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { ClientPage } from '../client-page.ts';
import type { PublicKey } from '../public-keys.ts';

export interface PageFacts {
  readonly page: ClientPage;
  readonly locale: Locale;
  readonly url: string;
}

/** A client as its administrators see it, without its keys. */
export interface ClientFacts extends CallingClient {
  readonly id: ClientId;
  readonly associationId: AssociationId;
  readonly rootId: AssociationId;
  /** What people read, where it is not the name of the association. */
  readonly displayNameFr: string | null;
  readonly displayNameEn: string | null;
  readonly keyMode: RealmMode;
  readonly publishableKey: string | null;
  readonly origins: readonly string[];
  readonly pages: readonly PageFacts[];
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  readonly backchannelLogoutUri: string | null;
  readonly publicKeys: readonly PublicKey[];
  /** By `kid`, of those that were used. */
  readonly pairUses: Readonly<Record<string, string>>;
  readonly registeredAt: Date;
  /** By a token or a key pair. */
  readonly lastUsedAt: Date | null;
  readonly rotatedAt: Date | null;
  readonly revokedAt: Date | null;
}

export const CLIENT_FACTS = `
  select client.id, client.name, client.kind, client.key_mode as "keyMode", client.sign_in_mode as "signInMode",
    client.display_name_fr as "displayNameFr", client.display_name_en as "displayNameEn",
    client.scopes, client.association_id as "associationId", association.root_id as "rootId",
    client.publishable_key as "publishableKey", client.backchannel_logout_uri as "backchannelLogoutUri",
    coalesce(client.public_keys, '[]') as "publicKeys", client.registered_at as "registeredAt",
    client.last_used_at as "lastUsedAt", client.rotated_at as "rotatedAt", client.revoked_at as "revokedAt",
    array(select origin from client_origin where client_id = client.id order by origin) as origins,
    array(select uri from client_redirect_uri
      where client_id = client.id and purpose = 'SIGN_IN' order by uri) as "redirectUris",
    array(select uri from client_redirect_uri
      where client_id = client.id and purpose = 'SIGN_OUT' order by uri) as "postLogoutRedirectUris",
    coalesce((select json_agg(json_build_object('page', page, 'locale', locale, 'url', url) order by page, locale)
      from client_page where client_id = client.id), '[]') as pages,
    coalesce((select json_object_agg(kid, last_used_at) from client_key_pair_use where client_id = client.id),
      '{}') as "pairUses"
  from client join association on association.id = client.association_id`;

const byIds = statement<ClientFacts>('client-facts', `${CLIENT_FACTS} where client.id = any ($1)`);

/** Never to be shown without asking who is asking. */
export const clientFactsById: Loader<string, ClientFacts | null> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = await db.read(byIds, [ids]);
    const byId = new Map<string, ClientFacts>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);
