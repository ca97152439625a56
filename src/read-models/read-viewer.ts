import {
  ADDRESS_ORDER,
  addressRows,
  EMAIL_CHANGE,
  type AccountAddressFacts,
  type AccountFacts,
} from '../modules/accounts/index.ts';
import type { AssociationEntity } from '../modules/associations/index.ts';
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
  type DelegationJson,
  type OrganizationFacts,
} from '../modules/organizations/index.ts';
import type { PersonEntity, PersonFacts } from '../modules/people/index.ts';
import type { Actor, CallingClient, Context } from '../platform/context.ts';
import { associationJson } from './association-json.ts';
import { statementOf, when } from './statement-of-parts.ts';

/** Which parts the selection asks for. What nobody asks for is not read. */
export interface ViewerParts {
  readonly addresses: boolean;
  readonly persons: boolean;
  readonly memberships: boolean;
  readonly delegations: boolean;
  readonly associations: boolean;
  /** Of the memberships: affiliations, terms and holds. */
  readonly history: boolean;
  /** Of the organizations of delegations. */
  readonly organizationMemberships: boolean;
}

/** One delegation with its organization, and with the organization's membership where that was asked for. */
export type ViewerDelegation = DelegationJson & {
  readonly organization: OrganizationFacts;
  readonly membership: MembershipFacts | null;
};

export interface ViewerTree {
  readonly account: AccountFacts;
  readonly addresses: readonly AccountAddressFacts[] | null;
  readonly persons: readonly (PersonFacts & Pick<PersonEntity, 'associationId'>)[] | null;
  readonly memberships: readonly MembershipFacts[] | null;
  readonly delegations: readonly ViewerDelegation[] | null;
  readonly associations: readonly AssociationEntity[] | null;
}

/** Each parameter has its type, whichever parts are there. */
const TYPED = '$2::uuid is not null and $3::timestamptz is not null and $4::text is not null';

const ADDRESSES = `
  select coalesce(json_agg(r order by ${ADDRESS_ORDER}), '[]')
  from (${addressRows({ accounts: '= x.id', emailChange: '$4', now: '$3' })}) r`;

const PERSONS = `
  select coalesce(json_agg(json_build_object('id', p.id, 'associationId', p.association_id,
    'accountId', p.account_id, 'givenName', p.given_name, 'familyName', p.family_name, 'locale', p.locale,
    'contactEmail', p.contact_email, 'workPhone', p.work_phone,
    'workPhoneExtension', p.work_phone_extension) order by p.added_at, p.id), '[]')
  from own p`;

const memberships = ({ history }: ViewerParts): string => `
  select coalesce(json_agg(r order by r."admittedOn", r.id), '[]') from (
    select ${MEMBERSHIP_COLUMNS}, ${history ? historyJson('m') : 'null'} as history
    from held m ${MEMBERSHIP_JOINS}) r`;

const delegations = ({ organizationMemberships }: ViewerParts): string => `
  select coalesce(json_agg(r), '[]') from (
    select ${DELEGATION_COLUMNS},
      (select row_to_json(f) from (select ${organizationColumns('org')}) f) as organization,
      ${when(organizationMemberships, ORGANIZATION_MEMBERSHIP)} as membership
    from acting d join own p on p.id = d.person_id join organization org on org.id = d.organization_id
    order by ${DELEGATION_ORDER}) r`;

const ORGANIZATION_MEMBERSHIP = `
  select row_to_json(f) from (
    select ${MEMBERSHIP_COLUMNS}, ${historyJson('m')} as history
    from membership m ${MEMBERSHIP_JOINS}
    where m.organization_id = org.id and m.association_id = org.association_id) f`;

const associations = (parts: ViewerParts): string => `
  select coalesce(json_agg(${associationJson('a')}), '[]') from association a
  where ${parts.memberships ? 'a.id in (select association_id from held)' : 'false'}
    or ${parts.delegations ? 'a.id in (select association_id from acting)' : 'false'}`;

/**
 * Everything of the signed-in account that lies in the calling client's tree: `own` is where other trees end. A
 * delegation whose rights are suspended is left out, because its organization must not be read through it. What nobody
 * asks for is not part of the statement: PostgreSQL would prepare to run it all the same.
 */
const readTree = statementOf<ViewerTree, ViewerParts>(
  'viewer',
  parts => `with own as (
     select p.* from person p join association a on a.id = p.association_id
     where p.account_id = $1 and a.root_id = $2
   ), held as (
     select m.* from membership m join own on own.id = m.person_id
     join association a on a.id = m.association_id where a.root_id = $2
   ), acting as (
     select d.*, o.association_id from delegation d join own on own.id = d.person_id
     join organization o on o.id = d.organization_id
     join association a on a.id = o.association_id
     where a.root_id = $2 and d.suspended_at is null and d.from_at <= $3 and (d.to_at is null or d.to_at > $3)
   )
   select
     json_build_object('id', x.id, 'kind', x.kind, 'username', x.username, 'locale', x.locale) as account,
     ${when(parts.addresses, ADDRESSES)} as addresses,
     ${when(parts.persons, PERSONS)} as persons,
     ${when(parts.memberships, memberships(parts))} as memberships,
     ${when(parts.delegations, delegations(parts))} as delegations,
     ${when(parts.associations, associations(parts))} as associations
   from account x where x.id = $1 and ${TYPED}`,
);

export async function readViewer(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  actor: Actor,
  client: CallingClient,
  parts: ViewerParts,
): Promise<ViewerTree | null> {
  const values = [actor.accountId, client.rootId, clock.now(), EMAIL_CHANGE];
  const [tree] = await db.read(readTree(parts), values);
  return tree ?? null;
}
