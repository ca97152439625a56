import { within, type Tx } from '../../platform/database/database.ts';
import { ServiceBusy } from '../../platform/graphql/faults.ts';
import { statement } from '../../platform/database/statement.ts';

const hold = statement<{ readonly mergedIntoId: string | null }>(
  'organizations-hold',
  `select merged_into_id as "mergedIntoId" from organization where id = any ($1::uuid[])
   order by id for no key update`,
);

/**
 * Acts that change who acts for an organization wait for each other here, before they touch anything else: two that
 * only meet in a constraint can deadlock. Rows that merely name the organization do not wait. Whoever waited for one
 * that was merged meanwhile asks again, and finds it gone.
 */
export async function holdOrganization(tx: Tx, organizationId: string): Promise<void> {
  await holdOrganizations(tx, [organizationId]);
}

/** The same for many, in one order for all: two acts on the same organizations wait for each other. */
export async function holdOrganizations(tx: Tx, organizationIds: readonly string[]): Promise<void> {
  if (organizationIds.length === 0) return;
  const held = await within(tx, hold, [organizationIds]);
  if (held.some(({ mergedIntoId }) => mergedIntoId !== null)) throw new ServiceBusy();
}
