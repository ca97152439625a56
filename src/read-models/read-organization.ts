import type { AssociationEntity } from '../modules/associations/index.ts';
import {
  isOfOrganization,
  newestInvoicesJson,
  PAYING_ROLES,
  type InvoiceJson,
} from '../modules/billing/index.ts';
import {
  historyJson,
  MEMBERSHIP_COLUMNS,
  MEMBERSHIP_JOINS,
  type MembershipFacts,
} from '../modules/memberships/index.ts';
import {
  DELEGATION_COLUMNS,
  DELEGATION_ORDER,
  organizationColumns,
  type DelegateRole,
  type DelegationJson,
  type OrganizationFacts,
  type SectionStay,
} from '../modules/organizations/index.ts';
import type { Actor, CallingClient, Context } from '../platform/context.ts';
import { associationJson } from './association-json.ts';
import { broughtParts, type InvoiceParts } from './invoice-parts.ts';
import { statementOf, when } from './statement-of-parts.ts';

/** Which parts the selection asks for. */
export interface OrganizationTreeParts extends InvoiceParts {
  readonly association: boolean;
  /** More of it than its names and its days. */
  readonly wholeAssociation: boolean;
  readonly sections: boolean;
  readonly delegations: boolean;
  readonly membership: boolean;
}

export interface OrganizationTree {
  readonly organization: OrganizationFacts;
  /** Of the signed-in person, without those that are suspended. */
  readonly ownRoles: readonly DelegateRole[];
  readonly isOwn: boolean;
  readonly association: AssociationEntity | null;
  readonly sectionStays: readonly SectionStay[] | null;
  readonly delegations: readonly DelegationJson[] | null;
  readonly membership: MembershipFacts | null;
  /** The newest ones that it owes, as many as were wanted; null for whoever does not pay for it. */
  readonly invoices: readonly InvoiceJson[] | null;
}

const SECTION_STAYS = `
  select coalesce(json_agg(json_build_object('organizationId', os.organization_id, 'id', s.id, 'code', s.code,
    'nameFr', s.name_fr, 'nameEn', s.name_en, 'from', os.from_on, 'to', os.to_on) order by s.code, os.from_on), '[]')
  from organization_section os join section s on s.id = os.section_id where os.organization_id = org.id`;

const DELEGATIONS = `
  select coalesce(json_agg(f), '[]') from (
    select ${DELEGATION_COLUMNS} from delegation d join person p on p.id = d.person_id
    where d.organization_id = org.id and d.from_at <= $4 and (d.to_at is null or d.to_at > $4)
    order by ${DELEGATION_ORDER}) f`;

const MEMBERSHIP = `
  select row_to_json(f) from (
    select ${MEMBERSHIP_COLUMNS}, ${historyJson('m')} as history
    from membership m ${MEMBERSHIP_JOINS}
    where m.organization_id = org.id and m.association_id = org.association_id) f`;

const PAYING = PAYING_ROLES.map(role => `'${role}'`).join(', ');

const invoices = (parts: OrganizationTreeParts): string => `
  case when exists (select from own where suspended_at is null and role in (${PAYING})) then (
    ${newestInvoicesJson(isOfOrganization('org.id', '$3', '$4'), '$6', broughtParts(parts))}) end`;

/**
 * One organization of the client's tree for its delegates in force; for an internal tool ($5) whoever asks, because
 * there the roles of staff decide, after the read.
 */
const readTree = statementOf<OrganizationTree, OrganizationTreeParts>(
  'organization',
  parts => `with own as (
     select d.role, d.suspended_at from delegation d join person p on p.id = d.person_id
     where d.organization_id = $1 and p.account_id = $2 and d.from_at <= $4 and (d.to_at is null or d.to_at > $4)
   )
   select
     (select row_to_json(f) from (select ${organizationColumns('org')}) f) as organization,
     array(select role from own where suspended_at is null) as "ownRoles",
     exists (select from own) as "isOwn",
     ${parts.association ? associationJson('asc_', parts.wholeAssociation ? 'WHOLE' : 'BRIEF') : 'null::json'} as association,
     ${when(parts.sections, SECTION_STAYS)} as "sectionStays",
     ${when(parts.delegations, DELEGATIONS)} as delegations,
     ${when(parts.membership, MEMBERSHIP)} as membership,
     ${parts.invoices ? invoices(parts) : 'null'} as invoices
   from organization org join association asc_ on asc_.id = org.association_id
   where org.id = $1 and org.merged_into_id is null and asc_.root_id = $3
     and $6::int is not null and ($5::boolean or exists (select from own where suspended_at is null))`,
);

/** `wantedInvoices` is how many of them are wanted. */
export async function readOrganization(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  actor: Actor,
  client: CallingClient,
  id: string,
  parts: OrganizationTreeParts,
  wantedInvoices = 0,
): Promise<OrganizationTree | null> {
  const values = [id, actor.accountId, client.rootId, clock.now(), client.kind === 'SECRET', wantedInvoices];
  const [tree] = await db.read(readTree(parts), values);
  return tree ?? null;
}
