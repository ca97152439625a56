import type { Locale } from '../../kernel/locale.ts';
import type { Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { realmPagePath, TAKES_PASSWORD, type ClientPage } from './client-page.ts';

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
       and (client.sign_in_mode = 'DIRECT' or not $4)
     join client_page on client_page.client_id = client.id and client_page.page = $2 and client_page.locale = $3
   order by line.distance
   limit 1`,
);

/**
 * Where a link in an association's mail leads: to the page of the association's own client, else of the nearest body
 * above that has one, else to the realm's own page. A page on which a password is chosen counts only where the client
 * may take one. Nothing of it comes from a request.
 */
export const pageUrl = async (
  parts: Pick<Parts, 'db' | 'settings'>,
  associationId: string,
  page: ClientPage,
  locale: Locale,
): Promise<string> =>
  (await registeredPageUrl(parts, associationId, page, locale)) ??
  `${parts.settings.publicUrl}${realmPagePath(page, locale)}`;

/** The same, but for the realm's own page: null where no body of the line has one. */
export async function registeredPageUrl(
  { db }: Pick<Parts, 'db'>,
  associationId: string,
  page: ClientPage,
  locale: Locale,
): Promise<string | null> {
  const [found] = await db.read(nearest, [associationId, page, locale, TAKES_PASSWORD.includes(page)]);
  return found?.url ?? null;
}
