import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '../../src/kernel/local-date.ts';
import { memberNumberBecomesIdentifier } from '../../src/modules/memberships/index.ts';
import { attachAccount } from '../../src/modules/people/index.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { perform } from '../accounts/operations.ts';
import {
  givenClass,
  givenMembership,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';

const countOf = statement<{ members: number }>(
  'test-count',
  'select members::int as members from membership_count where association_id = $1',
);
const sortKeyOf = statement<{ key: string }>(
  'test-sort-key',
  'select holder_search_key as key from membership where id = $1',
);

describe('admitting a member', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  it('counts every member, however many are admitted at once', async () => {
    const { acps } = portal.world;
    const associationId = acps.association.id;
    const memberClass = await givenClass(portal, { associationId });
    const people = await Promise.all(Array.from({ length: 8 }, () => givenPerson(portal, { associationId })));

    await Promise.all(
      people.map((person, i) =>
        givenMembership(portal, memberClass, { personId: person.id }, { memberNumber: `C-${i}` }),
      ),
    );

    expect(await portal.parts.db.read(countOf, [associationId])).toEqual([{ members: 8 }]);
  });

  it('gives a member number once, and does not count who was refused it', async () => {
    const { icu } = portal.world;
    const associationId = icu.association.id;
    const memberClass = await givenClass(portal, { associationId });
    const people = await Promise.all(Array.from({ length: 4 }, () => givenPerson(portal, { associationId })));

    const outcomes = await Promise.allSettled(
      people.map(person =>
        givenMembership(portal, memberClass, { personId: person.id }, { memberNumber: 'SAME' }),
      ),
    );

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await portal.parts.db.read(countOf, [associationId])).toEqual([{ members: 1 }]);
  });

  it('refuses two terms that overlap, and leaves nothing behind', async () => {
    const memberClass = await givenClass(portal, { code: 'OVERLAP' });
    const person = await givenPerson(portal);
    const terms = [
      { kind: 'ROLLING' as const, from: localDate('2026-01-01'), to: localDate('2027-01-01') },
      { kind: 'ROLLING' as const, from: localDate('2026-12-31'), to: localDate('2027-12-31') },
    ];

    const admitted = givenMembership(
      portal,
      memberClass,
      { personId: person.id },
      { memberNumber: 'OV', terms },
    );

    await expect(admitted).rejects.toThrow(/term_one_at_a_time/);
    const rows = await portal.parts.db.read(
      { name: 'test-none', text: `select 1 from membership where member_number = 'OV'` },
      [],
    );
    expect(rows).toEqual([]);
  });

  it('sorts the member under the new name when the holder is renamed', async () => {
    const memberClass = await givenClass(portal, { code: 'RENAMED' });
    const { person, token } = await givenSomebodySignedIn(portal);
    const membership = await givenMembership(
      portal,
      memberClass,
      { personId: person.id },
      { memberNumber: 'REN' },
    );

    await portal.graphql(
      `mutation { updateProfile(input: { givenName: "Zoé", familyName: "Œuvrard" }) { __typename } }`,
      {},
      { token },
    );

    expect(await portal.parts.db.read(sortKeyOf, [membership.id])).toEqual([{ key: 'OEUVRARD ZOE' }]);
  });

  it('lets the member number sign in: of a person with an account at once, of another one once they have it (A1)', async () => {
    const memberClass = await givenClass(portal, { code: 'NUMBERED' });
    const { person } = await givenSomebodySignedIn(portal);
    const later = await givenPerson(portal);
    await givenMembership(portal, memberClass, { personId: person.id }, { memberNumber: 'AQ-0101' });
    await givenMembership(portal, memberClass, { personId: later.id }, { memberNumber: 'AQ-0102' });
    const account = await givenAccount(portal);
    await portal.parts.db.transaction(async tx => {
      await attachAccount(portal.parts, tx, { personId: later.id, accountId: account.id });
      await memberNumberBecomesIdentifier(portal.parts, tx, { personId: later.id, accountId: account.id });
    });

    const signIn = async (identifier: string): Promise<string> =>
      (await perform(portal, 'signIn', { identifier, password: PASSWORD })).__typename;

    expect(await signIn('AQ-0101')).toBe('SignInSuccess');
    expect(await signIn('AQ-0102')).toBe('SignInSuccess');
    expect(await signIn('AQ-0103')).toBe('SignInRefused');
  });

  it('admits an organization', async () => {
    const memberClass = await givenClass(portal, { code: 'FIRM', heldBy: 'ORGANIZATION' });
    const organization = await givenOrganization(portal);

    const membership = await givenMembership(
      portal,
      memberClass,
      { organizationId: organization.id },
      { memberNumber: 'F-1' },
    );

    expect(await portal.parts.db.read(sortKeyOf, [membership.id])).toEqual([{ key: organization.searchKey }]);
  });
});
