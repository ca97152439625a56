import type { Parts } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import type { DelegateRole } from './delegate-role.ts';
import { holdOrganization } from './hold-organization.ts';
import { endFallenOffers } from './principal/end-fallen-offers.ts';

export interface SuspendDelegations {
  readonly organizationId: string;
  readonly personId: string;
  readonly roles: readonly DelegateRole[];
}

const suspend = statement<{ readonly id: string }>(
  'delegation-suspend',
  `update delegation set suspended_at = $4
   where organization_id = $1 and person_id = $2 and role = any ($3)
     and suspended_at is null and from_at <= $4 and (to_at is null or to_at > $4)
   returning id`,
);

/** Takes the rights away and leaves the person on record: whoever they are, the association decides. Answers how many. */
export async function suspendDelegations(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  { organizationId, personId, roles }: SuspendDelegations,
): Promise<number> {
  await holdOrganization(tx, organizationId);
  const suspended = await within(tx, suspend, [organizationId, personId, roles, parts.clock.now()]);
  await endFallenOffers(parts, tx, [organizationId]);
  return suspended.length;
}
