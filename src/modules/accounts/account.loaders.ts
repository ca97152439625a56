import { In } from 'typeorm';
import type { AccountId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { statement } from '../../platform/database/statement.ts';
import { ADDRESS_ORDER, addressRows } from './account-address.rows.ts';
import { AccountAddress, type AccountAddressFacts } from './account-address.type.ts';
import { AccountEntity } from './account.entity.ts';
import { EMAIL_CHANGE } from './email-secrets.ts';

const readAddresses = statement<AccountAddressFacts & { readonly accountId: string }>(
  'account-addresses',
  `${addressRows({ accounts: '= any ($1::uuid[])', emailChange: '$2', now: '$3' })} order by ${ADDRESS_ORDER}`,
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
