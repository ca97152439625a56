import type { Context, Parts } from '../../../platform/context.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';

const inForce = statement<{ accountId: string }>(
  'realm-administrators-in-force',
  `select account_id as "accountId" from realm_administrator
   where account_id = any ($1::uuid[]) and from_at <= $2 and (to_at is null or to_at > $2)`,
);

/** Those of the accounts that the operator made realm administrators. */
export const realmAdministratorsAmong = async (
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  accountIds: readonly string[],
): Promise<readonly string[]> =>
  (await db.read(inForce, [accountIds, clock.now()])).map(({ accountId }) => accountId);

/** Whether an account is one that the operator made a realm administrator, wherever it is signed in. */
export const administersRealm: Loader<string, boolean> = defineLoader(
  async (context, accountIds: readonly string[]) => {
    const found = await realmAdministratorsAmong(context, accountIds);
    return accountIds.map(id => found.includes(id));
  },
);

/**
 * Whether the signed-in person acts as a realm administrator in this request: through a tool, like staff, and in a live
 * realm with a second factor, like every administrator.
 */
export async function isRealmAdministrator(context: Context): Promise<boolean> {
  const { actor, client, settings } = context;
  if (actor === null || client?.kind !== 'SECRET') return false;
  if (settings.realmMode === 'LIVE' && actor.factorAt === null) return false;
  return context.load(administersRealm, actor.accountId);
}
