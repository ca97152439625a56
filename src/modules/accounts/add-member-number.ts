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

const addMany = statement(
  'member-numbers-add',
  `insert into sign_in_identifier (kind, association_id, value, account_id)
   select distinct on (n."associationId", n.value) 'MEMBER_NUMBER', n."associationId", n.value, n."accountId"
   from jsonb_to_recordset($1) as n("accountId" uuid, "associationId" uuid, value text)
   on conflict do nothing`,
);

/** The same for many: a number that signs in to another account stays with that one. */
export async function addMemberNumbers(tx: Tx, numbers: readonly MemberNumber[]): Promise<void> {
  if (numbers.length === 0) return;
  const rows = numbers.map(({ memberNumber, ...whose }) => ({
    ...whose,
    value: identifierKey(memberNumber.trim()),
  }));
  await within(tx, addMany, [JSON.stringify(rows)]);
}
