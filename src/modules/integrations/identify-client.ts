import type { CallingClient, Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { digest } from '../../platform/secrets/digest.ts';
import { readClientKey } from './client-key.ts';

/** The caller, and the origins from which its pages may call. */
export interface IdentifiedClient extends CallingClient {
  readonly origins: readonly string[];
}

/**
 * An `IdentifiedClient` as one value, because every request reads it and each column costs; and where it stands for a key
 * that is bound by `keyValues` as $1 to $3.
 */
export const CLIENT_JSON = `
  json_build_object('id', client.id, 'name', client.name, 'kind', client.kind, 'signInMode', client.sign_in_mode,
    'scopes', client.scopes, 'associationId', client.association_id, 'rootId', association.root_id,
    'origins', array(select origin from client_origin where client_id = client.id))`;
export const CLIENT_SOURCE = `
  client_key join client on client.id = client_key.client_id
  join association on association.id = client.association_id`;
export const CLIENT_OF_KEY = `
  client_key.digest = $1 and client.key_mode = $2 and client.revoked_at is null
  and (client_key.expires_at is null or client_key.expires_at > $3)`;

const byKey = statement<{ readonly client: IdentifiedClient }>(
  'client-by-key',
  `select ${CLIENT_JSON} as client from ${CLIENT_SOURCE} where ${CLIENT_OF_KEY}`,
);

/** Null for a key that is malformed, or made for the other realm mode. */
export const keyValues = (
  { settings, clock }: Pick<Parts, 'settings' | 'clock'>,
  key: string,
): readonly [digest: Buffer, mode: string, now: Date] | null =>
  readClientKey(key)?.mode === settings.realmMode ? [digest(key), settings.realmMode, clock.now()] : null;

/** Who holds this key. Null for a key that is malformed, unknown, replaced, revoked, or made for the other realm mode. */
export async function identifyClient(
  parts: Pick<Parts, 'db' | 'settings' | 'clock'>,
  key: string,
): Promise<IdentifiedClient | null> {
  const values = keyValues(parts, key);
  const [row] = values === null ? [] : await parts.db.read(byKey, values);
  return row?.client ?? null;
}
