import type { Context } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { administersRealm, isRealmAdministrator } from './realm-administrators/administers-realm.ts';
import { hasRoleFor } from './staff-rights.ts';

// Of all trees: an account is one over the whole realm.
const bodiesOfStaff = statement<{ associationId: string }>(
  'staff-bodies-of-account',
  `select distinct association_id as "associationId" from staff_assignment
   where account_id = $1 and (to_at is null or to_at > $2)`,
);

/**
 * Whether an account has rights that the signed-in person does not administer: as staff of a body out of their reach,
 * in this tree or another, or as a realm administrator. A realm administrator administers them all.
 */
export async function hasRightsElsewhere(context: Context, accountId: string): Promise<boolean> {
  if (await isRealmAdministrator(context)) return false;
  if (await context.load(administersRealm, accountId)) return true;
  for (const { associationId } of await context.db.read(bodiesOfStaff, [accountId, context.clock.now()]))
    if (!(await hasRoleFor(context, 'HELP_HOLDER', associationId))) return true;
  return false;
}
