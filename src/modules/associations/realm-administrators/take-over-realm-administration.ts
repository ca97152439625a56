import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';

const take = statement(
  'realm-administration-take-over',
  `insert into realm_administrator (account_id, from_at, to_at, by_whom)
   select $2, from_at, to_at, by_whom from realm_administrator where account_id = $1
   on conflict (account_id) do update
     set from_at = excluded.from_at, to_at = excluded.to_at, by_whom = excluded.by_whom
     where realm_administrator.to_at is not null`,
);

const drop = statement<{ id: string }>(
  'realm-administration-drop',
  'delete from realm_administrator where account_id = $1 returning account_id as id',
);

/** Gives what the operator entrusted one account with to another of the same person. */
export async function takeOverRealmAdministration(
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ readonly realmAdministrations: number }> {
  await within(tx, take, [from, to]);
  return { realmAdministrations: (await within(tx, drop, [from])).length };
}
