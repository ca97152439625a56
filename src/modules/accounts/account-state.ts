import type { AccountId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { Unauthenticated } from '../../platform/graphql/faults.ts';
import type { AccountKind } from './account.enums.ts';
import { addressesOf } from './account.loaders.ts';
import { Account } from './account.type.ts';
import { actorOf } from './actor-of.ts';

export interface AccountRow {
  readonly id: AccountId;
  readonly kind: AccountKind;
  readonly username: string | null;
  readonly locale: Locale;
  readonly passwordHash: string | null;
  readonly disabledAt: Date | null;
}

const columns = `id, kind, username, locale, password_hash as "passwordHash", disabled_at as "disabledAt"`;

const readAccount = statement<AccountRow>('account-read', `select ${columns} from account where id = $1`);
const lockAccount = statement<AccountRow>(
  'account-lock',
  `select ${columns} from account where id = $1 for no key update`,
);
const holdPassword = statement<{ readonly id: string }>(
  'account-hold-password',
  'select id from account where id = $1 and password_hash = $2 and disabled_at is null for share',
);

const holdOpen = statement<{ readonly id: string }>(
  'account-hold-open',
  'select id from account where id = $1 and disabled_at is null for share',
);

/** As it stands now, past the loaders: an act must not judge by what the request read before. */
export async function readAccountNow({ db }: Pick<Context, 'db'>, accountId: string): Promise<AccountRow> {
  const [row] = await db.read(readAccount, [accountId]);
  if (!row) throw new Error('the account of a session is gone');
  return row;
}

/** As it stands, and until the transaction ends nobody else changes it. It comes before its sessions and secrets. */
export async function holdAccount(tx: Tx, accountId: string): Promise<AccountRow> {
  const [row] = await within(tx, lockAccount, [accountId]);
  if (!row) throw new Error('the account of a session is gone');
  return row;
}

/** The signed-in person's own, which another act may have closed since the request began. */
export async function holdOwnAccount(context: Pick<Context, 'actor'>, tx: Tx): Promise<AccountRow> {
  const account = await holdAccount(tx, actorOf(context).accountId);
  if (account.disabledAt !== null) throw new Unauthenticated('TOKEN');
  return account;
}

/**
 * Whether the password that was judged before is still the account's. Until the transaction ends it stays so: what
 * a change of the password ends must not begin beside that change.
 */
export async function passwordHolds(
  tx: Tx,
  { id, passwordHash }: { readonly id: string; readonly passwordHash: string | null },
): Promise<boolean> {
  return (await within(tx, holdPassword, [id, passwordHash])).length === 1;
}

/** Whether the account may be signed in to. Until the transaction ends, neither that nor its password changes. */
export const accountIsOpen = async (tx: Tx, accountId: string): Promise<boolean> =>
  (await within(tx, holdOpen, [accountId])).length === 1;

/** The view of an account after an act, with its addresses as they are now. */
export async function accountAfter(context: Context, accountId: string): Promise<Account> {
  const row = await readAccountNow(context, accountId);
  const [addresses = []] = await addressesOf(context, [accountId]);
  return new Account({ ...row, addresses });
}
