import { In } from 'typeorm';
import type { AccountId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { statement } from '../../platform/database/statement.ts';
import { AccountAddress, type AccountAddressFacts } from './account-address.type.ts';
import { AccountEntity } from './account.entity.ts';
import { EMAIL_CHANGE } from './email-secrets.ts';

const readAddresses = statement<AccountAddressFacts & { readonly accountId: string }>(
  'account-addresses',
  `select d.account_id as "accountId", d.address, d.is_primary as "primary", d.verified_at is not null as "verified",
     (select s.facts ->> 'address' from one_time_secret s
      where d.is_primary and s.subject_id = d.account_id and s.purpose = $2
        and s.used_at is null and s.replaced_at is null and s.expires_at > $3
      order by s.issued_at desc limit 1) as "pendingAddress"
   from account_address d where d.account_id = any ($1::uuid[])
   order by d.is_primary desc, d.added_at, d.id`,
);

export const accountById: Loader<string, AccountEntity | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.findBy(AccountEntity, { id: In(ids as AccountId[]) });
    const byId = new Map<string, AccountEntity>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);

export const addressesOfAccount: Loader<string, readonly AccountAddress[]> = defineLoader(addressesOf);

/** The addresses as they stand now, for answers to acts that changed them. */
export async function addressesOf(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  accountIds: readonly string[],
): Promise<AccountAddress[][]> {
  const rows = await db.read(readAddresses, [accountIds, EMAIL_CHANGE, clock.now()]);
  return accountIds.map(id => rows.filter(row => row.accountId === id).map(row => new AccountAddress(row)));
}
