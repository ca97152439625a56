import type { DelegationId, OrganizationId, PersonId } from '../../kernel/id.ts';
import type { DelegateRole } from './delegate-role.ts';
import type { OrganizationEntity } from './organization.entity.ts';

/** What a view of an organization is made from. */
export type OrganizationFacts = Omit<
  OrganizationEntity,
  'searchKey' | 'searchKeyEn' | 'legalKey' | 'addedAt' | 'mergedIntoId'
>;

/** A delegation with the name of its person. */
export interface DelegationFacts {
  readonly id: DelegationId;
  readonly organizationId: OrganizationId;
  readonly personId: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly role: DelegateRole;
  readonly fromAt: Date;
  readonly toAt: Date | null;
  readonly suspendedAt: Date | null;
}

/** The columns of `OrganizationFacts`. `o` names the table. */
export const organizationColumns = (o: string): string => `
  ${o}.id, ${o}.association_id as "associationId", ${o}.legal_name as "legalName",
  ${o}.legal_name_en as "legalNameEn",
  ${o}.public_name_fr as "publicNameFr", ${o}.public_name_en as "publicNameEn", ${o}.email, ${o}.phone,
  ${o}.phone_extension as "phoneExtension", ${o}.website, ${o}.street, ${o}.street2, ${o}.city, ${o}.province,
  ${o}.postal_code as "postalCode", ${o}.country`;

/** The columns of `DelegationFacts`. `d` names the table, `p` its person. */
export const DELEGATION_COLUMNS = `
  d.id, d.organization_id as "organizationId", d.person_id as "personId", p.given_name as "givenName",
  p.family_name as "familyName", d.role, d.from_at as "fromAt", d.to_at as "toAt", d.suspended_at as "suspendedAt"`;

/** The principal first: it is whom people look for. */
export const DELEGATION_ORDER = `
  array_position(array['PRINCIPAL', 'DUES', 'VOTING', 'CONTACT'], d.role), p.search_key, d.id`;

/** A delegation as it comes out of JSON that SQL built. */
export type DelegationJson = Omit<DelegationFacts, 'fromAt' | 'toAt' | 'suspendedAt'> & {
  readonly fromAt: string;
  readonly toAt: string | null;
  readonly suspendedAt: string | null;
};

export const delegationOfJson = (json: DelegationJson): DelegationFacts => ({
  ...json,
  fromAt: new Date(json.fromAt),
  toAt: instant(json.toAt),
  suspendedAt: instant(json.suspendedAt),
});

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
