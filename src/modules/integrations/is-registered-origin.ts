import type { Database } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

const registered = statement<{ readonly found: boolean }>(
  'client-origin-registered',
  `select exists (
     select from client_origin join client on client.id = client_origin.client_id
     where client_origin.origin = $1 and client.revoked_at is null
   ) as found`,
);

/** Whether any client calls from here: a preflight names no client, so it is answered for all of them. */
export async function isRegisteredOrigin(db: Database, origin: string): Promise<boolean> {
  const [row] = await db.read(registered, [origin]);
  return row?.found ?? false;
}
