import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { suspendDelegations } from '../../src/modules/organizations/index.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { givenDelegations, givenOrganization, givenStaff } from '../support/given/membership-world.ts';
import { ofOrganizations, ofPersons } from '../../src/modules/organizations/joining/list-join-requests.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { actsOf, givenHouse, givenSomebody, type House } from './given-house.ts';
import { joinable, ownRequests, rolesOf, shown } from './joining-operations.ts';

const acts = statement<{ act: string }>(
  'test-joining-acts',
  'select act from audit_entry where subject_id = $1 order by occurred_at, act',
);

describe('asking to join an organization (B10)', () => {
  let portal: Portal;
  const { ask, decide, setWays, withdraw } = actsOf(() => portal);
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const open = async (): Promise<House> => {
    const house = await givenHouse(portal);
    await setWays(house, { acceptsRequests: true });
    return house;
  };
  const asked = async (house: House, who: Asked): Promise<string> => (await ask(house, who)).joinRequest.id;
  const mailsTo = async (address: string): Promise<string> => {
    await portal.runDue();
    return portal.mailbox
      .to(address)
      .map(({ subject, text }) => `${subject}\n${text}`)
      .join('\n\n');
  };

  it('waits for the principal delegate, who is told without the stranger’s words; the asker has a receipt', async () => {
    const house = await open();
    const maia = await givenSomebody(portal);

    const { joinRequest } = await ask(house, maia, { message: 'Je travaille au montage.' });

    expect(joinRequest).toMatchObject({
      state: 'PENDING',
      message: 'Je travaille au montage.',
      email: maia.address,
      organizationName: 'Productions Boréales',
      person: { displayName: 'Maïa Lavoie' },
      viewerCanDecide: false,
      viewerCanWithdraw: true,
    });
    const seen = await shown(portal, house.organizationId, house.principal);
    expect(seen?.joinRequests).toMatchObject({ totalCount: 1, nodes: [{ viewerCanDecide: true }] });
    expect(rolesOf(seen)).toEqual(['Maïa Patronne: PRINCIPAL']);
    const told = await mailsTo(house.principal.address);
    expect(told).toContain('Maïa Lavoie demande à devenir délégué pour Productions Boréales');
    expect(told).not.toContain('montage');
    expect(await mailsTo(maia.address)).toContain('Vous avez demandé à devenir délégué');
    expect(await ownRequests(portal, maia)).toMatchObject([{ id: joinRequest.id }]);
  });

  it('stands below its own organization in a list of staff, page by page', async () => {
    const [one, two] = [await open(), await open()];
    const people = [await givenSomebody(portal), await givenSomebody(portal)] as const;
    const first = await asked(one, people[0]);
    const second = await asked(one, people[1]);
    const other = await asked(two, people[0]);
    interface Listed {
      readonly totalCount: number;
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
      readonly nodes: readonly { readonly id: string }[];
    }
    const page = async (after: string | null): Promise<Map<string, Listed>> => {
      const { data } = await portal.graphql<{
        organizations: { nodes: readonly { id: string; joinRequests: Listed }[] };
      }>(
        `query ($body: ID!, $after: String) { organizations(filter: { associationId: $body }, first: 100) { nodes {
          id joinRequests(first: 1, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes { id } } } } }`,
        { body: toPublicId('Association', portal.world.aqpm.association.id), after },
        one.office,
      );
      return new Map(data.organizations.nodes.map(({ id, joinRequests }) => [id, joinRequests]));
    };

    const listed = await page(null);

    const ofOne = listed.get(one.organizationId);
    expect(ofOne).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    expect(listed.get(two.organizationId)).toMatchObject({ totalCount: 1, nodes: [{ id: other }] });
    const next = (await page(ofOne?.pageInfo.endCursor ?? null)).get(one.organizationId);
    expect(new Set([...(ofOne?.nodes ?? []), ...(next?.nodes ?? [])].map(({ id }) => id))).toEqual(
      new Set([first, second]),
    );
    expect(next?.pageInfo.hasNextPage).toBe(false);
  });

  it('makes a contact delegate at once when it is approved, or what the principal says; never a principal', async () => {
    const house = await open();
    const [maia, noe] = [await givenSomebody(portal), await givenSomebody(portal, undefined, 'Arsenault')];
    const requests = [await asked(house, maia), await asked(house, noe)] as const;

    const tooMuch = await decide(requests[1], 'APPROVE', house.principal, { roles: ['PRINCIPAL'] });
    const approved = await decide(requests[0], 'APPROVE', house.principal);
    await decide(requests[1], 'APPROVE', house.office, { roles: ['VOTING', 'DUES'] });

    expect(tooMuch.issues).toMatchObject([{ path: ['input', 'roles'] }]);
    expect(approved.joinRequest).toMatchObject({ state: 'APPROVED', viewerCanDecide: false });
    expect(rolesOf(await shown(portal, house.organizationId, maia))).toEqual([
      'Maïa Patronne: PRINCIPAL',
      'Maïa Arsenault: DUES',
      'Maïa Arsenault: VOTING',
      'Maïa Lavoie: CONTACT',
    ]);
    expect(await mailsTo(maia.address)).toContain('– Délégué aux communications');
    expect(await portal.parts.db.read(acts, [house.organization.id])).toEqual(
      [
        'setOrganizationJoining',
        'requestToJoinOrganization',
        'requestToJoinOrganization',
        'decideJoinRequest',
        'decideJoinRequest',
      ]
        .sort()
        .map(act => ({ act })),
    );
  });

  it('is refused with the reason that the principal gives, or with none', async () => {
    const house = await open();
    const [maia, noe] = [await givenSomebody(portal), await givenSomebody(portal)];
    const requests = [await asked(house, maia), await asked(house, noe)] as const;

    const withRoles = await decide(requests[0], 'REFUSE', house.principal, { roles: ['DUES'] });
    const refused = await decide(requests[0], 'REFUSE', house.principal, { reason: 'Contrat terminé' });
    await decide(requests[1], 'REFUSE', house.principal);

    expect(withRoles.__typename).toBe('InvalidInput');
    expect(refused.joinRequest).toMatchObject({ state: 'REFUSED', reason: 'Contrat terminé' });
    expect(await mailsTo(maia.address)).toContain('La raison donnée\u00A0: Contrat terminé');
    expect(await mailsTo(noe.address)).not.toContain('La raison');
    expect(await shown(portal, house.organizationId, maia)).toBeNull();
  });

  it('is decided once: of an approval and a refusal at the same moment one wins, the other is told', async () => {
    const house = await open();
    const maia = await givenSomebody(portal);
    const requestId = await asked(house, maia);

    const answers = await Promise.all([
      decide(requestId, 'APPROVE', house.principal),
      decide(requestId, 'REFUSE', house.office),
      withdraw(requestId, maia),
    ]);

    const over = answers.filter(({ __typename }) => __typename === 'JoinRequestOver');
    expect(over).toHaveLength(2);
    const [own] = await ownRequests(portal, maia);
    for (const { state } of over) expect(state).toBe(own?.state);
    const roles = rolesOf(await shown(portal, house.organizationId, house.principal));
    expect(roles.includes('Maïa Lavoie: CONTACT')).toBe(own?.state === 'APPROVED');
  });

  it('gives nothing to whom the association suspended since they asked', async () => {
    const house = await open();
    const maia = await givenSomebody(portal);
    const requestId = await asked(house, maia);
    const of = { organizationId: house.organization.id, personId: maia.person.id };
    await givenDelegations(portal, house.organization, maia.person, 'CONTACT');
    await portal.parts.db.transaction(tx =>
      suspendDelegations(portal.parts, tx, { ...of, roles: ['CONTACT'] }),
    );

    const answer = await decide(requestId, 'APPROVE', house.principal, { roles: ['DUES'] });

    expect(answer.__typename).toBe('DelegateSuspended');
    expect(rolesOf(await shown(portal, house.organizationId, house.principal))).not.toContain(
      'Maïa Lavoie: DUES',
    );
  });

  it('stands once for a person: of many at the same moment one is made, the others are told', async () => {
    const house = await open();
    const maia = await givenSomebody(portal);

    const answers = await Promise.all([1, 2, 3].map(() => ask(house, maia)));

    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'JoinRequestOpen',
      'JoinRequestOpen',
      'RequestToJoinOrganizationSuccess',
    ]);
  });

  it('is never decided by who asked, not even as staff, nor by other delegates', async () => {
    const house = await open();
    const [maia, other] = [await givenSomebody(portal), await givenSomebody(portal)];
    await givenStaff(portal, maia.accountId as never, portal.world.aqpm.association, StaffRole.ADMIN);
    await givenDelegations(portal, house.organization, other.person, 'CONTACT', 'DUES', 'VOTING');
    const requestId = await asked(house, maia);
    const { toolKey } = portal.world.aqpm;
    const asStaff = { clientKey: toolKey, token: await maia.tokenAt(toolKey) };

    const answers = [await decide(requestId, 'APPROVE', asStaff), await decide(requestId, 'APPROVE', other)];

    for (const { __typename } of answers) expect(__typename).toBe('JoinRequestNotFound');
    expect(await shown(portal, house.organizationId, other)).toMatchObject({
      joining: null,
      joinRequests: null,
    });
  });

  it('is not for organizations that take none: they are found no more than those that do not exist', async () => {
    const [closed, listed] = [await givenHouse(portal), await open()];
    const maia = await givenSomebody(portal);
    const absent = { ...closed, organizationId: toPublicId('Organization', maia.person.id as never) };
    const elsewhere = await givenOrganization(portal, { associationId: portal.world.acps.association.id });
    await portal.parts.db.transaction(tx =>
      tx.query('insert into organization_joining values ($1, true, false, $2)', [
        elsewhere.id,
        portal.clock.now(),
      ]),
    );
    const foreign = { ...closed, organizationId: toPublicId('Organization', elsewhere.id) };

    const [toClosed, ...others] = [
      await ask(closed, maia),
      await ask(absent, maia),
      await ask(foreign, maia),
    ];

    expect(toClosed).toMatchObject({
      __typename: 'OrganizationNotJoinable',
      next: { kind: 'ASK_ORGANIZATION' },
    });
    for (const other of others) expect(other).toEqual(toClosed);
    const found = (await joinable(portal, maia, 'productions bor')).map(({ id }) => id);
    expect(found).toContain(listed.organizationId);
    expect(found).not.toContain(closed.organizationId);
    expect(await joinable(portal, maia, 'zzz')).toEqual([]);
  });

  it('is listed by indexes, however many requests there are', async () => {
    const house = await open();
    const maia = await givenSomebody(portal);
    await asked(house, maia);
    // The application's role cannot count its tables for the planner.
    const owner = new Client({ connectionString: portal.ownerUrl });
    await owner.connect();
    await owner.query(
      `insert into person (id, association_id, given_name, family_name, search_key, locale, added_at)
       select gen_random_uuid(), association_id, 'n', 'n', 'N', locale, added_at
       from person cross join generate_series(1, 20)`,
    );
    await owner.query(
      `insert into join_request (id, organization_id, person_id, asked_at, expires_at, ended_at, ended_why)
       select gen_random_uuid(), o.id, p.id, $1, $1, $1, 'WITHDRAWN'
       from organization o cross join person p cross join generate_series(1, 5) where p.id <> $2`,
      [portal.clock.now(), maia.person.id],
    );
    await owner.query('analyze join_request');
    await owner.end();
    const plans = await portal.parts.db.transaction(async tx => {
      await tx.query('set local plan_cache_mode = force_generic_plan');
      await tx.query(`prepare of_house as ${ofOrganizations.forwards.text}`);
      await tx.query(`prepare of_persons as ${ofPersons.forwards.text}`);
      const [{ id }, { rootId }] = [house.organization, portal.world.aqpm.association];
      const explain = (execute: string) => tx.query<{ 'QUERY PLAN': string }[]>(`explain execute ${execute}`);
      return [
        await explain(`of_house('{${id}}', null, now(), null, null, 21)`),
        await explain(`of_persons('{${maia.person.id}}', '${rootId}', null, null, 21)`),
      ];
    });

    const [ofHouse, ofOwn] = plans.map(plan => plan.map(row => row['QUERY PLAN']).join('\n'));
    expect(ofHouse).toContain('join_request_organization_id_asked_at_idx');
    expect(ofOwn).toContain('join_request_person_id_asked_at_idx');
    for (const plan of [ofHouse, ofOwn]) expect(plan).not.toContain('Seq Scan on join_request');
  });
});
