import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { holdOrganization } from '../hold-organization.ts';
import { endFallenOffers } from './end-fallen-offers.ts';

const suspend = statement<{ readonly personId: string }>(
  'principal-suspend',
  `update delegation set suspended_at = coalesce(suspended_at, $2)
   where organization_id = $1 and role = 'PRINCIPAL' and from_at <= $2 and (to_at is null or to_at > $2)
   returning person_id as "personId"`,
);

/**
 * The principal stays of record without rights, and what they offered is over. Answers who it is; null where there is
 * none.
 */
export async function suspendPrincipal(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  organizationId: string,
): Promise<string | null> {
  await holdOrganization(tx, organizationId);
  const [suspended] = await within(tx, suspend, [organizationId, parts.clock.now()]);
  await endFallenOffers(parts, tx, [organizationId]);
  return suspended?.personId ?? null;
}
