import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import { personsOfActor } from '../../people/index.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { organizationFor } from '../organization-for.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { endFallenOffers } from '../principal/end-fallen-offers.ts';
import { delegateOf, type DelegateFacts } from './delegate-of.ts';
import { tellDelegate } from './delegate.notices.ts';
import { PrincipalStays } from './delegate.problems.ts';
import { endRoles } from './end-roles.ts';
import { judgeSuspended } from './judge-suspended.ts';

export interface RemoveDelegate {
  readonly organizationId: string;
  readonly personId: string;
  readonly idempotencyKey: string | undefined;
}

/** Ends every role of a delegate; anybody may leave by themselves. The principal hands over first. */
export async function removeDelegate(
  context: Context,
  { idempotencyKey: key, ...input }: RemoveDelegate,
): Promise<void> {
  await actOnOrganization(
    context,
    asked => judge(asked, input),
    { operation: 'removeDelegate', key, input },
    async (tx, { organization, person, roles }) => {
      await endRoles(context, tx, { organizationId: organization.id, personId: person.id, roles });
      await endFallenOffers(context, tx, [organization.id]);
      await tellDelegate(context, tx, { organization, person, roles: [] });
      await recordAudit(context, tx, {
        act: 'removeDelegate',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        before: { personId: person.id, roles },
        after: { personId: person.id, roles: [] },
      });
    },
  );
}

async function judge(
  context: Context,
  { organizationId, personId }: Omit<RemoveDelegate, 'idempotencyKey'>,
): Promise<DelegateFacts & { readonly organization: OrganizationEntity }> {
  const own = (await personsOfActor(context)).some(({ id }) => id === fromPublicId('Person', personId));
  const organization = await organizationFor(context, organizationId, own ? 'READ' : 'MANAGE_DELEGATES');
  const delegate = await delegateOf(context, organization.id, personId);
  if (!own) await judgeSuspended(context, organization, delegate);
  if (delegate.roles.includes('PRINCIPAL')) refuse(new PrincipalStays());
  return { ...delegate, organization };
}
