import type { CallingClient, Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { digest } from '../../platform/secrets/digest.ts';
import { readClientKey } from './client-key.ts';

/** The caller, and the origins from which its pages may call. */
export interface IdentifiedClient extends CallingClient {
  readonly origins: readonly string[];
}

/** The columns of `IdentifiedClient`, and where they stand for a key that is bound by `keyValues` as $1 and $2. */
export const CLIENT_COLUMNS = `
  client.id, client.name, client.kind, client.sign_in_mode as "signInMode",
  client.association_id as "associationId", association.root_id as "rootId",
  array(select origin from client_origin where client_id = client.id) as origins`;
export const CLIENT_SOURCE = 'client join association on association.id = client.association_id';
export const CLIENT_OF_KEY = 'client.key_digest = $1 and client.key_mode = $2 and client.revoked_at is null';

const byKey = statement<IdentifiedClient>(
  'client-by-key',
  `select ${CLIENT_COLUMNS} from ${CLIENT_SOURCE} where ${CLIENT_OF_KEY}`,
);

/** Null for a key that is malformed, or made for the other realm mode. */
export const keyValues = (
  { settings }: Pick<Parts, 'settings'>,
  key: string,
): readonly [digest: Buffer, mode: string] | null =>
  readClientKey(key)?.mode === settings.realmMode ? [digest(key), settings.realmMode] : null;

/** Who holds this key. Null for a key that is malformed, unknown, revoked, or made for the other realm mode. */
export async function identifyClient(
  parts: Pick<Parts, 'db' | 'settings'>,
  key: string,
): Promise<IdentifiedClient | null> {
  const values = keyValues(parts, key);
  const [client] = values === null ? [] : await parts.db.read(byKey, values);
  return client ?? null;
}
