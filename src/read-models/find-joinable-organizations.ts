import { wordQuery } from '../kernel/word-search.ts';
import { verifiedAddressesOf } from '../modules/accounts/index.ts';
import { domainOfAddress, letsInByDomain, type JoinableFacts } from '../modules/organizations/index.ts';
import type { Context } from '../platform/context.ts';
import { statement, type Statement } from '../platform/database/statement.ts';
import { pageWindow, type PageWindow } from '../platform/graphql/page-window.ts';
import { readSearch } from '../platform/graphql/search-text.ts';
import type { ConnectionArgs } from '../platform/graphql/connection.ts';
import { ORGANIZATION_WORDS } from './name-conditions.ts';
import { between } from './keyset.ts';

type Found = JoinableFacts & { readonly searchKey: string };

// Few have turned a way on: the list starts from them.
const WANTED = `
  from organization_joining j
  join organization o on o.id = j.organization_id
  cross join lateral (select ${letsInByDomain('$2::text[]', '$3')} as by_domain) way
  where o.association_id = $1 and o.merged_into_id is null and (j.accepts_requests or way.by_domain)
    and ($4::text is null or ${ORGANIZATION_WORDS} @@ $4::tsquery)`;

const page = (name: string, order: 'asc' | 'desc'): Statement<Found> =>
  statement(
    name,
    `select o.id, o.public_name_fr as "publicNameFr", o.public_name_en as "publicNameEn", o.search_key as "searchKey",
       j.accepts_requests as "acceptsRequests", way.by_domain as "byDomain" ${WANTED}
       and (o.search_key, o.id) > ($5, $6::uuid) and (o.search_key, o.id) < ($7, $8::uuid)
     order by o.search_key ${order}, o.id ${order} limit $9`,
  );
const forward = page('joinable-organizations', 'asc');
const backward = page('joinable-organizations-backward', 'desc');
const count = statement<{ readonly total: number }>(
  'joinable-organizations-count',
  `select count(*)::int as total ${WANTED}`,
);

export interface Joinable {
  readonly window: PageWindow;
  readonly rows: readonly Found[];
  readonly count: () => Promise<number>;
}

/** Those of an association that the signed-in person can find, because they are listed or by an address of theirs. */
export async function findJoinableOrganizations(
  context: Context,
  accountId: string,
  associationId: string,
  search: string | null | undefined,
  args: ConnectionArgs,
): Promise<Joinable> {
  const { db, clock } = context;
  const window = pageWindow(args, ['text', 'uuid']);
  const typed = readSearch(search);
  const addresses = await verifiedAddressesOf(context, accountId);
  const domains = addresses.map(({ normalized }) => domainOfAddress(normalized));
  const wanted = [associationId, domains, clock.now(), typed === '' ? null : wordQuery(typed)];
  const places = between('text', window.from, !window.backward);
  return {
    window,
    rows: await db.read(window.backward ? backward : forward, [...wanted, ...places, window.rows]),
    count: async () => (await db.read(count, wanted))[0]?.total ?? 0,
  };
}
