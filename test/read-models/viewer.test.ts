import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { suspendDelegations } from '../../src/modules/organizations/index.ts';
import { countStatements } from '../support/count-statements.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
  givenStaff,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';

const VIEWER = `{ viewer {
  account { username addresses { address primary verified pendingChange } }
  persons { id displayName } actingPerson { id }
  memberships {
    memberNumber holderName memberSince continuousSince
    association { code name } class { code name } status { code label since until }
    terms { from to } affiliations { from to reason } organization { id }
  }
  delegations {
    role roleLabel suspended person { displayName }
    organization { id publicName association { code } membership { memberNumber holderName status { code } } viewerCan { updateProfile inviteDelegates } }
  }
  staffAssignments { role association { code } }
} }`;

interface Viewed {
  readonly viewer: {
    readonly account: { readonly addresses: readonly { readonly address: string }[] };
    readonly persons: readonly { readonly id: string; readonly displayName: string }[];
    readonly actingPerson: { readonly id: string } | null;
    readonly memberships: readonly Record<string, unknown>[];
    readonly delegations: readonly {
      readonly role: string;
      readonly organization: Record<string, unknown>;
    }[];
    readonly staffAssignments: readonly { readonly role: string }[];
  } | null;
}

describe('the viewer (A11)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const view = async (asked: Asked, query = VIEWER): Promise<NonNullable<Viewed['viewer']>> => {
    const { data, errors } = await portal.graphql<Viewed>(query, {}, asked);
    expect(errors).toEqual([]);
    if (!data.viewer) throw new Error('nobody is signed in');
    return data.viewer;
  };

  it('is null when nobody is signed in', async () => {
    const { data, errors } = await portal.graphql<Viewed>(VIEWER);

    expect(data).toEqual({ viewer: null });
    expect(errors).toEqual([]);
  });

  it('brings more of an association than its names when more is asked for, by whatever way', async () => {
    const { person, token } = await givenSomebodySignedIn(portal);
    await givenMembership(
      portal,
      await givenClass(portal),
      { personId: person.id },
      { memberNumber: 'WHOLE-1' },
    );
    const brand = 'provinces brand { colour } support { email }';
    const whole = `fragment Whole on Association { ${brand} }`;
    const ask = async (selection: string): Promise<unknown> =>
      (
        await view(
          { token },
          `{ viewer { memberships { association { ${selection} } } } } ${selection.includes('...W') ? whole : ''}`,
        )
      ).memberships[0]?.['association'];

    const [plain, spread, nested] = await Promise.all([
      ask(`code ${brand}`),
      ask('code ...Whole'),
      ask('code ... on Association { alias: name ...Whole }'),
    ]);

    expect(plain).toMatchObject({ brand: { colour: expect.stringMatching(/^#/) } });
    for (const other of [spread, nested]) expect(other).toMatchObject(plain as object);
  });

  it('shows a person without anything', async () => {
    const { person, token } = await givenSomebodySignedIn(portal);

    const viewer = await view({ token });

    const id = toPublicId('Person', person.id);
    expect(viewer).toMatchObject({
      persons: [{ id, displayName: 'Zoé L’Écuyer' }],
      actingPerson: { id },
      memberships: [],
      delegations: [],
      staffAssignments: [],
    });
    expect(viewer.account.addresses).toMatchObject([{ primary: true, verified: true, pendingChange: null }]);
  });

  it('shows a membership with its status and the days as people read them', async () => {
    const { person, token } = await givenSomebodySignedIn(portal);
    const memberClass = await givenClass(portal, { code: 'VIEWER' });
    await givenMembership(portal, memberClass, { personId: person.id }, { memberNumber: 'V-1' });

    const { memberships } = await view({ token });

    expect(memberships).toEqual([
      {
        memberNumber: 'V-1',
        holderName: 'Zoé L’Écuyer',
        memberSince: '2025-04-01',
        continuousSince: '2025-04-01',
        association: { code: 'aqpm', name: 'Association québécoise de la production médiatique' },
        class: { code: 'VIEWER', name: 'Membre régulier' },
        status: { code: 'ACTIVE', label: 'En règle', since: '2025-04-01', until: '2027-01-30' },
        terms: [
          { from: '2025-04-01', to: '2026-03-31' },
          { from: '2026-04-01', to: '2027-03-31' },
        ],
        affiliations: [{ from: '2025-04-01', to: null, reason: 'ADMISSION' }],
        organization: null,
      },
    ]);
  });

  it('shows memberships in several associations at once through a client of their common tree', async () => {
    const { accountId, tokenAt } = await givenSomebodySignedIn(portal);
    const { icu, oppi } = portal.world;
    const [national, institute] = await Promise.all([
      givenClass(portal, { associationId: icu.association.id, code: 'FULL' }),
      givenClass(portal, { associationId: oppi.id, code: 'RPP' }),
    ]);
    const person = await givenPerson(portal, { accountId, associationId: icu.association.id });
    await givenMembership(portal, national, { personId: person.id }, { memberNumber: 'N-1' });
    await givenMembership(portal, institute, { personId: person.id }, { memberNumber: 'O-1' });

    const { memberships } = await view({ clientKey: icu.siteKey, token: await tokenAt(icu.siteKey) });

    expect(memberships.map(({ memberNumber }) => memberNumber).toSorted()).toEqual(['N-1', 'O-1']);
  });

  it('shows the organization of a delegate with what they may do', async () => {
    const { person, token } = await givenSomebodySignedIn(portal);
    const organization = await givenOrganization(portal);
    await givenDelegations(portal, organization, person, 'PRINCIPAL', 'DUES');
    const memberClass = await givenClass(portal, { code: 'PRODUCER', heldBy: 'ORGANIZATION' });
    await givenMembership(portal, memberClass, { organizationId: organization.id }, { memberNumber: 'P-1' });

    const { delegations } = await view({ token });

    expect(delegations.map(({ role }) => role)).toEqual(['PRINCIPAL', 'DUES']);
    expect(delegations[0]).toEqual({
      role: 'PRINCIPAL',
      roleLabel: 'Délégué principal',
      suspended: false,
      person: { displayName: 'Zoé L’Écuyer' },
      organization: {
        id: toPublicId('Organization', organization.id),
        publicName: 'Productions Boréales',
        association: { code: 'aqpm' },
        membership: { memberNumber: 'P-1', holderName: 'Productions Boréales', status: { code: 'ACTIVE' } },
        viewerCan: { updateProfile: true, inviteDelegates: false },
      },
    });
  });

  it('leaves out a delegation whose rights are suspended', async () => {
    const { person, token } = await givenSomebodySignedIn(portal);
    const organization = await givenOrganization(portal);
    await givenDelegations(portal, organization, person, 'PRINCIPAL');
    await portal.parts.db.transaction(tx =>
      suspendDelegations(portal.parts, tx, {
        organizationId: organization.id,
        personId: person.id,
        roles: ['PRINCIPAL'],
      }),
    );

    expect((await view({ token })).delegations).toEqual([]);
  });

  it('names nobody as acting when a joint account leaves the choice', async () => {
    const { accountId, token } = await givenSomebodySignedIn(portal);
    await givenPerson(portal, { accountId, givenName: 'Alex' });

    const { persons, actingPerson } = await view({ token });

    expect(persons).toHaveLength(2);
    expect(actingPerson).toBeNull();
  });

  it('shows staff assignments to an internal tool only', async () => {
    const { accountId, token, tokenAt } = await givenSomebodySignedIn(portal);
    const { aqpm } = portal.world;
    await givenStaff(portal, accountId, aqpm.association, StaffRole.ADMIN);

    const atSite = await view({ token });
    const atTool = await view({ clientKey: aqpm.toolKey, token: await tokenAt(aqpm.toolKey) });

    expect(atSite.staffAssignments).toEqual([]);
    expect(atTool.staffAssignments).toEqual([{ role: 'ADMIN', association: { code: 'aqpm' } }]);
  });

  it('tells AQPM’s site nothing of what a delegate is at ACPS, not one word', async () => {
    const canary = 'Canari-Parachute';
    const { acps } = portal.world;
    const { person, accountId, token, tokenAt } = await givenSomebodySignedIn(portal);
    await givenDelegations(portal, await givenOrganization(portal), person, 'PRINCIPAL');
    const skydiver = await givenPerson(portal, {
      accountId,
      associationId: acps.association.id,
      familyName: canary,
    });
    const affiliate = await givenClass(portal, {
      associationId: acps.association.id,
      code: 'AFF',
      nameFr: canary,
    });
    await givenMembership(portal, affiliate, { personId: skydiver.id }, { memberNumber: canary });
    const club = await givenOrganization(portal, {
      associationId: acps.association.id,
      publicNameFr: canary,
    });
    await givenDelegations(portal, club, skydiver, 'DUES');

    const atAqpm = await portal.graphql(VIEWER, {}, { token });
    const ids = [toPublicId('Person', skydiver.id), toPublicId('Organization', club.id)];
    const byId = await portal.graphql(
      `query ($person: ID!, $club: ID!) {
         person: node(id: $person) { id } club: node(id: $club) { id } organization(id: $club) { id } }`,
      { person: ids[0], club: ids[1] },
      { token },
    );
    const atAcps = await view({ clientKey: acps.siteKey, token: await tokenAt(acps.siteKey) });

    expect(atAqpm.text).not.toContain(canary);
    expect(atAqpm.text).not.toContain('acps');
    for (const id of ids) expect(atAqpm.text).not.toContain(id);
    expect(byId.data).toEqual({ person: null, club: null, organization: null });
    expect(atAcps.memberships).toMatchObject([{ memberNumber: canary }]);
    expect(atAcps.delegations).toMatchObject([{ role: 'DUES', organization: { publicName: canary } }]);
  });

  it('is read in one statement, however much there is', async () => {
    const { person, token } = await givenSomebodySignedIn(portal);
    const addOne = async (code: string): Promise<void> => {
      const organization = await givenOrganization(portal);
      await givenDelegations(portal, organization, person, 'PRINCIPAL');
      const memberClass = await givenClass(portal, { code, heldBy: 'ORGANIZATION' });
      await givenMembership(portal, memberClass, { organizationId: organization.id }, { memberNumber: code });
    };
    await addOne('ONE');
    const little = await countStatements(portal, () => view({ token }, '{ viewer { account { id } } }'));
    const some = await countStatements(portal, () => view({ token }));
    for (const code of ['TWO', 'THREE', 'FOUR']) await addOne(code);

    const more = await countStatements(portal, () => view({ token }));

    expect(some).toBe(little);
    expect(more).toBe(little);
  });
});
