import {
  ADDRESS_ORDER,
  addressRows,
  EMAIL_CHANGE,
  type AccountAddressFacts,
  type AccountFacts,
} from '../modules/accounts/index.ts';
import type { AssociationEntity } from '../modules/associations/index.ts';
import { isOfPersons, newestInvoicesJson, newestOf, type InvoiceJson } from '../modules/billing/index.ts';
import {
  historyColumns,
  historyJson,
  MEMBERSHIP_COLUMNS,
  MEMBERSHIP_JOINS,
  PERSONAL_MEMBERSHIP_COLUMNS,
  type MembershipFacts,
  type MembershipHistory,
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
import { broughtParts, type InvoiceParts } from './invoice-parts.ts';
import { statementOf, when } from './statement-of-parts.ts';

/** Which parts the selection asks for. What nobody asks for is not read. */
export interface ViewerParts extends InvoiceParts {
  readonly addresses: boolean;
  /** Of the primary address: what will take its place. */
  readonly addressChanges: boolean;
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

type OwnPerson = PersonFacts & Pick<PersonEntity, 'associationId'>;

export interface ViewerTree {
  readonly account: AccountFacts;
  readonly addresses: readonly AccountAddressFacts[] | null;
  readonly persons: readonly OwnPerson[];
  readonly memberships: readonly ViewerMembership[];
  readonly delegations: readonly ViewerDelegation[];
  /** The newest ones, as many as were wanted; null where nobody asked. */
  readonly invoices: readonly InvoiceJson[] | null;
}

/** A membership with the parts of its history beside it: null where nobody asked. */
type MembershipRow = Omit<ViewerMembership, 'history'> & {
  readonly [Part in keyof MembershipHistory]: MembershipHistory[Part] | null;
};

/** One for each person of the account, and one without any where there is none. */
interface Row {
  readonly accountId: AccountFacts['id'];
  readonly kind: AccountFacts['kind'];
  readonly username: string | null;
  readonly accountLocale: AccountFacts['locale'];
  readonly addresses: readonly AccountAddressFacts[] | null;
  readonly person: OwnPerson | null;
  readonly memberships: readonly MembershipRow[] | null;
  readonly delegations: readonly ViewerDelegation[] | null;
  readonly invoices: readonly InvoiceJson[] | null;
}

/** Each parameter has its type, whichever parts are there. */
const TYPED =
  '$2::uuid is not null and $3::timestamptz is not null and $4::text is not null and $5::int is not null';

const addresses = ({ addressChanges }: ViewerParts): string => `
  select coalesce(json_agg(r order by ${ADDRESS_ORDER}), '[]')
  from (${addressRows({ accounts: '= $1', emailChange: '$4', now: '$3', changes: addressChanges })}) r`;

const PERSON = `
  select row_to_json(r) from (select p.id, p.association_id as "associationId", p.account_id as "accountId",
    p.given_name as "givenName", p.family_name as "familyName", p.locale, p.contact_email as "contactEmail",
    p.work_phone as "workPhone", p.work_phone_extension as "workPhoneExtension") r where p.id is not null`;

const associationOf = (a: string, { associations, wholeAssociations }: ViewerParts): string =>
  associations ? associationJson(a, wholeAssociations ? 'WHOLE' : 'BRIEF') : 'null';

const NO_HISTORY = 'null as affiliations, null as terms, null as holds';

const memberships = (parts: ViewerParts): string => `
  select coalesce(json_agg(r), '[]') from (
    select ${PERSONAL_MEMBERSHIP_COLUMNS}, ${associationOf('a', parts)} as association,
      ${parts.history ? historyColumns('m') : NO_HISTORY}
    from membership m join association a on a.id = m.association_id
    where m.person_id = p.id and a.root_id = $2) r`;

const delegations = (parts: ViewerParts): string => `
  select coalesce(json_agg(r), '[]') from (
    select ${DELEGATION_COLUMNS}, ${associationOf('a', parts)} as association,
      (select row_to_json(f) from (select ${organizationColumns('org')}) f) as organization,
      ${when(parts.organizationMemberships, ORGANIZATION_MEMBERSHIP)} as membership
    from delegation d join organization org on org.id = d.organization_id
    join association a on a.id = org.association_id
    where d.person_id = p.id and a.root_id = $2 and d.suspended_at is null
      and d.from_at <= $3 and (d.to_at is null or d.to_at > $3)
    order by ${DELEGATION_ORDER}) r`;

const ORGANIZATION_MEMBERSHIP = `
  select row_to_json(f) from (
    select ${MEMBERSHIP_COLUMNS}, ${historyJson('m')} as history
    from membership m ${MEMBERSHIP_JOINS}
    where m.organization_id = org.id and m.association_id = org.association_id) f`;

/**
 * Everything of the signed-in account that lies in the calling client's tree: its persons there, each with what is
 * theirs. A delegation whose rights are suspended is left out, because its organization must not be read through it.
 * What nobody asks for is not part of the statement: PostgreSQL would prepare to run it all the same. An association
 * comes with each row that lies in it: a list of its own costs more than saying the few of a person twice.
 */
const readTree = statementOf<Row, ViewerParts>(
  'viewer',
  parts => `select x.id as "accountId", x.kind, x.username, x.locale as "accountLocale",
     ${when(parts.addresses, addresses(parts))} as addresses,
     ${when(parts.persons, PERSON)} as person,
     ${when(parts.memberships, memberships(parts))} as memberships,
     ${when(parts.delegations, delegations(parts))} as delegations,
     ${when(parts.invoices, newestInvoicesJson(`${isOfPersons('= p.id')} and a.root_id = $2`, '$5', broughtParts(parts)))} as invoices
   from account x
   left join (person p join association home on home.id = p.association_id and home.root_id = $2)
     on p.account_id = x.id
   where x.id = $1 and ${TYPED}
   order by p.added_at, p.id`,
);

/** `invoices` is how many of them are wanted. */
export async function readViewer(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  actor: Actor,
  client: CallingClient,
  parts: ViewerParts,
  invoices = 0,
): Promise<ViewerTree | null> {
  const values = [actor.accountId, client.rootId, clock.now(), EMAIL_CHANGE, invoices];
  const rows = await db.read(readTree(parts), values);
  const [first] = rows;
  if (first === undefined) return null;

  const { accountId, kind, username, accountLocale } = first;
  return {
    account: { id: accountId, kind, username, locale: accountLocale },
    addresses: first.addresses,
    persons: rows.flatMap(({ person }) => person ?? []),
    memberships: rows
      .flatMap(row => row.memberships ?? [])
      .map(withHistory)
      .sort(byAdmission),
    delegations: rows.flatMap(row => row.delegations ?? []),
    invoices: parts.invoices
      ? newestOf(
          rows.map(row => row.invoices ?? []),
          invoices,
        )
      : null,
  };
}

const withHistory = ({ affiliations, terms, holds, ...facts }: MembershipRow): ViewerMembership => ({
  ...facts,
  history: affiliations && terms && holds && { affiliations, terms, holds },
});

const byAdmission = (a: ViewerMembership, b: ViewerMembership): number =>
  a.admittedOn === b.admittedOn ? compare(a.id, b.id) : compare(a.admittedOn, b.admittedOn);
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
