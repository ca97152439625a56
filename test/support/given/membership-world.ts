import type { AccountId } from '../../../src/kernel/id.ts';
import { localDate } from '../../../src/kernel/local-date.ts';
import {
  assignStaff,
  StaffReach,
  StaffRole,
  type AssociationEntity,
} from '../../../src/modules/associations/index.ts';
import {
  addMembershipClass,
  admitMember,
  type AdmitMember,
  type MembershipClassEntity,
  type MembershipEntity,
  type NewMembershipClass,
} from '../../../src/modules/memberships/index.ts';
import {
  addOrganization,
  grantDelegations,
  type DelegateRole,
  type NewOrganization,
  type OrganizationEntity,
} from '../../../src/modules/organizations/index.ts';
import {
  addPerson,
  attachAccount,
  type NewPerson,
  type PersonEntity,
} from '../../../src/modules/people/index.ts';
import { givenAccount, PASSWORD } from '../../accounts/given-account.ts';
import { perform } from '../../accounts/operations.ts';
import type { Portal } from '../portal.ts';

/** Somebody on file; with an account when one is named. */
export async function givenPerson(
  { parts, world }: Portal,
  { accountId, ...wanted }: Partial<NewPerson> & { readonly accountId?: AccountId } = {},
): Promise<PersonEntity> {
  return parts.db.transaction(async tx => {
    const person = await addPerson(parts, tx, {
      associationId: world.aqpm.association.id,
      givenName: 'Zoé',
      familyName: 'L’Écuyer',
      locale: 'fr-CA',
      ...wanted,
    });
    if (accountId) await attachAccount(parts, tx, { personId: person.id, accountId });
    return Object.assign(person, { accountId: accountId ?? null });
  });
}

export interface SignedIn {
  readonly person: PersonEntity;
  readonly accountId: AccountId;
  /** Opens an own session through another client. */
  readonly tokenAt: (clientKey: string) => Promise<string>;
  /** Of a session at AQPM's site. */
  readonly token: string;
}

/** Somebody on file at AQPM, with an account, signed in at its site. */
export async function givenSomebodySignedIn(
  portal: Portal,
  wanted: Partial<NewPerson> = {},
): Promise<SignedIn> {
  const account = await givenAccount(portal);
  const person = await givenPerson(portal, { ...wanted, accountId: account.id });
  const tokenAt = async (clientKey: string): Promise<string> => {
    const input = { identifier: account.address, password: PASSWORD };
    return (await perform(portal, 'signIn', input, { clientKey })).session.accessToken;
  };
  return { person, accountId: account.id, tokenAt, token: await tokenAt(portal.world.aqpm.siteKey) };
}

export const givenOrganization = (
  { parts, world }: Portal,
  wanted: Partial<NewOrganization> = {},
): Promise<OrganizationEntity> =>
  parts.db.transaction(tx =>
    addOrganization(parts, tx, {
      associationId: world.aqpm.association.id,
      legalName: '9000-0001 Québec inc.',
      publicNameFr: 'Productions Boréales',
      publicNameEn: 'Boreal Productions',
      ...wanted,
    }),
  );

export const givenDelegations = (
  { parts }: Portal,
  organization: OrganizationEntity,
  person: PersonEntity,
  ...roles: readonly DelegateRole[]
): Promise<void> =>
  parts.db.transaction(tx =>
    grantDelegations(parts, tx, { organizationId: organization.id, personId: person.id, roles }),
  );

export const givenStaff = (
  { parts }: Portal,
  accountId: AccountId,
  association: AssociationEntity,
  role = StaffRole.MEMBERSHIP,
): Promise<unknown> =>
  parts.db.transaction(tx =>
    assignStaff(parts, tx, {
      accountId,
      associationId: association.id,
      role,
      reach: StaffReach.NODE_AND_BELOW,
      toAt: null,
    }),
  );

export const givenClass = (
  { parts, world }: Portal,
  wanted: Partial<NewMembershipClass> = {},
): Promise<MembershipClassEntity> =>
  parts.db.transaction(tx =>
    addMembershipClass(parts, tx, {
      associationId: world.aqpm.association.id,
      code: 'REGULAR',
      nameFr: 'Membre régulier',
      nameEn: 'Regular member',
      heldBy: 'PERSON',
      requiresCpl: false,
      insuranceEligible: false,
      certificateEligible: false,
      votes: true,
      renewalOpensDays: 60,
      graceDays: 30,
      ...wanted,
    }),
  );

/** A member since April 2025, paid until the end of March 2027. */
export const givenMembership = (
  { parts }: Portal,
  memberClass: MembershipClassEntity,
  holder: AdmitMember['holder'],
  wanted: Partial<AdmitMember> & Pick<AdmitMember, 'memberNumber'>,
): Promise<MembershipEntity> =>
  parts.db.transaction(tx =>
    admitMember(parts, tx, {
      associationId: memberClass.associationId,
      holder,
      admittedOn: localDate('2025-04-01'),
      affiliations: [
        { classId: memberClass.id, from: localDate('2025-04-01'), to: null, reason: 'ADMISSION' },
      ],
      terms: [
        { kind: 'ASSOCIATION_YEAR', from: localDate('2025-04-01'), to: localDate('2026-04-01') },
        { kind: 'ASSOCIATION_YEAR', from: localDate('2026-04-01'), to: localDate('2027-04-01') },
      ],
      ...wanted,
    }),
  );
