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
  /** Of memberships and organizations. */
  readonly associations: boolean;
  /** More of them than their names. */
  readonly wholeAssociations: boolean;
  /** Of the memberships: affiliations, terms and holds. */
  readonly history: boolean;
  /** Of the organizations of delegations. */
  readonly organizationMemberships: boolean;
}

interface InAssociation {
  readonly association: AssociationEntity | null;
}

export type ViewerMembership = MembershipFacts & InAssociation;

/** One delegation with its organization, and with the organization's membership where that was asked for. */
export type ViewerDelegation = DelegationJson &
  InAssociation & {
    readonly organization: OrganizationFacts;
    readonly membership: MembershipFacts | null;
  };

export interface ViewerTree {
  readonly account: AccountFacts;
  readonly addresses: readonly AccountAddressFacts[] | null;
  readonly persons: readonly (PersonFacts & Pick<PersonEntity, 'associationId'>)[] | null;
  readonly memberships: readonly ViewerMembership[] | null;
  readonly delegations: readonly ViewerDelegation[] | null;
}

/** Each parameter has its type, whichever parts are there. */
const TYPED = '$2::uuid is not null and $3::timestamptz is not null and $4::text is not null';

const ADDRESSES = `
  select coalesce(json_agg(r order by ${ADDRESS_ORDER}), '[]')
  from (${addressRows({ accounts: '= x.id', emailChange: '$4', now: '$3' })}) r`;

/** The persons of the account in the client's tree: here other trees end. */
const OWN = 'person p join association home on home.id = p.association_id and home.root_id = $2';

const PERSONS = `
  select coalesce(json_agg(json_build_object('id', p.id, 'associationId', p.association_id,
    'accountId', p.account_id, 'givenName', p.given_name, 'familyName', p.family_name, 'locale', p.locale,
    'contactEmail', p.contact_email, 'workPhone', p.work_phone,
    'workPhoneExtension', p.work_phone_extension) order by p.added_at, p.id), '[]')
  from ${OWN} where p.account_id = x.id`;

const associationOf = (a: string, { associations, wholeAssociations }: ViewerParts): string =>
  associations ? associationJson(a, wholeAssociations ? 'WHOLE' : 'BRIEF') : 'null';

const memberships = (parts: ViewerParts): string => `
  select coalesce(json_agg(r order by r."admittedOn", r.id), '[]') from (
    select ${MEMBERSHIP_COLUMNS}, ${associationOf('a', parts)} as association,
      ${parts.history ? historyJson('m') : 'null'} as history
    from (select m.* from ${OWN} join membership m on m.person_id = p.id where p.account_id = x.id) m
    ${MEMBERSHIP_JOINS} where a.root_id = $2) r`;

const delegations = (parts: ViewerParts): string => `
  select coalesce(json_agg(r), '[]') from (
    select ${DELEGATION_COLUMNS}, ${associationOf('a', parts)} as association,
      (select row_to_json(f) from (select ${organizationColumns('org')}) f) as organization,
      ${when(parts.organizationMemberships, ORGANIZATION_MEMBERSHIP)} as membership
    from ${OWN} join delegation d on d.person_id = p.id join organization org on org.id = d.organization_id
    join association a on a.id = org.association_id
    where p.account_id = x.id and a.root_id = $2 and d.suspended_at is null
      and d.from_at <= $3 and (d.to_at is null or d.to_at > $3)
    order by ${DELEGATION_ORDER}) r`;

const ORGANIZATION_MEMBERSHIP = `
  select row_to_json(f) from (
    select ${MEMBERSHIP_COLUMNS}, ${historyJson('m')} as history
    from membership m ${MEMBERSHIP_JOINS}
    where m.organization_id = org.id and m.association_id = org.association_id) f`;

/**
 * Everything of the signed-in account that lies in the calling client's tree. A delegation whose rights are suspended
 * is left out, because its organization must not be read through it. What nobody asks for is not part of the statement:
 * PostgreSQL would prepare to run it all the same. An association comes with each row that lies in it: a list of its
 * own costs more than saying the few of a person twice.
 */
const readTree = statementOf<ViewerTree, ViewerParts>(
  'viewer',
  parts => `select
     json_build_object('id', x.id, 'kind', x.kind, 'username', x.username, 'locale', x.locale) as account,
     ${when(parts.addresses, ADDRESSES)} as addresses,
     ${when(parts.persons, PERSONS)} as persons,
     ${when(parts.memberships, memberships(parts))} as memberships,
     ${when(parts.delegations, delegations(parts))} as delegations
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
