import type { Parts } from '../context.ts';
import { within, type Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';

const withdraw = statement<{ readonly id: string }>(
  'mails-withdraw',
  `update mail set state = 'CANCELLED', sealed_secret = null, claimed_until = null, settled_at = $3
   where (person_id = any ($1::uuid[]) or account_id = $2) and state in ('QUEUED', 'DEFERRED') returning id`,
);

/** Takes back whatever waits to be sent to these persons, and to this account; answers how many mails that were. */
export async function withdrawMails(
  { clock }: Pick<Parts, 'clock'>,
  tx: Tx,
  { personIds, accountId }: { readonly personIds: readonly string[]; readonly accountId: string | null },
): Promise<number> {
  return (await within(tx, withdraw, [personIds, accountId, clock.now()])).length;
}
