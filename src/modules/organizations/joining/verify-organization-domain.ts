import { newId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { organizationFor } from '../organization-for.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { isPublicProvider, readEmailDomain } from './email-domain.ts';

export interface VerifyOrganizationDomain {
  readonly organizationId: string;
  readonly domain: string;
  /** What staff have on file for it. */
  readonly document: string;
  readonly idempotencyKey: string | undefined;
}

const add = statement<{ readonly id: string }>(
  'organization-domain-add',
  `insert into organization_domain (id, organization_id, domain, document, verified_at)
   values ($1, $2, $3, $4, $5)
   on conflict (organization_id, domain) where ended_at is null do nothing
   returning id`,
);

/** Staff: notes that an e-mail domain is the organization's own. The organization itself turns the way on. */
export async function verifyOrganizationDomain(
  context: Context,
  { idempotencyKey: key, ...input }: VerifyOrganizationDomain,
): Promise<void> {
  await actOnOrganization(
    context,
    asked => judge(asked, input),
    { operation: 'verifyOrganizationDomain', key, input },
    async (tx, { organization, domain, document }) => {
      const id = newId(context.clock, context.random);
      const added = await within(tx, add, [id, organization.id, domain, document, context.clock.now()]);
      if (added.length === 0) return;
      await recordAudit(context, tx, {
        act: 'verifyOrganizationDomain',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        after: { domain, document },
      });
    },
  );
}

async function judge(
  context: Context,
  { organizationId, domain: typed, document: written }: Omit<VerifyOrganizationDomain, 'idempotencyKey'>,
): Promise<{
  readonly organization: OrganizationEntity;
  readonly domain: string;
  readonly document: string;
}> {
  const organization = await organizationFor(context, organizationId, 'VERIFY_DOMAINS');
  const issues = new InputIssues(context.wording);
  const domain = readEmailDomain(typed);
  if (domain === null) issues.add('domain', InputIssueCode.BAD_FORMAT, 'organizations.joining.issue.domain');
  else if (isPublicProvider(domain))
    issues.add('domain', InputIssueCode.NOT_ALLOWED, 'organizations.joining.issue.publicProvider', {
      domain,
    });
  issues.refuseIfAny();
  if (domain === null) throw new Error('a domain that is not read is blamed above');
  return { organization, domain, document: written.normalize('NFC').trim() };
}
