import { toPublicId, type OrganizationId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { AlreadyDelegate, askOrganization, FormerDelegate, viewOrganization } from './joining.problems.ts';

interface Newcomer {
  readonly organizationId: OrganizationId;
  readonly personId: string;
  /** Nobody lets them in: whoever was removed does not come back this way. */
  readonly byThemselves: boolean;
}

const standing = statement<{ readonly now: boolean }>(
  'joining-standing',
  `select from_at <= $3 and (to_at is null or to_at > $3) as now
   from delegation where organization_id = $1 and person_id in (
     select p.id from person p where p.id = $2 or p.account_id = (select account_id from person where id = $2))`,
);

/**
 * Refuses whoever is a delegate of record, suspended or not, and whoever was one where they join by themselves; by
 * whichever of the records of their account.
 */
export async function demandNewcomer(
  { clock }: Pick<Parts, 'clock'>,
  tx: Tx,
  { organizationId, personId, byThemselves }: Newcomer,
): Promise<void> {
  const held = await within(tx, standing, [organizationId, personId, clock.now()]);
  if (held.some(({ now }) => now))
    refuse(new AlreadyDelegate(viewOrganization(toPublicId('Organization', organizationId))));
  if (byThemselves && held.length > 0) refuse(new FormerDelegate(askOrganization()));
}
