import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DelegationTaken,
  grantDelegations,
  suspendDelegations,
  type DelegateRole,
  type OrganizationEntity,
} from '../../src/modules/organizations/index.ts';
import type { PersonEntity } from '../../src/modules/people/index.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { Refusal } from '../../src/platform/problem.ts';
import { days } from '../support/fake-clock.ts';
import {
  givenDelegations,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';

const principalAt = statement<{ person_id: string }>(
  'test-principal-at',
  `select person_id from delegation where organization_id = $1 and role = 'PRINCIPAL'
   and from_at <= $2 and (to_at is null or to_at > $2)`,
);
const rolesOf = statement<{ role: DelegateRole; suspended: boolean }>(
  'test-roles-of',
  'select role, suspended_at is not null as suspended from delegation where person_id = $1 order by role',
);

describe('delegations (C2, C3)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const grant = (
    organization: OrganizationEntity,
    person: PersonEntity,
    ...roles: DelegateRole[]
  ): Promise<void> => givenDelegations(portal, organization, person, ...roles);
  const isTaken = (error: unknown): boolean =>
    error instanceof Refusal && error.problem instanceof DelegationTaken;

  it('give one person several roles', async () => {
    const [organization, person] = await Promise.all([givenOrganization(portal), givenPerson(portal)]);

    await grant(organization, person, 'PRINCIPAL', 'DUES', 'VOTING');

    const rows = await portal.parts.db.read(rolesOf, [person.id]);
    expect(rows.map(({ role }) => role)).toEqual(['DUES', 'PRINCIPAL', 'VOTING']);
  });

  it('refuse a second principal while the first is in place, and give none of the other roles then', async () => {
    const [organization, first, second] = await Promise.all([
      givenOrganization(portal),
      givenPerson(portal),
      givenPerson(portal),
    ]);
    await grant(organization, first, 'PRINCIPAL');

    const refusal: unknown = await grant(organization, second, 'DUES', 'PRINCIPAL').catch(
      (error: unknown) => error,
    );

    expect(isTaken(refusal)).toBe(true);
    expect(await portal.parts.db.read(rolesOf, [second.id])).toEqual([]);
  });

  it('leave a role that the person has already as it is', async () => {
    const [organization, person] = await Promise.all([givenOrganization(portal), givenPerson(portal)]);
    await grant(organization, person, 'PRINCIPAL');

    await grant(organization, person, 'PRINCIPAL', 'CONTACT');

    const rows = await portal.parts.db.read(rolesOf, [person.id]);
    expect(rows.map(({ role }) => role)).toEqual(['CONTACT', 'PRINCIPAL']);
  });

  it('let exactly one of eight become principal at the same moment', async () => {
    const organization = await givenOrganization(portal);
    const people = await Promise.all(Array.from({ length: 8 }, () => givenPerson(portal)));

    const outcomes = await Promise.allSettled(people.map(person => grant(organization, person, 'PRINCIPAL')));

    const lost = outcomes.filter(outcome => outcome.status === 'rejected');
    expect(lost.filter(({ reason }) => isTaken(reason))).toHaveLength(7);
    expect(await portal.parts.db.read(principalAt, [organization.id, portal.clock.now()])).toHaveLength(1);
  });

  it('have one answer to who was principal on any date', async () => {
    const [organization, first, second] = await Promise.all([
      givenOrganization(portal),
      givenPerson(portal),
      givenPerson(portal),
    ]);
    const started = portal.clock.now();
    await grant(organization, first, 'PRINCIPAL');
    portal.clock.advance(days(10));
    const handedOver = portal.clock.now();

    await portal.parts.db.transaction(async tx => {
      await tx.query('update delegation set to_at = $2 where organization_id = $1', [
        organization.id,
        handedOver,
      ]);
      const roles = ['PRINCIPAL' as const];
      await grantDelegations(portal.parts, tx, {
        organizationId: organization.id,
        personId: second.id,
        roles,
      });
    });

    const at = async (instant: Date): Promise<(string | undefined)[]> =>
      (await portal.parts.db.read(principalAt, [organization.id, instant])).map(({ person_id }) => person_id);
    expect(await at(new Date(started.getTime() - 1))).toEqual([]);
    expect(await at(started)).toEqual([first.id]);
    expect(await at(new Date(handedOver.getTime() - 1))).toEqual([first.id]);
    expect(await at(handedOver)).toEqual([second.id]);
  });

  it('are suspended without leaving the record', async () => {
    const [organization, person] = await Promise.all([givenOrganization(portal), givenPerson(portal)]);
    await grant(organization, person, 'PRINCIPAL', 'DUES');

    await portal.parts.db.transaction(tx =>
      suspendDelegations(portal.parts, tx, {
        organizationId: organization.id,
        personId: person.id,
        roles: ['PRINCIPAL'],
      }),
    );

    expect(await portal.parts.db.read(rolesOf, [person.id])).toEqual([
      { role: 'DUES', suspended: false },
      { role: 'PRINCIPAL', suspended: true },
    ]);
  });

  it('are noted with the account that holds them', async () => {
    const organization = await givenOrganization(portal);
    const { person, accountId } = await givenSomebodySignedIn(portal);

    await portal.parts.db.transaction(tx =>
      grantDelegations(portal.parts, tx, {
        organizationId: organization.id,
        personId: person.id,
        roles: ['PRINCIPAL'],
        accountId,
      }),
    );

    const held = await portal.parts.db.read<{ association_id: string }>(
      {
        name: 'test-holdings',
        text: `select association_id from account_holding where account_id = $1 and kind = 'DELEGATION'`,
      },
      [accountId],
    );
    expect(held).toEqual([{ association_id: organization.associationId }]);
  });
});
