import { fromPublicId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { displayNameOf, personById, personsOfActor, type PersonEntity } from '../../people/index.ts';
import { endRoles } from '../delegates/end-roles.ts';
import { grantDelegations } from '../grant-delegations.ts';
import { holdOrganization } from '../hold-organization.ts';
import { nameOf } from '../name-of.ts';
import { organizationById } from '../organization.loaders.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { tellPerson } from '../tell-person.ts';
import { handoverDone } from './principal-handover.mails.ts';
import { PrincipalHandoverNotFound } from './principal-handover.problems.ts';
import { principalHandoverById, STANDS, type PrincipalHandoverFacts } from './principal-handover.rows.ts';

export interface AcceptPrincipalHandover {
  readonly handoverId: string;
  readonly idempotencyKey: string | undefined;
}

interface Accepted {
  readonly handover: PrincipalHandoverFacts;
  readonly organization: OrganizationEntity;
  readonly from: PersonEntity;
  readonly to: PersonEntity;
}

const claim = statement<{ readonly id: string }>(
  'principal-handover-claim',
  `update principal_handover h set ended_at = $2, ended_why = 'DONE' where h.id = $1 and ${STANDS} returning h.id`,
);

/** Takes over as principal: the one before ends and the new one begins at the same instant. Answers the organization. */
export async function acceptPrincipalHandover(
  context: Context,
  { idempotencyKey: key, ...input }: AcceptPrincipalHandover,
): Promise<{ readonly organizationId: string }> {
  return onceAfter(
    context,
    () => judge(context, input.handoverId),
    { operation: 'acceptPrincipalHandover', key, input },
    async (tx, accepted) => {
      const { handover, organization } = accepted;
      await holdOrganization(tx, organization.id);
      const claimed = await within(tx, claim, [handover.id, context.clock.now()]);
      if (claimed.length === 0) refuse(new PrincipalHandoverNotFound());
      await passOn(context, tx, accepted);
      await tellBoth(context, tx, accepted);
      await recordAudit(context, tx, {
        act: 'acceptPrincipalHandover',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        before: { principalPersonId: handover.fromPersonId },
        after: { handoverId: handover.id, principalPersonId: handover.toPersonId },
      });
      return { organizationId: organization.id };
    },
  );
}

async function judge(context: Context, publicId: string): Promise<Accepted> {
  const id = fromPublicId('PrincipalHandover', publicId);
  const handover = id && (await context.load(principalHandoverById, id));
  if (!handover) refuse(new PrincipalHandoverNotFound());
  const to = (await personsOfActor(context)).find(person => person.id === handover.toPersonId);
  if (!to) refuse(new PrincipalHandoverNotFound());
  const [from, organization] = await Promise.all([
    context.load(personById, handover.fromPersonId),
    context.load(organizationById, handover.organizationId),
  ]);
  if (!from || !organization) throw new Error('an offer names a person or an organization that is gone');
  return { handover, organization, from, to };
}

async function passOn(
  context: Context,
  tx: Tx,
  { handover, organization, from, to }: Accepted,
): Promise<void> {
  const { id: organizationId } = organization;
  const accountOf = ({ accountId }: PersonEntity): { readonly accountId?: string } =>
    accountId === null ? {} : { accountId };
  await endRoles(context, tx, { organizationId, personId: from.id, roles: ['PRINCIPAL'] });
  await grantDelegations(context, tx, {
    organizationId,
    personId: to.id,
    roles: ['PRINCIPAL'],
    ...accountOf(to),
  });
  await grantDelegations(context, tx, {
    organizationId,
    personId: from.id,
    roles: handover.remainingRoles,
    ...accountOf(from),
  });
}

async function tellBoth(context: Context, tx: Tx, { organization, from, to }: Accepted): Promise<void> {
  const names = { from: displayNameOf(from), to: displayNameOf(to) };
  for (const { id: personId } of [from, to])
    await tellPerson(context, tx, {
      personId,
      associationId: organization.associationId,
      letter: handoverDone,
      values: locale => ({ organization: nameOf(organization, locale), ...names }),
    });
}
