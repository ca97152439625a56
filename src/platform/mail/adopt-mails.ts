import { within, type Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';

const adopt = statement('mail-adopt', 'update mail set account_id = $2 where account_id = $1');

/** What was mailed to one account is the other's to see, and to have sent again. */
export const adoptMails = (
  tx: Tx,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<unknown> => within(tx, adopt, [from, to]);
