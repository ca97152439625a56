import { toPublicId } from '../../src/kernel/id.ts';
import type { OrganizationEntity } from '../../src/modules/organizations/index.ts';
import type { PersonEntity } from '../../src/modules/people/index.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { perform as performAccount } from '../accounts/operations.ts';
import {
  givenDelegations,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
  givenStaff,
} from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { perform, type Result } from './joining-operations.ts';

/** Somebody on file at AQPM without a role, signed in at its site, whose confirmed address is this one. */
export interface Somebody {
  readonly person: PersonEntity;
  readonly address: string;
  readonly accountId: string;
  readonly token: string;
  readonly tokenAt: (clientKey: string) => Promise<string>;
}

export async function givenSomebody(
  portal: Portal,
  address?: string,
  familyName = 'Lavoie',
): Promise<Somebody> {
  const account = await givenAccount(portal, address === undefined ? {} : { address });
  const person = await givenPerson(portal, { givenName: 'Maïa', familyName, accountId: account.id });
  const tokenAt = async (clientKey: string): Promise<string> => {
    const input = { identifier: account.address, password: PASSWORD };
    return (await performAccount(portal, 'signIn', input, { clientKey })).session.accessToken;
  };
  return {
    person,
    address: account.address,
    accountId: account.id,
    tokenAt,
    token: await tokenAt(portal.world.aqpm.siteKey),
  };
}

/** An organization with its principal, and the association's membership office at its tool. */
export interface House {
  readonly organization: OrganizationEntity;
  readonly organizationId: string;
  readonly principal: Somebody;
  readonly office: Asked;
}

export async function givenHouse(portal: Portal): Promise<House> {
  const organization = await givenOrganization(portal);
  const principal = await givenSomebody(portal, undefined, 'Patronne');
  await givenDelegations(portal, organization, principal.person, 'PRINCIPAL');
  return {
    organization,
    organizationId: toPublicId('Organization', organization.id),
    principal,
    office: await givenMembershipOffice(portal),
  };
}

export async function givenMembershipOffice(portal: Portal): Promise<Asked> {
  const staff = await givenSomebodySignedIn(portal);
  await givenStaff(portal, staff.accountId, portal.world.aqpm.association);
  const clientKey = portal.world.aqpm.toolKey;
  return { clientKey, token: await staff.tokenAt(clientKey) };
}

/** What people do in these tests, in few words. */
export const actsOf = (portal: () => Portal) => ({
  setWays: ({ organizationId, principal }: House, ways: object): Promise<Result> =>
    perform(
      portal(),
      'setOrganizationJoining',
      { organizationId, acceptsRequests: false, acceptsDomains: false, ...ways },
      principal,
    ),
  ask: ({ organizationId }: House, who: Asked, more: object = {}): Promise<Result> =>
    perform(portal(), 'requestToJoinOrganization', { organizationId, ...more }, who),
  decide: (requestId: string, decision: string, who: Asked, more: object = {}): Promise<Result> =>
    perform(portal(), 'decideJoinRequest', { requestId, decision, ...more }, who),
  withdraw: (requestId: string, who: Asked): Promise<Result> =>
    perform(portal(), 'withdrawJoinRequest', { requestId }, who),
  verify: ({ organizationId }: House, domain: string, who: Asked): Promise<Result> =>
    perform(
      portal(),
      'verifyOrganizationDomain',
      { organizationId, domain, document: 'Courriel du 3 mai' },
      who,
    ),
  join: ({ organizationId }: House, who: Asked): Promise<Result> =>
    perform(portal(), 'joinOrganization', { organizationId }, who),
  rotate: ({ organizationId, principal }: House): Promise<Result> =>
    perform(portal(), 'rotateOrganizationCode', { organizationId }, principal),
  enter: (organizationCode: string, who: Asked): Promise<Result> =>
    perform(portal(), 'joinOrganization', { organizationCode }, who),
});
