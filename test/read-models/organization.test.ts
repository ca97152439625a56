import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { suspendDelegations, type OrganizationEntity } from '../../src/modules/organizations/index.ts';
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

const ORGANIZATION = `query ($id: ID!) { organization(id: $id) {
  id legalName publicName association { code } sections { section { code name } from to }
  delegations { id role suspended person { displayName } organization { id } }
  membership { memberNumber status { code } organization { id } }
  viewerCan { updateProfile inviteDelegates }
  profileForm { name fields { path value readOnlyReason } }
} }`;

interface Read {
  readonly organization: {
    readonly id: string;
    readonly delegations: readonly { readonly role: string; readonly suspended: boolean }[];
    readonly viewerCan: { readonly updateProfile: boolean; readonly inviteDelegates: boolean };
    readonly profileForm: { readonly fields: readonly { readonly readOnlyReason: string | null }[] };
  } | null;
}

describe('an organization', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const read = async (organization: OrganizationEntity, asked: Asked): Promise<Read['organization']> => {
    const variables = { id: toPublicId('Organization', organization.id) };
    const { data, errors } = await portal.graphql<Read>(ORGANIZATION, variables, asked);
    expect(errors).toEqual([]);
    return data.organization;
  };

  it('is shown to its delegates, with the names of the others and nothing more of them', async () => {
    const { aqpm } = portal.world;
    const sections = [{ sectionId: aqpm.sectionIds[0] ?? '', from: localDate('2024-01-01') }];
    const organization = await givenOrganization(portal, { sections });
    const { person, token } = await givenSomebodySignedIn(portal);
    const other = await givenPerson(portal, {
      givenName: 'Alex',
      familyName: 'Abel',
      contactEmail: 'canari@maboite.example',
    });
    await givenDelegations(portal, organization, person, 'PRINCIPAL');
    await givenDelegations(portal, organization, other, 'VOTING');
    const memberClass = await givenClass(portal, { code: 'ORG', heldBy: 'ORGANIZATION' });
    await givenMembership(
      portal,
      memberClass,
      { organizationId: organization.id },
      { memberNumber: 'ORG-1' },
    );

    const found = await read(organization, { token });

    const id = toPublicId('Organization', organization.id);
    expect(found).toMatchObject({
      id,
      association: { code: 'aqpm' },
      sections: [{ section: { code: 'television', name: 'Télévision' }, from: '2024-01-01', to: null }],
      delegations: [
        { role: 'PRINCIPAL', person: { displayName: 'Zoé L’Écuyer' }, organization: { id } },
        { role: 'VOTING', person: { displayName: 'Alex Abel' }, organization: { id } },
      ],
      membership: { memberNumber: 'ORG-1', status: { code: 'ACTIVE' }, organization: { id } },
      viewerCan: { updateProfile: true, inviteDelegates: false },
    });
    expect(JSON.stringify(found)).not.toContain('canari');
    expect(found?.profileForm.fields.filter(({ readOnlyReason }) => readOnlyReason === null)).toHaveLength(
      12,
    );
  });

  it('is shown to a dues delegate with a form that says why it cannot be changed', async () => {
    const organization = await givenOrganization(portal);
    const { person, token } = await givenSomebodySignedIn(portal);
    await givenDelegations(portal, organization, person, 'DUES');

    const found = await read(organization, { token });

    expect(found?.viewerCan.updateProfile).toBe(false);
    expect(found?.profileForm.fields.every(({ readOnlyReason }) => readOnlyReason !== null)).toBe(true);
  });

  it('is null for a stranger, for a suspended delegate, and for ids that name none', async () => {
    const organization = await givenOrganization(portal);
    const stranger = await givenSomebodySignedIn(portal);
    const suspended = await givenSomebodySignedIn(portal);
    await givenDelegations(portal, organization, suspended.person, 'CONTACT');
    await portal.parts.db.transaction(tx =>
      suspendDelegations(portal.parts, tx, {
        organizationId: organization.id,
        personId: suspended.person.id,
        roles: ['CONTACT'],
      }),
    );
    const byId = async (id: string) =>
      (await portal.graphql(ORGANIZATION, { id }, { token: stranger.token })).text;
    const public_ = toPublicId('Organization', organization.id);

    const answers = await Promise.all(
      [public_, 'org_1111111111111111111111', 'nonsense', '', toPublicId('Person', stranger.person.id)].map(
        byId,
      ),
    );

    expect(answers[0]).toBe('{"data":{"organization":null}}\n');
    for (const answer of answers) expect(answer).toBe(answers[0]);
    expect(await read(organization, { token: suspended.token })).toBeNull();
  });

  it.each(Object.values(StaffRole))(
    'is shown to staff with the role %s through an internal tool alone',
    async role => {
      const organization = await givenOrganization(portal);
      const { accountId, token, tokenAt } = await givenSomebodySignedIn(portal);
      await givenStaff(portal, accountId, portal.world.aqpm.association, role);
      const clientKey = portal.world.aqpm.toolKey;

      const throughTool = await read(organization, { clientKey, token: await tokenAt(clientKey) });
      const throughSite = await read(organization, { token });

      const mayEdit = role === StaffRole.ADMIN || role === StaffRole.MEMBERSHIP;
      expect(throughTool?.viewerCan).toEqual({ updateProfile: mayEdit, inviteDelegates: mayEdit });
      expect(throughSite).toBeNull();
    },
  );

  it('is hidden from staff of another tree and of an independent sibling', async () => {
    const { acps, icu, pibc } = portal.world;
    const organization = await givenOrganization(portal, { associationId: pibc.id });
    const { accountId, tokenAt } = await givenSomebodySignedIn(portal);
    await givenStaff(portal, accountId, acps.association, StaffRole.ADMIN);
    await givenStaff(portal, accountId, icu.association, StaffRole.ADMIN);

    const atAcps = await read(organization, { clientKey: acps.toolKey, token: await tokenAt(acps.toolKey) });
    const atIcu = await read(organization, { clientKey: icu.toolKey, token: await tokenAt(icu.toolKey) });

    expect([atAcps, atIcu]).toEqual([null, null]);
  });

  it('brings all of its association where one of its parts asks for more than the name', async () => {
    const sections = [{ sectionId: portal.world.aqpm.sectionIds[0] ?? '', from: localDate('2024-01-01') }];
    const organization = await givenOrganization(portal, { sections });
    const { person, token } = await givenSomebodySignedIn(portal);
    await givenDelegations(portal, organization, person, 'PRINCIPAL');
    const memberClass = await givenClass(portal, { code: 'ROUND', heldBy: 'ORGANIZATION' });
    await givenMembership(portal, memberClass, { organizationId: organization.id }, { memberNumber: 'R-1' });
    const whole = 'organization { association { website brand { colour } } }';

    const { data, errors } = await portal.graphql(
      `query ($id: ID!) { organization(id: $id) {
        association { name } sections { section { code } } delegations { ${whole} } membership { ${whole} } } }`,
      { id: toPublicId('Organization', organization.id) },
      { token },
    );

    expect(errors).toEqual([]);
    const brought = { organization: { association: { website: expect.stringContaining('aqpm') } } };
    expect(data).toMatchObject({ organization: { delegations: [brought], membership: brought } });
  });

  it('asks for a sign-in', async () => {
    const { errors } = await portal.graphql(ORGANIZATION, { id: 'nonsense' });

    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('is read in one statement with all its parts', async () => {
    const organization = await givenOrganization(portal);
    const { person, token } = await givenSomebodySignedIn(portal);
    await givenDelegations(portal, organization, person, 'PRINCIPAL');
    const id = toPublicId('Organization', organization.id);
    const bare = await countStatements(portal, () =>
      portal.graphql('query ($id: ID!) { organization(id: $id) { id } }', { id }, { token }),
    );

    const whole = await countStatements(portal, () => read(organization, { token }));

    expect(whole).toBe(bare);
  });
});
