import { In } from 'typeorm';
import { toPublicId, type AssociationId, type InvitationId } from '../kernel/id.ts';
import { AssociationEntity } from '../modules/associations/index.ts';
import { InvitationEntity, issueInvitations, type InvitationDraft } from '../modules/invitations/index.ts';
import { MembershipEntity } from '../modules/memberships/index.ts';
import { DelegateRole, grantDelegations, OrganizationEntity } from '../modules/organizations/index.ts';
import type { Parts } from '../platform/context.ts';
import { asDemoStaff, onFileAtAqpm } from './as-demo-staff.ts';
import { daysAgo } from './days-ago.ts';
import { aqpmHouses, type DemoHouse } from './people/aqpm-houses.ts';
import { aqpmPeople } from './people/aqpm-people.ts';
import type { DemoPerson } from './people/demo-person.ts';

const { PRINCIPAL, DUES } = DelegateRole;

/** Invitations of the AQPM as its staff find them: one was accepted, one has expired, some wait. */
export async function inviteDemoPeople(parts: Parts): Promise<boolean> {
  const { id: associationId } = await parts.db.entities.findOneByOrFail(AssociationEntity, { code: 'aqpm' });
  if (await parts.db.entities.existsBy(InvitationEntity, { associationId })) return false;

  const { siobhan, zoe, jean, grace, etienne } = aqpmPeople;
  const [ecluse, kinoptik, nordet] = await Promise.all(
    [aqpmHouses.ecluse, aqpmHouses.kinoptik, aqpmHouses.nordet].map(house => houseId(parts, house)),
  );

  const personId = toPublicId('Person', (await onFileAtAqpm(parts, siobhan)).id);
  const accepted = await invite(daysAgo(parts, 75), associationId, [
    { ...addressee(siobhan), personId, organizationId: kinoptik, roles: [PRINCIPAL] },
  ]);
  await acceptAsSiobhan(daysAgo(parts, 74), accepted);
  const expired = await invite(daysAgo(parts, 45), associationId, [
    { ...newcomer(zoe), organizationId: nordet, roles: [PRINCIPAL] },
  ]);
  await deliverAnyway(parts, [...accepted, ...expired]);

  const associate = await parts.db.entities.findOneByOrFail(MembershipEntity, {
    associationId,
    memberNumber: '2002',
  });
  await invite(parts, associationId, [
    { ...newcomer(jean), organizationId: ecluse, roles: [PRINCIPAL] },
    { ...newcomer(grace), organizationId: kinoptik, roles: [DUES] },
    { ...addressee(etienne), membershipId: toPublicId('Membership', associate.id) },
  ]);
  return true;
}

async function invite(
  parts: Parts,
  associationId: AssociationId,
  invitations: readonly InvitationDraft[],
): Promise<readonly InvitationId[]> {
  const rows = await issueInvitations(await asDemoStaff(parts), {
    associationId: toPublicId('Association', associationId),
    invitations,
  });
  return rows.map(({ outcome, invitationId }) => {
    if (invitationId === null) throw new Error(`an invitation of the demonstration was answered ${outcome}`);
    return invitationId as InvitationId;
  });
}

/** Her code is in a mail that may be gone already, so what accepting leaves behind is written as it stands. */
async function acceptAsSiobhan(parts: Parts, ids: readonly InvitationId[]): Promise<void> {
  const { id: personId, accountId } = await onFileAtAqpm(parts, aqpmPeople.siobhan);
  const invitation = await parts.db.entities.findOneByOrFail(InvitationEntity, { id: In(ids) });
  if (accountId === null || invitation.organizationId === null)
    throw new Error('she has nothing to accept with');
  const { organizationId, delegateRoles: roles } = invitation;
  await parts.db.transaction(async tx => {
    const outcome = { acceptedAt: parts.clock.now(), acceptedByAccountId: accountId };
    await tx.update(InvitationEntity, { id: invitation.id }, outcome);
    await grantDelegations(parts, tx, { organizationId, personId, roles, accountId });
  });
}

/** A mail whose code has died is not sent any more, but here people are meant to try such codes. */
async function deliverAnyway({ db }: Parts, ids: readonly InvitationId[]): Promise<void> {
  await db.transaction(tx =>
    tx.query(
      `update mail set send_before = null where state = 'QUEUED' and values->>'invitationId' = any ($1)`,
      [ids],
    ),
  );
}

async function houseId({ db }: Parts, { legalName }: DemoHouse): Promise<string> {
  const { id } = await db.entities.findOneByOrFail(OrganizationEntity, { legalName });
  return toPublicId('Organization', id);
}

const addressee = ({ email, locale }: DemoPerson): Pick<InvitationDraft, 'email' | 'locale'> => ({
  email,
  locale,
});
const newcomer = ({ email, locale, givenName, familyName }: DemoPerson): InvitationDraft => ({
  email,
  locale,
  givenName,
  familyName,
});
