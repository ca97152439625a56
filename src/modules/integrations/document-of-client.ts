import type { Database } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

const byDigest = statement<{ readonly text: string }>(
  'client-document',
  'select text from client_document where client_id = $1 and sha256 = $2',
);

/** A document that the client registered as its own; null where it has none with this digest. */
export async function documentOfClient(
  db: Database,
  clientId: string,
  sha256: string,
): Promise<string | null> {
  const [document] = await db.read(byDigest, [clientId, sha256]);
  return document?.text ?? null;
}
