import { stopped } from '../../kernel/clock.ts';
import { newId, type OrganizationId, type PersonId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { violates } from '../../platform/database/violation.ts';
import { refuse } from '../../platform/problem.ts';
import { recordHolding } from '../accounts/index.ts';
import type { DelegateRole } from './delegate-role.ts';
import { ONE_PRINCIPAL } from './delegation.entity.ts';
import { OrganizationEntity } from './organization.entity.ts';
import { endFallenOffers } from './principal/end-fallen-offers.ts';
import { DelegationTaken } from './organization.problems.ts';

export interface GrantDelegations {
  readonly organizationId: string;
  readonly personId: string;
  readonly roles: readonly DelegateRole[];
  /** The person's account, which then holds something in the association. */
  readonly accountId?: string;
}

/** A role that the person has already stays as it is; a principal other than the person is a violation. */
const grant = statement<{ id: string }>(
  'delegation-grant',
  `insert into delegation (id, organization_id, person_id, role, from_at)
   values ($1, $2, $3, $4, $5)
   on conflict on constraint delegation_once do nothing
   returning id`,
);

// Of record until now, at the same instant, so that the organization never stands without one.
const endSuspendedPrincipal = statement(
  'delegation-end-suspended-principal',
  `update delegation set to_at = $2
   where organization_id = $1 and role = 'PRINCIPAL' and suspended_at is not null
     and from_at <= $2 and (to_at is null or to_at > $2)`,
);

/**
 * Gives a person roles for an organization from now on. Refuses with `DelegationTaken` while somebody else is
 * principal: of many who claim it at once, the exclusion constraint lets one through. A principal whose rights are
 * suspended makes room.
 */
export async function grantDelegations(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  { organizationId, personId, roles, accountId }: GrantDelegations,
): Promise<void> {
  // Rivals wait for each other here: two inserts that only meet in an exclusion constraint can deadlock. Rows that
  // merely name the organization, such as a list of invitations, do not wait.
  const organization = await tx.findOneOrFail(OrganizationEntity, {
    where: { id: organizationId as OrganizationId },
    lock: { mode: 'for_no_key_update' },
  });
  const context = { ...parts, clock: stopped(parts.clock) };
  await endFallenOffers(context, tx, [organization.id]);
  if (roles.includes('PRINCIPAL'))
    await within(tx, endSuspendedPrincipal, [organization.id, context.clock.now()]);
  for (const role of roles) {
    const delegationId = await grantOne(context, tx, organization, personId as PersonId, role);
    if (delegationId === null || accountId === undefined) continue;
    await recordHolding(context, tx, {
      accountId,
      associationId: organization.associationId,
      kind: 'DELEGATION',
      subjectId: delegationId,
    });
  }
}

async function grantOne(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  organization: OrganizationEntity,
  personId: PersonId,
  role: DelegateRole,
): Promise<string | null> {
  try {
    const id = newId<'Delegation'>(clock, random);
    const rows = await within(tx, grant, [id, organization.id, personId, role, clock.now()]);
    return rows[0]?.id ?? null;
  } catch (error) {
    if (violates(error, ONE_PRINCIPAL)) refuse(new DelegationTaken());
    throw error;
  }
}
