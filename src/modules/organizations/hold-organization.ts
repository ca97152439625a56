import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

const hold = statement('organization-hold', 'select from organization where id = $1 for no key update');

/**
 * Acts that change who acts for an organization wait for each other here, before they touch anything else: two that
 * only meet in a constraint can deadlock. Rows that merely name the organization do not wait.
 */
export async function holdOrganization(tx: Tx, organizationId: string): Promise<void> {
  await within(tx, hold, [organizationId]);
}
