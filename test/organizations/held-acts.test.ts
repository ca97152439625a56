import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import type { OrganizationEntity } from '../../src/modules/organizations/index.ts';
import {
  codeMailedTo,
  givenOffice,
  issue,
  newAddress,
  tokenMailedTo,
  type Office,
} from '../invitations/operations.ts';
import {
  givenDelegations,
  givenOrganization,
  givenSomebodySignedIn,
  type SignedIn,
} from '../support/given/membership-world.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { approving, personId } from './delegate-operations.ts';

/** Each order that matters is made by hand; chance, which looks for others, has these tries. */
const ROUNDS = 6;
/** Of what takes many mails to prepare. */
const FEW_ROUNDS = 3;

interface House {
  readonly organization: OrganizationEntity;
  readonly organizationId: string;
}
type Act = () => Promise<string>;

describe('acts on one organization at the same moment (C1, C2, C3)', () => {
  let portal: Portal;
  let office: Office;
  let principal: SignedIn;
  let other: SignedIn;
  beforeAll(async () => {
    portal = await openPortal();
    portal.clock.run();
    office = await givenOffice(portal);
    principal = await givenSomebodySignedIn(portal, { givenName: 'Ève', familyName: 'Lacroix' });
    other = await givenSomebodySignedIn(portal, { givenName: 'Noël', familyName: 'D’Amours' });
  });
  afterAll(() => portal.close());

  const query = <Row>(sql: string, ...values: readonly unknown[]): Promise<Row[]> =>
    portal.parts.db.entities.query<Row[]>(sql, [...values]);
  /** Sends a mutation and answers which of its answers came. */
  const send = async (name: string, input: object, { token, clientKey }: Asked): Promise<string> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await portal.graphql<Record<string, { __typename: string }>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`,
      { input },
      { ...(token === undefined ? {} : { token }), ...(clientKey === undefined ? {} : { clientKey }) },
    );
    const answer = errors.length > 0 ? undefined : data[name]?.__typename;
    if (answer === undefined) throw new Error(`${name} was answered with ${JSON.stringify(errors)}`);
    return answer;
  };
  const act =
    (name: string, input: object, asked: Asked): Act =>
    () =>
      send(name, input, asked);

  const section = (): string => toPublicId('Section', portal.world.aqpm.sectionIds[0] as never);
  const givenHouse = async (): Promise<House> => {
    const organization = await givenOrganization(portal);
    await givenDelegations(portal, organization, principal.person, 'PRINCIPAL');
    await givenDelegations(portal, organization, other.person, 'DUES');
    return { organization, organizationId: toPublicId('Organization', organization.id) };
  };
  const change = ({ organizationId }: House, roles: readonly string[] = ['DUES', 'VOTING']): Act =>
    act('changeDelegateRoles', { organizationId, personId: personId(other), roles }, principal);
  const remove = ({ organizationId }: House): Act =>
    act('removeDelegate', { organizationId, personId: personId(other) }, principal);
  /** The other has accepted an invitation by which CONTACT came; whoever was invited says: that was not me. */
  const dispute = async ({ organizationId }: House): Promise<Act> => {
    const email = newAddress();
    await issue(portal, office, { email, personId: personId(other), organizationId, roles: ['CONTACT'] });
    await send('acceptInvitation', { code: await codeMailedTo(portal, email) }, other);
    const token = await tokenMailedTo(portal, email, 'dispute');
    return act('disputeInvitation', { token }, {});
  };
  const appoint = (
    { organizationId }: House,
    named: object = { givenName: 'Agnès', familyName: 'Ôté' },
  ): Act =>
    act(
      'appointPrincipal',
      {
        organizationId,
        email: newAddress(),
        locale: 'FR_CA',
        ...named,
        document: 'Lettre du 3 mai',
      },
      office.asked,
    );
  const askedToJoin = async ({ organization, organizationId }: House): Promise<string> => {
    await send(
      'setOrganizationJoining',
      { organizationId, acceptsRequests: true, acceptsDomains: false },
      principal,
    );
    const { person, token } = await givenSomebodySignedIn(portal);
    await send('requestToJoinOrganization', { organizationId }, { token });
    const [row] = await query<{ id: string }>(
      'select id from join_request where organization_id = $1 and person_id = $2',
      organization.id,
      person.id,
    );
    return toPublicId('JoinRequest', row?.id as never);
  };
  const openOffer = async ({ organization }: House): Promise<string> => {
    const [row] = await query<{ id: string }>(
      'select id from principal_handover where organization_id = $1 and ended_at is null',
      organization.id,
    );
    return toPublicId('PrincipalHandover', row?.id as never);
  };
  /** The other takes over, and the principal leaves altogether. */
  const takeOver = async ({ organization, organizationId }: House): Promise<Act> => {
    const offer = { organizationId, toPersonId: personId(other), remainingRoles: [] };
    await send('offerPrincipalHandover', offer, principal);
    const handoverId = await openOffer({ organization, organizationId });
    return act('acceptPrincipalHandover', { handoverId }, other);
  };
  /** All of them have asked before the first of them goes on. */
  const inOrder = async ({ organization }: House, ...acts: readonly Act[]): Promise<readonly string[]> => {
    const busy = await hold(portal, 'select from organization where id = $1 for no key update', [
      organization.id,
    ]);
    const answers: Promise<string>[] = [];
    try {
      for (const one of acts) {
        answers.push(one());
        await busy.untilWaiting(answers.length);
      }
    } finally {
      await busy.letGo();
    }
    return Promise.all(answers);
  };
  const meet = async (rounds: readonly (readonly [Act, Act])[]): Promise<void> => {
    for (const [place, [one, two]] of rounds.entries()) {
      const acts = place % 2 === 0 ? [one(), two()] : [two(), one()];
      await Promise.all(acts);
    }
  };
  const prepared = async <T>(
    make: (house: House) => Promise<T>,
    rounds = ROUNDS,
  ): Promise<{ houses: House[]; made: T[] }> => {
    const [houses, made]: [House[], T[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const house = await givenHouse();
      houses.push(house);
      made.push(await make(house));
    }
    return { houses, made };
  };
  const idsOf = (houses: readonly House[]): readonly string[] =>
    houses.map(({ organization }) => organization.id);

  it('give nobody another role after a suspension: roles are changed before it, or not at all', async () => {
    const late = await givenHouse();
    expect(await inOrder(late, await dispute(late), change(late, ['DUES', 'VOTING', 'CONTACT']))).toEqual([
      'DisputeInvitationSuccess',
      'DelegateSuspended',
    ]);

    const { houses, made } = await prepared(
      async house => [await dispute(house), change(house, ['DUES', 'VOTING', 'CONTACT'])] as const,
      FEW_ROUNDS,
    );
    await meet(made);

    const given = await query(
      `select from delegation d join delegation s using (organization_id, person_id)
       where d.organization_id = any ($1) and d.from_at > s.suspended_at`,
      idsOf(houses),
    );
    expect(given).toEqual([]);
    const suspended = await query(
      'select from delegation where organization_id = any ($1) and suspended_at is not null',
      idsOf(houses),
    );
    expect(suspended).toHaveLength(FEW_ROUNDS);
  });

  it('leave a removed delegate without any role', async () => {
    const late = await givenHouse();
    expect(await inOrder(late, remove(late), change(late))).toEqual([
      'RemoveDelegateSuccess',
      'DelegateNotFound',
    ]);
    const early = await givenHouse();
    expect(await inOrder(early, change(early), remove(early))).toEqual([
      'ChangeDelegateRolesSuccess',
      'RemoveDelegateSuccess',
    ]);

    const { houses, made } = await prepared(house =>
      Promise.resolve([change(house), remove(house)] as const),
    );
    await meet(made);

    const left = await query(
      'select from delegation where organization_id = any ($1) and person_id = $2 and to_at is null',
      [...idsOf(houses), early.organization.id],
      other.person.id,
    );
    expect(left).toEqual([]);
  });

  it('let nobody in by the word of a principal who was suspended before', async () => {
    const approve = (requestId: string): Act =>
      act('decideJoinRequest', { requestId, decision: 'APPROVE' }, principal);
    const late = await givenHouse();
    expect(await inOrder(late, appoint(late), approve(await askedToJoin(late)))).toEqual([
      'AppointPrincipalSuccess',
      'JoinRequestNotFound',
    ]);

    const { houses, made } = await prepared(
      async house => [approve(await askedToJoin(house)), appoint(house)] as const,
      FEW_ROUNDS,
    );
    await meet(made);

    const letIn = await query(
      `select from delegation d join delegation s using (organization_id)
       where d.organization_id = any ($1) and d.role = 'CONTACT' and d.from_at > s.suspended_at`,
      idsOf(houses),
    );
    expect(letIn).toEqual([]);
  });

  it('make no code for whoever is no longer there', async () => {
    const rotate = ({ organizationId }: House): Act =>
      act('rotateOrganizationCode', { organizationId }, principal);
    const late = await givenHouse();
    expect(await inOrder(late, await takeOver(late), rotate(late))).toEqual([
      'AcceptPrincipalHandoverSuccess',
      'OrganizationNotFound',
    ]);

    const { houses, made } = await prepared(async house => [rotate(house), await takeOver(house)] as const);
    await meet(made);

    const codes = await query(
      `select from organization_code c join delegation d using (organization_id)
       where c.organization_id = any ($1) and d.person_id = $2 and c.created_at > d.to_at`,
      idsOf(houses),
      principal.person.id,
    );
    expect(codes).toEqual([]);
  });

  it('pass the place on at one instant, while time goes on', async () => {
    const [handed, approved, appointed] = [await givenHouse(), await givenHouse(), await givenHouse()];
    const { association } = portal.world.aqpm;
    const accept = await takeOver(approved);
    const handoverId = await openOffer(approved);
    const email = newAddress();

    const answers = [
      await (await takeOver(handed))(),
      await approving(portal, association.id, accept),
      await send('decidePrincipalHandover', { handoverId, decision: 'APPROVE' }, office.asked),
      await appoint(appointed, { email, personId: personId(other) })(),
      await send('acceptInvitation', { code: await codeMailedTo(portal, email) }, other),
    ];

    for (const answer of answers) expect(answer).toMatch(/Success$/);
    for (const { organization } of [handed, approved, appointed]) {
      const [before, after] = await query<{ person_id: string; from_at: Date; to_at: Date | null }>(
        `select person_id, from_at, to_at from delegation where organization_id = $1 and role = 'PRINCIPAL'
         order by from_at`,
        organization.id,
      );
      expect(after).toEqual({ person_id: other.person.id, from_at: before?.to_at, to_at: null });
    }
  });

  it.each<[string, (house: House) => object]>([
    ['updateOrganizationProfile', () => ({ publicNameFr: 'Maison', publicNameEn: 'House', country: 'CA' })],
    ['setOrganizationCoordinates', () => ({ emails: [] })],
    [
      'setOrganizationSections',
      () => ({ stays: [{ sectionId: section(), from: '2026-12-01', to: null, withdrawn: false }] }),
    ],
    ['changeDelegateRoles', () => ({ personId: personId(other), roles: ['VOTING'] })],
    ['removeDelegate', () => ({ personId: personId(other) })],
    ['offerPrincipalHandover', () => ({ toPersonId: personId(other), remainingRoles: [] })],
    ['setOrganizationJoining', () => ({ acceptsRequests: true, acceptsDomains: false })],
    ['turnOffOrganizationCode', () => ({})],
    ['rotateOrganizationCode', () => ({})],
    ['endOrganizationDomain', () => ({ domain: 'boreal.example' })],
    [
      'addDelegate',
      () => ({
        givenName: 'Agnès',
        familyName: 'Ôté',
        email: newAddress(),
        locale: 'FR_CA',
        roles: ['CONTACT'],
      }),
    ],
  ])('%s is refused to a principal who was suspended while it waited', async (name, input) => {
    const house = await givenHouse();
    const { organizationId } = house;

    const answers = await inOrder(
      house,
      appoint(house),
      act(name, { organizationId, ...input(house) }, principal),
    );

    expect(answers).toEqual(['AppointPrincipalSuccess', 'OrganizationNotFound']);
  });
});
