import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { WHOLE_REALM } from './sign-in-identifier.entity.ts';

const drop = statement<{ normalized: string }>(
  'primary-address-drop',
  'delete from account_address where account_id = $1 and is_primary returning normalized',
);

const dropIdentifier = statement(
  'primary-address-drop-identifier',
  `delete from sign_in_identifier where kind = 'EMAIL' and association_id = $1 and value = $2 and account_id = $3`,
);

const make = statement('primary-address-make', 'update account_address set is_primary = true where id = $1');

const dismiss = statement(
  'primary-address-dismiss',
  'update account_address set is_primary = false where account_id = $1 and is_primary',
);

/** The address signs in no more. */
export const dropEmailIdentifier = (tx: Tx, accountId: string, normalized: string): Promise<unknown> =>
  within(tx, dropIdentifier, [WHOLE_REALM, normalized, accountId]);

/** The address is the account's no more: nothing is mailed to it, and it does not sign in. */
export async function dropPrimaryAddress(tx: Tx, accountId: string): Promise<void> {
  const [dropped] = await within(tx, drop, [accountId]);
  if (dropped) await dropEmailIdentifier(tx, accountId, dropped.normalized);
}

/** Mails go there from here on. The account must have no primary address, or this one. */
export const makePrimaryAddress = (tx: Tx, addressId: string): Promise<unknown> =>
  within(tx, make, [addressId]);

/** The address stays the account's; mails no longer go there. */
export const dismissPrimaryAddress = (tx: Tx, accountId: string): Promise<unknown> =>
  within(tx, dismiss, [accountId]);
