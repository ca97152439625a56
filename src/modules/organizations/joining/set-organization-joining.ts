import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import { ruleFor } from '../organization-for.ts';

export interface SetOrganizationJoining {
  readonly organizationId: string;
  readonly acceptsRequests: boolean;
  readonly acceptsDomains: boolean;
}

const anyDomain = statement(
  'joining-any-domain',
  'select from organization_domain where organization_id = $1 and ended_at is null limit 1',
);
const before = statement<{ readonly acceptsRequests: boolean; readonly acceptsDomains: boolean }>(
  'joining-ways-before',
  `select accepts_requests as "acceptsRequests", accepts_domains as "acceptsDomains"
   from organization_joining where organization_id = $1`,
);
const put = statement(
  'joining-ways-put',
  `insert into organization_joining (organization_id, accepts_requests, accepts_domains, changed_at)
   values ($1, $2, $3, $4)
   on conflict (organization_id) do update
     set accepts_requests = excluded.accepts_requests, accepts_domains = excluded.accepts_domains,
       changed_at = excluded.changed_at`,
);

/** Turns the ways to join on or off. What waits is decided as before. */
export async function setOrganizationJoining(context: Context, input: SetOrganizationJoining): Promise<void> {
  const { acceptsRequests, acceptsDomains } = input;
  const rule = ruleFor(input.organizationId, 'MANAGE_DELEGATES');
  const act = { operation: 'setOrganizationJoining', key: undefined, input };
  await actOnOrganization(context, rule, act, async (tx, { organization }) => {
    if (acceptsDomains) await demandDomain(context, tx, organization.id);
    const [was = { acceptsRequests: false, acceptsDomains: false }] = await within(tx, before, [
      organization.id,
    ]);
    if (was.acceptsRequests === acceptsRequests && was.acceptsDomains === acceptsDomains) return;
    await within(tx, put, [organization.id, acceptsRequests, acceptsDomains, context.clock.now()]);
    await recordAudit(context, tx, {
      act: 'setOrganizationJoining',
      subjectKind: 'Organization',
      subjectId: organization.id,
      associationId: organization.associationId,
      before: was,
      after: { acceptsRequests, acceptsDomains },
    });
  });
}

async function demandDomain({ wording }: Context, tx: Tx, organizationId: string): Promise<void> {
  if ((await within(tx, anyDomain, [organizationId])).length > 0) return;
  const issues = new InputIssues(wording);
  issues.add('acceptsDomains', InputIssueCode.NOT_ALLOWED, 'organizations.joining.issue.noDomain');
  issues.refuseIfAny();
}
