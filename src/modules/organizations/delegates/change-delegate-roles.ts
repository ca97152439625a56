import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { DELEGATE_ROLES, type DelegateRole } from '../delegate-role.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { organizationFor } from '../organization-for.ts';
import { grantDelegations } from '../grant-delegations.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { endFallenOffers } from '../principal/end-fallen-offers.ts';
import { delegateOf, type DelegateFacts } from './delegate-of.ts';
import { tellDelegate } from './delegate.notices.ts';
import { endRoles } from './end-roles.ts';
import { judgeSuspended } from './judge-suspended.ts';

export interface ChangeDelegateRoles {
  readonly organizationId: string;
  readonly personId: string;
  /** All that the person is from now on. */
  readonly roles: readonly DelegateRole[];
  readonly idempotencyKey: string | undefined;
}

interface Wanted extends DelegateFacts {
  readonly organization: OrganizationEntity;
  readonly ending: readonly DelegateRole[];
  readonly beginning: readonly DelegateRole[];
}

/** Gives a delegate other roles from now on. Being principal is neither given nor taken here: it is handed over. */
export async function changeDelegateRoles(
  context: Context,
  { idempotencyKey: key, ...input }: ChangeDelegateRoles,
): Promise<void> {
  await actOnOrganization(
    context,
    asked => judge(asked, input),
    { operation: 'changeDelegateRoles', key, input },
    async (tx, { organization, person, roles, ending, beginning }) => {
      if (ending.length + beginning.length === 0) return;
      const of = { organizationId: organization.id, personId: person.id };
      // First what begins: between the two nobody is without a role.
      const accountId = person.accountId === null ? {} : { accountId: person.accountId };
      await grantDelegations(context, tx, { ...of, ...accountId, roles: beginning });
      await endRoles(context, tx, { ...of, roles: ending });
      await endFallenOffers(context, tx, [organization.id]);
      await tellDelegate(context, tx, { organization, person, roles: input.roles });
      await recordAudit(context, tx, {
        act: 'changeDelegateRoles',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        before: { personId: person.id, roles },
        after: { personId: person.id, roles: input.roles },
      });
    },
  );
}

async function judge(
  context: Context,
  { organizationId, personId, roles }: Omit<ChangeDelegateRoles, 'idempotencyKey'>,
): Promise<Wanted> {
  const organization = await organizationFor(context, organizationId, 'MANAGE_DELEGATES');
  const delegate = await delegateOf(context, organization.id, personId);
  await judgeSuspended(context, organization, delegate);
  const issues = new InputIssues(context.wording);
  if (roles.length === 0) issues.add('roles', InputIssueCode.REQUIRED, 'organizations.delegates.noRole');
  else if (roles.includes('PRINCIPAL') !== delegate.roles.includes('PRINCIPAL'))
    issues.add('roles', InputIssueCode.NOT_ALLOWED, 'organizations.delegates.principalIsHandedOver');
  issues.refuseIfAny();
  return {
    ...delegate,
    organization,
    ending: delegate.roles.filter(role => !roles.includes(role)),
    beginning: DELEGATE_ROLES.filter(role => roles.includes(role) && !delegate.roles.includes(role)),
  };
}
