import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { endHolding } from '../../accounts/index.ts';
import type { DelegateRole } from '../delegate-role.ts';

export interface EndRoles {
  readonly organizationId: string;
  readonly personId: string;
  readonly roles: readonly DelegateRole[];
}

const end = statement<{ readonly id: string; readonly accountId: string | null }>(
  'delegation-end',
  `update delegation d set to_at = $4
   from person p
   where d.organization_id = $1 and d.person_id = $2 and d.role = any ($3) and p.id = d.person_id
     and d.from_at <= $4 and (d.to_at is null or d.to_at > $4)
   returning d.id, p.account_id as "accountId"`,
);

/** Ends roles of a person now; what was stays on record. */
export async function endRoles(
  context: Pick<Parts, 'clock'>,
  tx: Tx,
  { organizationId, personId, roles }: EndRoles,
): Promise<void> {
  const ended = await within(tx, end, [organizationId, personId, roles, context.clock.now()]);
  for (const { id, accountId } of ended)
    if (accountId !== null) await endHolding(context, tx, { accountId, kind: 'DELEGATION', subjectId: id });
}
