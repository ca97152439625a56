import { readEmailAddress } from '../../kernel/email-address.ts';
import type { AccountId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { WHOLE_REALM } from './sign-in-identifier.entity.ts';
import { identifierKey } from './username.ts';

const find = statement<{ accountId: AccountId }>(
  'account-by-identifier',
  `select a.id as "accountId" from sign_in_identifier i join account a on a.id = i.account_id
   where i.association_id = $1
     and (i.kind = 'USERNAME' and i.value = $2 or i.kind = 'EMAIL' and i.value = $3)
     and ($4 or a.disabled_at is null and exists (
       select from account_address d
       where d.account_id = a.id and d.verified_at is not null and (i.kind = 'USERNAME' or d.normalized = i.value)))`,
);

/**
 * The account that the operator trusts, by its username or a confirmed address. Null when nobody has it, when it is
 * closed, or when it has confirmed no address at all: whoever reads a mailbox that a file names could recover it.
 */
export async function accountByIdentifier(
  { db }: Pick<Parts, 'db'>,
  identifier: string,
  { toDismiss = false }: { readonly toDismiss?: boolean } = {},
): Promise<AccountId | null> {
  const key = identifierKey(identifier.trim());
  const address = readEmailAddress(identifier.trim())?.normalized ?? key;
  const [found] = await db.read(find, [WHOLE_REALM, key, address, toDismiss]);
  return found?.accountId ?? null;
}
