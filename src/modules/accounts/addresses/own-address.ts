import { fromPublicId } from '../../../kernel/id.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { EmailAddressNotFound } from './address.problems.ts';

export interface HeldAddress {
  readonly id: string;
  readonly address: string;
  readonly normalized: string;
  readonly isPrimary: boolean;
  readonly verified: boolean;
}

const find = statement<HeldAddress>(
  'own-address-find',
  `select id, address, normalized, is_primary as "isPrimary", verified_at is not null as verified
   from account_address where id = $1 and account_id = $2`,
);

/** One of the account's own by its public id, as it is now. Whoever calls holds the account, so that it stays so. */
export async function ownAddress(tx: Tx, accountId: string, publicId: string): Promise<HeldAddress> {
  const [found] = await within(tx, find, [fromPublicId('AccountAddress', publicId), accountId]);
  return found ?? refuse(new EmailAddressNotFound());
}
