import { stopped } from '../../../kernel/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { displayNameOf, personById, type PersonEntity } from '../../people/index.ts';
import { DELEGATE_ROLES } from '../delegate-role.ts';
import { endRoles } from '../delegates/end-roles.ts';
import { grantDelegations } from '../grant-delegations.ts';
import { nameOf } from '../name-of.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { organizationById } from '../organization.loaders.ts';
import { tellPerson } from '../tell-person.ts';
import { handoverDone } from './principal-handover.mails.ts';
import { PrincipalHandoverNotFound } from './principal-handover.problems.ts';
import { STANDS, type PrincipalHandoverFacts } from './principal-handover.rows.ts';

/** An offer with all that it is about. */
export interface Handover {
  readonly handover: PrincipalHandoverFacts;
  readonly organization: OrganizationEntity;
  readonly from: PersonEntity;
  readonly to: PersonEntity;
}

export async function partiesOf(context: Context, handover: PrincipalHandoverFacts): Promise<Handover> {
  const [from, to, organization] = await Promise.all([
    context.load(personById, handover.fromPersonId),
    context.load(personById, handover.toPersonId),
    context.load(organizationById, handover.organizationId),
  ]);
  if (!from || !to || !organization)
    throw new Error('an offer names a person or an organization that is gone');
  return { handover, organization, from, to };
}

const claim = (name: string, accepted: 'null' | 'not null'): ReturnType<typeof statement<{ id: string }>> =>
  statement<{ id: string }>(
    name,
    `update principal_handover h set accepted_at = coalesce(h.accepted_at, $2), ended_at = $2, ended_why = 'DONE'
     where h.id = $1 and h.accepted_at is ${accepted} and ${STANDS} returning h.id`,
  );
const claimOffered = claim('principal-handover-claim', 'null');
const claimAccepted = claim('principal-handover-claim-accepted', 'not null');

/**
 * The one before ends and the new one begins at the same instant, and both are told. In a transaction that holds the
 * organization; of many who claim it, one gets it.
 */
export async function passOn(
  asked: Context,
  tx: Tx,
  { handover, organization, from, to }: Handover,
  { approved }: { readonly approved: boolean },
): Promise<void> {
  const context = { ...asked, clock: stopped(asked.clock) };
  const claimed = await within(tx, approved ? claimAccepted : claimOffered, [
    handover.id,
    context.clock.now(),
  ]);
  if (claimed.length === 0) refuse(new PrincipalHandoverNotFound());
  const { id: organizationId } = organization;
  const { remainingRoles } = handover;
  const leaving = DELEGATE_ROLES.filter(role => !remainingRoles.includes(role));
  await endRoles(context, tx, { organizationId, personId: from.id, roles: leaving });
  const grant = (
    { id: personId, accountId }: PersonEntity,
    roles: PrincipalHandoverFacts['remainingRoles'],
  ) =>
    grantDelegations(context, tx, {
      organizationId,
      personId,
      roles,
      ...(accountId === null ? {} : { accountId }),
    });
  await grant(to, ['PRINCIPAL']);
  await grant(from, remainingRoles);
  const names = { from: displayNameOf(from), to: displayNameOf(to) };
  for (const { id: personId } of [from, to])
    await tellPerson(context, tx, {
      personId,
      associationId: organization.associationId,
      letter: handoverDone,
      values: locale => ({ organization: nameOf(organization, locale), ...names }),
    });
}
