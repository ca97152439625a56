import { fromPublicId, type OrganizationId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { actorOf, verifiedAddressesOf } from '../../accounts/index.ts';
import type { AssociationEntity } from '../../associations/index.ts';
import { displayNameOf, type PersonEntity } from '../../people/index.ts';
import { demandRoom } from '../delegates/delegate-limit.ts';
import { grantDelegations } from '../grant-delegations.ts';
import { holdOrganization } from '../hold-organization.ts';
import { nameOf } from '../name-of.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { tellPerson } from '../tell-person.ts';
import { askingPerson } from './asking-person.ts';
import { demandNewcomer } from './demand-newcomer.ts';
import { domainOfAddress } from './email-domain.ts';
import { joined, joinedByThemselves } from './joining.mails.ts';
import { actingPrincipal, tellPrincipal } from './joining.notices.ts';
import { askOrganization, OrganizationCodeTurnedOff, OrganizationNotJoinable } from './joining.problems.ts';
import { organizationInReach } from './organization-in-reach.ts';
import { claimOrganizationCode, guessOrganizationCode, type HeldCode } from './organization-code.ts';

export interface JoinOrganization {
  /** For the way by e-mail domain. */
  readonly organizationId?: string | null;
  /** For the way by code. */
  readonly organizationCode?: string | null;
  /** Which of the account's persons; may be left out where there is no choice. */
  readonly personId?: string | null;
  readonly idempotencyKey: string | undefined;
}

type Way =
  | { readonly kind: 'CODE'; readonly code: HeldCode }
  | { readonly kind: 'EMAIL_DOMAIN'; readonly domains: readonly string[] };

interface Joining {
  readonly association: AssociationEntity;
  readonly organization: OrganizationEntity;
  readonly person: PersonEntity;
  readonly way: Way;
}

const letIn = statement<{ readonly domain: string }>(
  'joining-domain-lets-in',
  `select d.domain from organization_joining j join organization_domain d on d.organization_id = j.organization_id
   where j.organization_id = $1 and j.accepts_domains and d.ended_at is null and d.domain = any ($2)
   order by d.domain limit 1`,
);
const overtake = statement(
  'join-request-overtake',
  `update join_request set ended_at = $3, ended_why = 'OVERTAKEN'
   where organization_id = $1 and person_id = $2 and ended_at is null and expires_at >= $3`,
);

/** Joins as CONTACT at once, by a verified address or by the organization's code. The principal delegate is told. */
export async function joinOrganization(
  context: Context,
  { idempotencyKey: key, ...input }: JoinOrganization,
): Promise<{ readonly organizationId: OrganizationId }> {
  return onceAfter(
    context,
    () => judge(context, input),
    { operation: 'joinOrganization', key, input },
    async (tx, joining) => {
      const { association, organization, person, way } = joining;
      const { id: organizationId, associationId } = organization;
      await holdOrganization(tx, organizationId);
      const domain = await open(context, tx, organizationId, way);
      await demandNewcomer(context, tx, { organizationId, personId: person.id, byThemselves: true });
      await demandRoom(context, tx, { association, organizationId, personId: person.id });
      await within(tx, overtake, [organizationId, person.id, context.clock.now()]);
      const { accountId } = actorOf(context);
      await grantDelegations(context, tx, {
        organizationId,
        personId: person.id,
        roles: ['CONTACT'],
        accountId,
      });
      await tellBoth(context, tx, joining, domain);
      await recordAudit(context, tx, {
        act: 'joinOrganization',
        subjectKind: 'Organization',
        subjectId: organizationId,
        associationId,
        after: {
          personId: person.id,
          way: way.kind,
          ...(way.kind === 'CODE' ? { codeId: way.code.id } : { domain }),
        },
      });
      return { organizationId };
    },
  );
}

async function judge(
  context: Context,
  { organizationId, organizationCode, personId }: Omit<JoinOrganization, 'idempotencyKey'>,
): Promise<Joining> {
  const [publicId, typed] = [organizationId ?? '', organizationCode ?? ''];
  if ((publicId === '') === (typed === '')) {
    const issues = new InputIssues(context.wording);
    issues.add('organizationCode', InputIssueCode.NOT_ALLOWED, 'organizations.joining.issue.oneWay');
    issues.refuseIfAny();
  }
  const person = await askingPerson(context, personId);
  if (typed !== '') {
    const code = await guessOrganizationCode(context, typed);
    const found = await organizationInReach(context, code.organizationId);
    // It became one with another, whose code is its own.
    if (!found) refuse(new OrganizationCodeTurnedOff(askOrganization()));
    return { ...found, person, way: { kind: 'CODE', code } };
  }
  const id = fromPublicId('Organization', publicId);
  const found = id && (await organizationInReach(context, id));
  if (!found) refuse(new OrganizationNotJoinable(askOrganization()));
  const addresses = await verifiedAddressesOf(context, actorOf(context).accountId);
  const domains = addresses.map(({ normalized }) => domainOfAddress(normalized));
  return { ...found, person, way: { kind: 'EMAIL_DOMAIN', domains } };
}

/**
 * Whether the way stands, while the organization is held: nobody turns it off meanwhile. Nobody joins by themselves
 * where no principal delegate has the rights to remove them again. Answers the domain.
 */
async function open(context: Context, tx: Tx, organizationId: OrganizationId, way: Way): Promise<string> {
  const told = (await actingPrincipal(context, tx, organizationId)) !== null;
  if (way.kind === 'CODE') {
    await claimOrganizationCode(context, tx, way.code);
    if (!told) refuse(new OrganizationCodeTurnedOff(askOrganization()));
    return '';
  }
  const [found] = await within(tx, letIn, [organizationId, way.domains]);
  if (!found || !told) refuse(new OrganizationNotJoinable(askOrganization()));
  return found.domain;
}

async function tellBoth(
  context: Context,
  tx: Tx,
  { organization, person, way }: Joining,
  domain: string,
): Promise<void> {
  await tellPrincipal(context, tx, {
    organization,
    letter: joinedByThemselves,
    values: locale => ({
      organization: nameOf(organization, locale),
      person: displayNameOf(person),
      way: way.kind,
      domain,
    }),
  });
  await tellPerson(context, tx, {
    personId: person.id,
    associationId: organization.associationId,
    letter: joined,
    values: locale => ({ organization: nameOf(organization, locale) }),
  });
}
