import type { Locale } from '../../kernel/locale.ts';
import type { Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { realmPagePath, type ClientPage } from './client-page.ts';

const nearest = statement<{ readonly url: string }>(
  'client-page-nearest',
  `with recursive line as (
     select id, parent_id, pages_client_id, 0 as distance from association where id = $1
     union all
     select up.id, up.parent_id, up.pages_client_id, line.distance + 1
     from association up join line on up.id = line.parent_id
   )
   select client_page.url
   from line
     join client on client.id = line.pages_client_id and client.revoked_at is null
     join client_page on client_page.client_id = client.id and client_page.page = $2 and client_page.locale = $3
   order by line.distance
   limit 1`,
);

/**
 * Where a link in an association's mail leads: to the page of the association's own client, else of the nearest body
 * above that has one, else to the realm's own page. Nothing of it comes from a request.
 */
export async function pageUrl(
  { db, settings }: Pick<Parts, 'db' | 'settings'>,
  associationId: string,
  page: ClientPage,
  locale: Locale,
): Promise<string> {
  const [found] = await db.read(nearest, [associationId, page, locale]);
  return found?.url ?? `${settings.publicUrl}${realmPagePath(page, locale)}`;
}
