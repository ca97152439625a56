import type { Database } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';

export interface Name {
  readonly fr: string;
  readonly en: string;
}

/** The names that an association may read of those whom its trail mentions, by their ids. */
export interface Known {
  readonly accounts: ReadonlyMap<string, string>;
  readonly records: ReadonlyMap<string, Name>;
}

/**
 * Whoever has an account is known to an association that has them on file, and so is its staff, which may be on file at
 * a body above. Somebody of another body who only passed through its site stays unnamed. An account that was joined to
 * another goes by the names of that one.
 */
const knownAccounts = statement<{ readonly accountId: string; readonly name: string }>(
  'audit-known-accounts',
  `with recursive above as (
     select id, parent_id from association where id = $1
     union all
     select a.id, a.parent_id from association a join above on a.id = above.parent_id
   ), used as (
     select id as asked, id, linked_into_id from account where id = any ($2)
     union all
     select used.asked, a.id, a.linked_into_id from account a join used on a.id = used.linked_into_id
   )
   select u.asked as "accountId", string_agg(p.given_name || ' ' || p.family_name, ' – ' order by p.id) as name
   from used u join person p on p.account_id = u.id
   where p.merged_into_id is null and (
     p.association_id = $1
     or (p.association_id in (select id from above) and not exists (
           select from person here where here.account_id = u.id and here.association_id = $1
             and here.merged_into_id is null)
         and exists (
           select from staff_assignment s
           where s.account_id = u.id and s.association_id in (select id from above))))
   group by u.asked`,
);

const knownRecords = statement<{ readonly id: string } & Name>(
  'audit-known-records',
  `select id, given_name || ' ' || family_name as fr, given_name || ' ' || family_name as en
   from person where id = any ($2) and association_id = $1
   union all
   select id, public_name_fr, public_name_en from organization where id = any ($2) and association_id = $1
   union all
   select id, name_fr, name_en from association where id = any ($2) and id = $1`,
);

/** In two statements for a whole page. */
export async function whoIsKnown(
  { db }: { readonly db: Database },
  associationId: string,
  {
    accountIds,
    recordIds,
  }: { readonly accountIds: readonly string[]; readonly recordIds: readonly string[] },
): Promise<Known> {
  const [accounts, records] = await Promise.all([
    db.read(knownAccounts, [associationId, accountIds]),
    db.read(knownRecords, [associationId, recordIds]),
  ]);
  return {
    accounts: new Map(accounts.map(({ accountId, name }) => [accountId, name])),
    records: new Map(records.map(({ id, fr, en }) => [id, { fr, en }])),
  };
}
