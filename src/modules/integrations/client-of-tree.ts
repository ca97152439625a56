import type { ClientId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { clientForProvider, type ProviderClient } from './client-for-provider.ts';

const first = statement<{ id: ClientId }>(
  'client-of-tree',
  `select c.id from client c join association a on a.id = c.association_id
   where a.root_id = $1 and c.key_mode = $2 and c.revoked_at is null
   order by c.kind = 'SECRET', a.id <> a.root_id, c.registered_at, c.id limit 1`,
);

/** A site of the tree, for what the realm's own pages do on behalf of the tree and of no site in particular. */
export async function clientOfTree(
  parts: Pick<Parts, 'db' | 'settings' | 'clock'>,
  rootId: string,
): Promise<ProviderClient | null> {
  const [found] = await parts.db.read(first, [rootId, parts.settings.realmMode]);
  return found ? await clientForProvider(parts, found.id) : null;
}
