import type { Context } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { clientOf } from './actor-of.ts';

const signInName = statement<{ readonly name: string | null }>(
  'account-sign-in-name',
  `select coalesce(a.username,
     (select d.address from account_address d where d.account_id = a.id order by d.is_primary desc, d.added_at limit 1),
     (select upper(i.value) from sign_in_identifier i join association b on b.id = i.association_id
      where i.account_id = a.id and i.kind = 'MEMBER_NUMBER' and b.root_id = $2 order by i.value limit 1)) as name
   from account a where a.id = $1`,
);

/**
 * By what apps and devices tell the account from others: its username, else its address, else, for people without one,
 * a member number of the calling client's tree.
 */
export async function signInNameOf(context: Context, accountId: string): Promise<string> {
  const [found] = await context.db.read(signInName, [accountId, clientOf(context).rootId]);
  return found?.name ?? '';
}
