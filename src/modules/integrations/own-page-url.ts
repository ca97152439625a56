import type { Locale } from '../../kernel/locale.ts';
import type { Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import type { ClientPage } from './client-page.ts';

const ofClient = statement<{ readonly url: string }>(
  'client-page-own',
  'select url from client_page where client_id = $1 and page = $2 and locale = $3',
);

/** A page of one client's own, to which somebody comes back; null where it has registered none. */
export async function ownPageUrl(
  { db }: Pick<Parts, 'db'>,
  clientId: string,
  page: ClientPage,
  locale: Locale,
): Promise<string | null> {
  const [found] = await db.read(ofClient, [clientId, page, locale]);
  return found?.url ?? null;
}
