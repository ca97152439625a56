import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { ruleFor } from '../organization-for.ts';
import { readEmailDomain } from './email-domain.ts';
import { OrganizationDomainNotFound } from './joining.problems.ts';

export interface EndOrganizationDomain {
  readonly organizationId: string;
  readonly domain: string;
  readonly idempotencyKey: string | undefined;
}

const end = statement<{ readonly id: string }>(
  'organization-domain-end',
  `update organization_domain set ended_at = $3
   where organization_id = $1 and domain = $2 and ended_at is null returning id`,
);

/** From now on nobody joins by this e-mail domain. Whoever has joined by it stays. */
export async function endOrganizationDomain(
  context: Context,
  { idempotencyKey: key, ...input }: EndOrganizationDomain,
): Promise<void> {
  await actOnOrganization(
    context,
    ruleFor(input.organizationId, 'MANAGE_DELEGATES'),
    { operation: 'endOrganizationDomain', key, input },
    async (tx, { organization }) => {
      const domain = readEmailDomain(input.domain);
      const ended = await within(tx, end, [organization.id, domain, context.clock.now()]);
      if (ended.length === 0) refuse(new OrganizationDomainNotFound());
      await recordAudit(context, tx, {
        act: 'endOrganizationDomain',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        before: { domain },
      });
    },
  );
}
