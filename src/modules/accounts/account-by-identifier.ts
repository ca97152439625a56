import { readEmailAddress } from '../../kernel/email-address.ts';
import type { AccountId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { WHOLE_REALM } from './sign-in-identifier.entity.ts';
import { identifierKey } from './username.ts';

const find = statement<{ accountId: AccountId }>(
  'account-by-identifier',
  `select a.id as "accountId" from sign_in_identifier i join account a on a.id = i.account_id
   where i.association_id = $1 and (a.disabled_at is null or $4)
     and ((i.kind = 'USERNAME' and i.value = $2) or (i.kind = 'EMAIL' and i.value = $3 and ($4 or exists (
       select from account_address d
       where d.normalized = i.value and d.account_id = a.id and d.verified_at is not null))))`,
);

/** The account that the operator names by its username or a confirmed address; null when nobody has it, or it is closed. */
export async function accountByIdentifier(
  { db }: Pick<Parts, 'db'>,
  identifier: string,
  { evenClosed = false }: { readonly evenClosed?: boolean } = {},
): Promise<AccountId | null> {
  const key = identifierKey(identifier.trim());
  const address = readEmailAddress(identifier.trim())?.normalized ?? key;
  const [found] = await db.read(find, [WHOLE_REALM, key, address, evenClosed]);
  return found?.accountId ?? null;
}
