import type {
  AffiliationId,
  AssociationId,
  HoldId,
  MembershipClassId,
  MembershipId,
  OrganizationId,
  PersonId,
  TermId,
} from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { statement } from '../../platform/database/statement.ts';
import { knownColumns, type Known } from './known-facts.ts';
import type { AffiliationReason, HolderKind, HoldKind, TermKind } from './membership-words.ts';

/** A class as it is read beside an affiliation. */
export interface MembershipClassFacts {
  readonly id: MembershipClassId;
  readonly code: string;
  readonly nameFr: string;
  readonly nameEn: string;
  readonly heldBy: HolderKind;
  readonly requiresCpl: boolean;
  readonly insuranceEligible: boolean;
  readonly certificateEligible: boolean;
  readonly votes: boolean;
  readonly renewalOpensDays: number;
  readonly graceDays: number;
  readonly delegateLimit: number | null;
}

export interface AffiliationFacts extends Known {
  readonly id: AffiliationId;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly reason: AffiliationReason;
  /** What was said of it, as by whoever resigns. */
  readonly note: string | null;
  readonly class: MembershipClassFacts;
}

export interface TermFacts extends Known {
  readonly id: TermId;
  readonly kind: TermKind;
  readonly from: LocalDate;
  /** Null of one for life. */
  readonly to: LocalDate | null;
}

export interface HoldFacts extends Known {
  readonly id: HoldId;
  readonly kind: HoldKind;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** Everything that a status of any instant depends on, in the order of its days: what was withdrawn, too. */
export interface MembershipHistory {
  readonly affiliations: readonly AffiliationFacts[];
  readonly terms: readonly TermFacts[];
  readonly holds: readonly HoldFacts[];
}

export interface MembershipFacts {
  readonly id: MembershipId;
  readonly associationId: AssociationId;
  readonly personId: PersonId | null;
  readonly organizationId: OrganizationId | null;
  readonly memberNumber: string;
  readonly admittedOn: LocalDate;
  /** The zone of the association: its days decide. */
  readonly timeZone: string;
  readonly holderNameFr: string;
  readonly holderNameEn: string;
  /** Whether the person who holds it has an account; null where an organization does. */
  readonly hasAccount: boolean | null;
  /** Null where nobody asked for anything that depends on it. */
  readonly history: MembershipHistory | null;
}

/** The columns of `MembershipClassFacts`. `c` names the table. */
export const classColumns = (c: string): string => `
  ${c}.id, ${c}.code, ${c}.name_fr as "nameFr", ${c}.name_en as "nameEn", ${c}.held_by as "heldBy",
  ${c}.requires_cpl as "requiresCpl", ${c}.insurance_eligible as "insuranceEligible",
  ${c}.certificate_eligible as "certificateEligible", ${c}.votes,
  ${c}.renewal_opens_days as "renewalOpensDays", ${c}.grace_days as "graceDays",
  ${c}.delegate_limit as "delegateLimit"`;

// PostgreSQL turns a row into JSON twice as quickly as it builds an object key by key.
const asJson = (columns: string): string => `(select row_to_json(r) from (select ${columns}) r)`;
const listAsJson = (select: string): string => `(select coalesce(json_agg(r), '[]') from (${select}) r)`;

/** A class as JSON, for reads that bring it along. `c` names the table. */
export const classJson = (c: string): string => asJson(classColumns(c));

/** The parts of a `MembershipHistory`, each as JSON: columns of a read of few memberships. `m` names the table. */
export const historyColumns = (m: string): string => `
  ${listAsJson(`select f.id, f.from_on as "from", f.to_on as "to", f.reason, f.note, ${knownColumns('f')},
       ${classOf('f')} as class
     from affiliation f where f.membership_id = ${m}.id order by f.from_on`)} as affiliations,
  ${listAsJson(`select t.id, t.kind, t.from_on as "from", t.to_on as "to", ${knownColumns('t')}
     from term t where t.membership_id = ${m}.id order by t.from_on`)} as terms,
  ${listAsJson(`select h.id, h.kind, h.from_on as "from", h.to_on as "to", ${knownColumns('h')}
     from hold h where h.membership_id = ${m}.id order by h.from_on`)} as holds`;

/** The class of an affiliation. Looked up, because a join reads all classes for the few that there are. */
const classOf = (f: string): string =>
  `(select row_to_json(r) from (select ${classColumns('c')} from membership_class c where c.id = ${f}.class_id) r)`;

/** A `MembershipHistory` as one column. */
export const historyJson = (m: string): string => asJson(historyColumns(m));

interface Holder {
  readonly nameFr: string;
  readonly nameEn: string;
  readonly hasAccount: string;
}

const membershipColumns = ({ nameFr, nameEn, hasAccount }: Holder): string => `
  m.id, m.association_id as "associationId", m.person_id as "personId", m.organization_id as "organizationId",
  m.member_number as "memberNumber", m.admitted_on::text as "admittedOn", a.time_zone as "timeZone",
  ${nameFr} as "holderNameFr", ${nameEn} as "holderNameEn", ${hasAccount} as "hasAccount"`;

const NAME_OF_PERSON = `p.given_name || ' ' || p.family_name`;

/** The columns of `MembershipFacts` without its history, over the joins of `MEMBERSHIP_JOINS`. */
export const MEMBERSHIP_COLUMNS = membershipColumns({
  nameFr: `coalesce(o.public_name_fr, ${NAME_OF_PERSON})`,
  nameEn: `coalesce(o.public_name_en, ${NAME_OF_PERSON})`,
  hasAccount: 'case when m.person_id is not null then p.account_id is not null end',
});

/** The same of a membership that the person `p` holds, beside the association `a`. */
export const PERSONAL_MEMBERSHIP_COLUMNS = membershipColumns({
  nameFr: NAME_OF_PERSON,
  nameEn: NAME_OF_PERSON,
  hasAccount: 'p.account_id is not null',
});

export const MEMBERSHIP_JOINS = `
  join association a on a.id = m.association_id
  left join person p on p.id = m.person_id
  left join organization o on o.id = m.organization_id`;

const read = (name: string, condition: string): ReturnType<typeof statement<MembershipFacts>> =>
  statement<MembershipFacts>(
    name,
    `select ${MEMBERSHIP_COLUMNS}, ${historyJson('m')} as history
     from membership m ${MEMBERSHIP_JOINS} where m.merged_into_id is null and ${condition}
     order by m.admitted_on, m.id`,
  );

export const readMembershipsById = read('memberships-by-id', 'm.id = any ($1::uuid[])');
export const readMembershipsOfPersons = read('memberships-of-persons', 'm.person_id = any ($1::uuid[])');
export const readMembershipsOfOrganizations = read(
  'memberships-of-organizations',
  'm.organization_id = any ($1::uuid[])',
);
