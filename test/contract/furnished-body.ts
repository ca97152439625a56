import { localDate } from '../../src/kernel/local-date.ts';
import {
  newId,
  toPublicId,
  type AssociationId,
  type IdKind,
  type SecondFactorId,
  type SharingAgreementId,
} from '../../src/kernel/id.ts';
import { addAssociation, addSection, StaffRole } from '../../src/modules/associations/index.ts';
import { SharingAgreementEntity } from '../../src/modules/associations/sharing/sharing-agreement.entity.ts';
import { addMemberNumber } from '../../src/modules/accounts/index.ts';
import { RepresentationEntity } from '../../src/modules/organizations/representations/representation.entity.ts';
import { RepresentationKind } from '../../src/modules/organizations/representations/representation.enums.ts';
import { putCoordinates, type OrganizationEntity } from '../../src/modules/organizations/index.ts';
import { PasskeyEntity } from '../../src/modules/accounts/second-factors/passkey.entity.ts';
import { givenAccount, type GivenAccount } from '../accounts/given-account.ts';
import { signedIn } from '../accounts/operations.ts';
import { create } from '../documents/upload-operations.ts';
import { perform } from '../organizations/delegate-operations.ts';
import { furnishBilling } from './furnish-billing.ts';
import { furnishJoining } from './furnish-joining.ts';
import { furnishInvitationRun } from './furnish-invitation-run.ts';
import { furnishImport } from './furnish-import.ts';
import { furnishExport } from './furnish-export.ts';
import { furnishLeaving } from './furnish-leaving.ts';
import { furnishMerging } from './furnish-merging.ts';
import { codeMailedTo, givenOffice, issue, newAddress, type Office } from '../invitations/operations.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { plain, type Body } from '../support/world.ts';

/** A body with one record of every kind, each of which bears a mark that stands nowhere else. */
export interface FurnishedBody extends Body {
  readonly mark: string;
  /** Administrators of the body, signed in at its tool. */
  readonly office: Office;
  /** Principal delegate of the organization and a member by themselves. */
  readonly account: GivenAccount;
  /** The member, signed in at the body's site. */
  readonly member: Asked;
  /** Of every kind that belongs to a body. */
  readonly ids: Readonly<Record<IdKind, string>>;
  /** Of an invitation that can be used. */
  readonly code: string;
  readonly memberNumber: string;
}

const NOWHERE = { street2: null, city: null, province: null, postalCode: null, country: 'CA' };

/** Fills a body. The same account can be a member of several. */
export async function furnish(
  portal: Portal,
  body: Body,
  mark: string,
  account?: GivenAccount,
): Promise<FurnishedBody> {
  const { id: associationId } = body.association;
  const own = account ?? (await givenAccount(portal, { associationIds: [associationId] }));
  const person = await givenPerson(portal, {
    associationId,
    givenName: `Zoé-${mark}`,
    familyName: `Écuyer-${mark}`,
    accountId: own.id,
  });
  const section = await portal.parts.db.transaction(tx =>
    addSection(portal.parts, tx, {
      associationId,
      code: `section-${mark}`,
      nameFr: `Section ${mark}`,
      nameEn: `${mark} Section`,
    }),
  );
  const organization = await givenOrganization(portal, {
    associationId,
    legalName: `${mark} inc.`,
    publicNameFr: `Maison ${mark}`,
    publicNameEn: `House of ${mark}`,
    sections: [{ sectionId: section.id, from: localDate('2025-04-01') }],
  });
  await portal.parts.db.transaction(tx =>
    putCoordinates(portal.parts, tx, organization.id, {
      addresses: [{ ...NOWHERE, kind: 'BRANCH', street: `1, rue ${mark}` }],
      phones: [{ kind: 'FAX', number: '+14185550177', extension: null }],
      emails: [{ kind: 'MEDIA', address: `medias@${mark}.example` }],
      websites: [{ kind: 'SOCIAL_MEDIA', url: `https://${mark}.example/` }],
    }),
  );
  await givenDelegations(portal, organization, person, 'PRINCIPAL');
  const memberNumber = `${mark}-7`;
  const ofPeople = await givenClass(portal, { associationId, code: `P-${mark}`, nameFr: `Membre ${mark}` });
  const ofHouses = await givenClass(portal, { associationId, code: `O-${mark}`, heldBy: 'ORGANIZATION' });
  const membership = await givenMembership(portal, ofPeople, { personId: person.id }, { memberNumber });
  await portal.parts.db.transaction(tx =>
    addMemberNumber(tx, { accountId: own.id, associationId, memberNumber }),
  );
  const holder = { organizationId: organization.id };
  await givenMembership(portal, ofHouses, holder, { memberNumber: `${mark}-8` });

  const office = await givenOffice(portal, { body, role: StaffRole.ADMIN, name: `Anne Bureau-${mark}` });
  const address = newAddress();
  const draft = { email: address, givenName: 'Luc', familyName: `Invité-${mark}` };
  const invitation = await issue(portal, office, draft);
  const code = await codeMailedTo(portal, address);
  const { accessToken } = await signedIn(portal, own.address, { clientKey: body.siteKey });
  const member = { clientKey: body.siteKey, token: accessToken };
  await offerToAnother(portal, organization, member, mark);
  await furnishJoining(portal, organization, mark);
  const agreementId = await givenAgreement(portal, body, mark);
  const membershipId = membership.id;

  const one = async <Kind extends IdKind>(kind: Kind, sql: string, of: string): Promise<string> => {
    const [row] = await portal.parts.db.entities.query<{ id: never }[]>(sql, [of]);
    if (!row) throw new Error(`no ${kind}`);
    return toPublicId(kind, row.id);
  };
  return {
    ...body,
    mark,
    office,
    account: own,
    member,
    code,
    memberNumber,
    ids: {
      Account: toPublicId('Account', own.id),
      Person: toPublicId('Person', person.id),
      Organization: toPublicId('Organization', organization.id),
      Association: toPublicId('Association', body.association.id),
      AssociationDocument: toPublicId('AssociationDocument', body.documentIds[0] as never),
      Section: toPublicId('Section', section.id),
      Membership: toPublicId('Membership', membership.id),
      MembershipClass: toPublicId('MembershipClass', ofPeople.id),
      Invitation: invitation.id,
      Delegation: await one(
        'Delegation',
        'select id from delegation where organization_id = $1',
        organization.id,
      ),
      PrincipalHandover: await one(
        'PrincipalHandover',
        'select id from principal_handover where organization_id = $1',
        organization.id,
      ),
      JoinRequest: await one(
        'JoinRequest',
        'select id from join_request where organization_id = $1',
        organization.id,
      ),
      AccountAddress: await one(
        'AccountAddress',
        'select id from account_address where account_id = $1',
        own.id,
      ),
      Affiliation: await one(
        'Affiliation',
        'select id from affiliation where membership_id = $1',
        membership.id,
      ),
      Term: await one('Term', 'select id from term where membership_id = $1', membership.id),
      Client: await one('Client', 'select id from client where association_id = $1', associationId),
      Mail: await one('Mail', 'select id from mail where association_id = $1', associationId),
      ...(await furnishMerging(portal, associationId, office, mark)),
      Session: await one(
        'Session',
        `select s.id from session s join client c on c.id = s.client_id
         where s.account_id = $1 and c.association_id = '${associationId}'`,
        own.id,
      ),
      Upload: (await create(portal, { fileName: `Preuve-${mark}.pdf` }, member)).upload.id,
      ExportJob: await furnishExport(portal, associationId),
      ImportRun: await furnishImport(portal, office, mark),
      InvitationRun: await furnishInvitationRun(portal, office, mark),
      SecondFactor: toPublicId('SecondFactor', await givenFactor(portal, associationId)),
      Representation: await givenRepresentation(portal, organization, mark),
      SharingAgreement: toPublicId('SharingAgreement', agreementId),
      ...(await furnishLeaving(portal, { associationId, membershipId, classId: ofPeople.id }, mark)),
      ...(await furnishBilling(
        portal,
        { associationId, membershipId, personId: person.id, accountId: office.account.id },
        mark,
      )),
      StaffAssignment: await one(
        'StaffAssignment',
        'select id from staff_assignment where account_id = $1',
        office.account.id,
      ),
    },
  };
}

/** The principal's place, to a delegate who has not answered yet. */
async function offerToAnother(
  portal: Portal,
  organization: OrganizationEntity,
  principal: Asked,
  mark: string,
): Promise<void> {
  const { associationId } = organization;
  const { id: accountId } = await givenAccount(portal, { associationIds: [associationId] });
  const familyName = `Relève-${mark}`;
  const person = await givenPerson(portal, { associationId, givenName: 'Ida', familyName, accountId });
  await givenDelegations(portal, organization, person, 'DUES');
  await perform(
    portal,
    'offerPrincipalHandover',
    {
      organizationId: toPublicId('Organization', organization.id),
      toPersonId: toPublicId('Person', person.id),
      remainingRoles: ['CONTACT'],
    },
    principal,
  );
}

/** Of somebody else of the body: who has one gives it whenever they sign in. */
async function givenFactor(portal: Portal, associationId: AssociationId): Promise<SecondFactorId> {
  const { id: accountId } = await givenAccount(portal, { associationIds: [associationId] });
  const id = newId<'SecondFactor'>(portal.clock, portal.parts.random);
  await portal.parts.db.transaction(tx =>
    tx.insert(PasskeyEntity, {
      id,
      accountId,
      rpId: 'nulle-part.example',
      credentialId: id,
      publicKey: Buffer.alloc(0),
      signCount: '0',
      transports: [],
      backedUp: false,
      name: 'Clé',
      addedAt: portal.clock.now(),
      lastUsedAt: null,
    }),
  );
  return id;
}

/** By a director who is not on file. */
async function givenRepresentation(
  { parts }: Portal,
  { id: organizationId, associationId }: OrganizationEntity,
  mark: string,
): Promise<string> {
  const id = newId<'Representation'>(parts.clock, parts.random);
  await parts.db.transaction(tx =>
    tx.insert(RepresentationEntity, {
      id,
      associationId,
      personId: null,
      organizationId,
      kind: RepresentationKind.DIRECTOR,
      representativePersonId: null,
      givenName: 'Adèle',
      familyName: `Administratrice-${mark}`,
      nameKey: `administratrice ${mark} adele`,
      fromOn: localDate('2025-04-01'),
      toOn: null,
      document: `Registre ${mark}`,
      uploadId: null,
      recordedAt: parts.clock.now(),
    }),
  );
  return toPublicId('Representation', id);
}

/** With an independent body below, which lets this one see its members. */
async function givenAgreement(
  { parts }: Portal,
  { association }: Body,
  mark: string,
): Promise<SharingAgreementId> {
  const id = newId<'SharingAgreement'>(parts.clock, parts.random);
  await parts.db.transaction(async tx => {
    const code = `libre-${mark.toLowerCase()}`;
    const facts = { ...plain(code, `Corps libre ${mark}`), parent: association, independent: true };
    const below = await addAssociation(parts, tx, facts);
    await tx.insert(SharingAgreementEntity, {
      id,
      fromAssociationId: below.id,
      toAssociationId: association.id,
      kinds: ['MEMBERS'],
      purposeFr: `Liste ${mark}`,
      purposeEn: `${mark} list`,
      fromAt: parts.clock.now(),
      toAt: null,
    });
  });
  return id;
}
