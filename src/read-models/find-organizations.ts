import { organizationColumns, type OrganizationFacts } from '../modules/organizations/index.ts';
import type { Context } from '../platform/context.ts';
import { statement, type Statement } from '../platform/database/statement.ts';
import { foundBetween, isWholeList, type NameWindow } from './keyset.ts';

type Search = string | null | undefined;
type Found = OrganizationFacts & { readonly searchKey: string };
type Order = 'asc' | 'desc';

/** What lies strictly between two places of the list. */
const BETWEEN = `association_id = $1 and (search_key, id) > ($2, $3::uuid) and (search_key, id) < ($4, $5::uuid)`;

const page = (name: string, source: string, order: Order, limit: string): Statement<Found> =>
  statement(
    name,
    `select ${organizationColumns('o')}, o.search_key as "searchKey" from ${source}
     order by o.search_key ${order}, o.id ${order} limit ${limit}`,
  );

const whole = (name: string, order: Order): Statement<Found> =>
  page(name, `organization o where ${BETWEEN}`, order, '$6');

/**
 * Names that start with $6, which is all before $7. Each language is read by its own index: those found by their
 * English name are set apart, or the whole list would be walked in search of them.
 */
const found = (name: string, order: Order): Statement<Found> =>
  page(
    name,
    `(
       (select id from organization
        where ${BETWEEN} and search_key >= $6 and search_key < $7
        order by search_key ${order}, id ${order} limit $8)
       union
       (select id from (
          select id, search_key, association_id from organization
          where association_id = $1 and search_key_en >= $6 and search_key_en < $7 offset 0
        ) english
        where ${BETWEEN}
        order by search_key ${order}, id ${order} limit $8)
     ) match join organization o on o.id = match.id`,
    order,
    '$8',
  );

export const readOrganizations = whole('organizations', 'asc');
export const readOrganizationsBackward = whole('organizations-backward', 'desc');
export const readFoundOrganizations = found('organizations-found', 'asc');
export const readFoundOrganizationsBackward = found('organizations-found-backward', 'desc');

const countAll = statement<{ total: number }>(
  'organizations-count',
  'select count(*)::int as total from organization where association_id = $1',
);
const countFound = statement<{ total: number }>(
  'organizations-count-found',
  `select count(*)::int as total from organization
   where association_id = $1
     and (search_key >= $2 and search_key < $3 or search_key_en >= $2 and search_key_en < $3)`,
);

/** A page of the organizations of an association, or of those whose name starts with a search in either language. */
export function findOrganizations(
  { db }: Pick<Context, 'db'>,
  associationId: string,
  { backward, between, rows }: NameWindow,
  search: Search,
): Promise<readonly Found[]> {
  if (isWholeList(search))
    return db.read(backward ? readOrganizationsBackward : readOrganizations, [
      associationId,
      ...between,
      rows,
    ]);

  const [from, , to] = foundBetween(search);
  const statement = backward ? readFoundOrganizationsBackward : readFoundOrganizations;
  return db.read(statement, [associationId, ...between, from, to, rows]);
}

export async function countOrganizations(
  { db }: Pick<Context, 'db'>,
  associationId: string,
  search: Search,
): Promise<number> {
  const [from, , to] = foundBetween(search);
  const [counted] = isWholeList(search)
    ? await db.read(countAll, [associationId])
    : await db.read(countFound, [associationId, from, to]);
  return counted?.total ?? 0;
}
