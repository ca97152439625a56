import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { InputIssue, InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import { refuse } from '../../platform/problem.ts';
import { UsernameTaken } from './account.problems.ts';
import { WHOLE_REALM } from './sign-in-identifier.entity.ts';
import {
  identifierKey,
  LONGEST_USERNAME,
  SHORTEST_USERNAME,
  similarUsernames,
  usernameFault,
  type UsernameFault,
} from './username.ts';

const CODES: Record<UsernameFault, InputIssueCode> = {
  REQUIRED: InputIssueCode.REQUIRED,
  TOO_SHORT: InputIssueCode.TOO_SHORT,
  TOO_LONG: InputIssueCode.TOO_LONG,
  UNSEEN: InputIssueCode.BAD_FORMAT,
  SPACE_AT_EDGE: InputIssueCode.BAD_FORMAT,
  AT_SIGN: InputIssueCode.NOT_ALLOWED,
  DIGITS_ONLY: InputIssueCode.NOT_ALLOWED,
};

const SUGGESTIONS = 3;

const take = statement<{ value: string }>(
  'username-take',
  `insert into sign_in_identifier (kind, association_id, value, account_id) values ('USERNAME', $1, $2, $3)
   on conflict do nothing returning value`,
);

const takenOf = statement<{ value: string }>(
  'username-taken-of',
  `select value from sign_in_identifier where kind = 'USERNAME' and association_id = $1 and value = any ($2)`,
);

/** What is wrong with a username that somebody chose, or with choosing none where one is asked for. */
export function judgeUsername(
  { wording }: Pick<Context, 'wording'>,
  username: string | null,
  { asksUsername }: { readonly asksUsername: boolean },
): InputIssue[] {
  const fault = username === null && !asksUsername ? null : usernameFault(username ?? '');
  if (fault === null) return [];
  const message = wording.of(`accounts.usernameFault.${fault}`, {
    min: SHORTEST_USERNAME,
    max: LONGEST_USERNAME,
  });
  return [new InputIssue({ path: ['input', 'username'], code: CODES[fault], message })];
}

/** Gives the username to the account, or refuses with similar ones that are free. */
export async function takeUsername(
  { random }: Pick<Context, 'random'>,
  tx: Tx,
  accountId: string,
  username: string,
): Promise<void> {
  const [taken] = await within(tx, take, [WHOLE_REALM, identifierKey(username), accountId]);
  if (taken) return;

  const similar = similarUsernames(username, random);
  const rows = await within(tx, takenOf, [WHOLE_REALM, similar.map(identifierKey)]);
  const others = new Set(rows.map(row => row.value));
  refuse(new UsernameTaken(similar.filter(name => !others.has(identifierKey(name))).slice(0, SUGGESTIONS)));
}
