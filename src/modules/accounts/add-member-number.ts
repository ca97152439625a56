import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { identifierKey } from './username.ts';

export interface MemberNumber {
  readonly accountId: string;
  readonly associationId: string;
  readonly memberNumber: string;
}

const add = statement<{ account_id: string }>(
  'member-number-add',
  `insert into sign_in_identifier as known (kind, association_id, value, account_id)
   values ('MEMBER_NUMBER', $1, $2, $3)
   on conflict (kind, association_id, value) do update set account_id = known.account_id
   returning account_id`,
);

/** Lets an account sign in with its member number. A number that signs in to another account stays with that one. */
export async function addMemberNumber(
  tx: Tx,
  { accountId, associationId, memberNumber }: MemberNumber,
): Promise<'ADDED' | 'HELD_BY_ANOTHER'> {
  const [row] = await within(tx, add, [associationId, identifierKey(memberNumber.trim()), accountId]);
  return row?.account_id === accountId ? 'ADDED' : 'HELD_BY_ANOTHER';
}
