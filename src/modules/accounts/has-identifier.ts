import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

const identifiers = statement<{ readonly kind: string }>(
  'account-identifiers',
  'select kind from sign_in_identifier where account_id = $1 limit 1',
);

/** Whether anything signs in to the account: a username, an address or a member number. */
export const hasIdentifier = async (tx: Tx, accountId: string): Promise<boolean> =>
  (await within(tx, identifiers, [accountId])).length > 0;
