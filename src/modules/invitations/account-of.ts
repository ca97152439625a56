import type { Context } from '../../platform/context.ts';
import { Account, accountById } from '../accounts/index.ts';

/** The view of the account that accepted, for whoever is signed in to it. */
export async function accountOf(context: Context, accountId: string): Promise<Account> {
  const account = await context.load(accountById, accountId);
  if (!account) throw new Error('the account that accepted is gone');
  return new Account(account);
}
