import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { suspendDelegations } from '../../src/modules/organizations/index.ts';
import { givenOffice, newAddress, type Office } from '../invitations/operations.ts';
import { mergeOrganizations, mergePersons } from '../people/merge-operations.ts';
import { days } from '../support/fake-clock.ts';
import {
  givenDelegations,
  givenOrganization,
  givenPerson,
  type SignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  addressOf,
  givenTwoDelegates,
  handoversOf,
  perform,
  personId,
  rolesBy,
  shown,
  type TwoDelegates,
} from './delegate-operations.ts';

describe('an offer of the place of principal delegate is over (C3, C4, Z16)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const { offer, offered, accept, cancel } = handoversOf(() => portal);
  const told = async (accountId: string): Promise<readonly string[]> => {
    await portal.runDue();
    return portal.mailbox.to(await addressOf(portal, accountId)).map(({ text }) => text);
  };
  const FALLEN = 'l’une de ces deux personnes n’a plus le rôle ou les droits nécessaires';
  const endOf = async ({ organization }: TwoDelegates): Promise<unknown> => {
    const [row] = await portal.parts.db.entities.query<object[]>(
      `select ended_why from principal_handover where organization_id = $1 and ended_at = $2`,
      [organization.id, portal.clock.now()],
    );
    return row;
  };

  it('when it is declined or withdrawn: the other side is told, and both when staff withdraw it', async () => {
    const house = await givenTwoDelegates(portal);

    const declined = await cancel(await offered(house), house.other);
    const withdrawn = await cancel(await offered(house), house.principal);
    const byStaff = await cancel(await offered(house), office.asked);

    for (const { organization } of [declined, withdrawn, byStaff]) {
      expect(organization?.principalHandover).toBeNull();
      expect(rolesBy(organization)[0]).toBe('Ève Lacroix: PRINCIPAL');
    }
    const [toPrincipal, toOther] = [
      await told(house.principal.accountId),
      await told(house.other.accountId),
    ].map(texts => texts.map(text => /a refusé|a été retirée|L’association a retiré/.exec(text)?.[0]));
    expect(toPrincipal).toEqual(['a refusé', 'L’association a retiré']);
    expect(toOther?.filter(Boolean)).toEqual(['a été retirée', 'L’association a retiré']);
  });

  const suspend = ({ organization }: TwoDelegates, { person }: SignedIn): Promise<unknown> =>
    portal.parts.db.transaction(tx =>
      suspendDelegations(portal.parts, tx, {
        organizationId: organization.id,
        personId: person.id,
        roles: ['PRINCIPAL', 'DUES'],
      }),
    );
  const remove = ({ organizationId, other, principal }: TwoDelegates): Promise<unknown> =>
    perform(portal, 'removeDelegate', { organizationId, personId: personId(other) }, principal);
  const appoint = ({ organizationId }: TwoDelegates): Promise<unknown> => {
    const heir = { email: newAddress(), locale: 'FR_CA', givenName: 'Agnès', familyName: 'Ôté' };
    const input = { organizationId, ...heir, document: 'Lettre' };
    return perform(portal, 'appointPrincipal', input, office.asked);
  };
  /** What is left to them is what the association has suspended. */
  const leaveSuspended = async (house: TwoDelegates): Promise<unknown> => {
    const { organization, organizationId, other } = house;
    await givenDelegations(portal, organization, other.person, 'VOTING');
    await suspend(house, other);
    const input = { organizationId, personId: personId(other), roles: ['DUES'] };
    return perform(portal, 'changeDelegateRoles', input, office.asked);
  };

  it.each<[string, (house: TwoDelegates) => Promise<unknown>]>([
    ['its taker is removed', remove],
    ['another principal is appointed', appoint],
    ['the rights of its giver are suspended', house => suspend(house, house.principal)],
    ['the rights of its taker are suspended', house => suspend(house, house.other)],
    ['its taker keeps none but suspended roles', leaveSuspended],
  ])('for good when %s, and both are told', async (_, fall) => {
    const house = await givenTwoDelegates(portal);
    const handoverId = await offered(house);

    await fall(house);

    expect(await endOf(house)).toEqual({ ended_why: 'OVERTAKEN' });
    expect((await accept(handoverId, house.other)).__typename).toBe('PrincipalHandoverNotFound');
    for (const { accountId } of [house.principal, house.other])
      expect((await told(accountId)).join()).toContain(FALLEN);
  });

  const set = (sql: string, ...values: unknown[]): Promise<unknown> =>
    portal.parts.db.transaction(tx => tx.query(sql, values));

  it('and does not wake when rights come back that were taken before offers ended with them', async () => {
    const house = await givenTwoDelegates(portal);
    const handoverId = await offered(house);
    const { organization, organizationId, other } = house;
    const now = portal.clock.now();
    await set('update delegation set suspended_at = $2 where organization_id = $1', organization.id, now);

    await perform(portal, 'reinstatePrincipal', { organizationId }, office.asked);
    await set('update delegation set suspended_at = null where organization_id = $1', organization.id);

    expect(await endOf(house)).toEqual({ ended_why: 'OVERTAKEN' });
    expect((await accept(handoverId, other)).__typename).toBe('PrincipalHandoverNotFound');
    expect((await offer(house)).__typename).toBe('OfferPrincipalHandoverSuccess');
  });

  it('nor when its taker gets a new role after the last day of the old one', async () => {
    const house = await givenTwoDelegates(portal);
    const handoverId = await offered(house);
    const { organization, other } = house;
    await set(
      'update delegation set to_at = $3 where organization_id = $1 and person_id = $2',
      organization.id,
      other.person.id,
      portal.clock.now(),
    );

    await givenDelegations(portal, organization, other.person, 'VOTING');

    expect(await endOf(house)).toEqual({ ended_why: 'OVERTAKEN' });
    expect((await accept(handoverId, other)).__typename).toBe('PrincipalHandoverNotFound');
  });

  it('but not while the roles of its taker change: they have one at every instant', async () => {
    const house = await givenTwoDelegates(portal, 'DUES');
    const handoverId = await offered(house);
    const { organizationId, other, principal } = house;

    const roles = ['VOTING'];
    await perform(
      portal,
      'changeDelegateRoles',
      { organizationId, personId: personId(other), roles },
      principal,
    );

    expect((await accept(handoverId, other)).__typename).toBe('AcceptPrincipalHandoverSuccess');
    expect((await told(principal.accountId)).join()).not.toContain(FALLEN);
    expect((await shown(portal, organizationId, other))?.principalHandover).toBeNull();
  });

  it('after its last day: nobody accepts it then, and a new offer can be made', async () => {
    const house = await givenTwoDelegates(portal);
    const handoverId = await offered(house);
    portal.clock.advance(days(16));
    const [principal, other] = [
      { token: await house.principal.tokenAt(portal.world.aqpm.siteKey) },
      { token: await house.other.tokenAt(portal.world.aqpm.siteKey) },
    ];

    const late = await accept(handoverId, other);
    const again = await offer({ ...house, principal: { ...house.principal, ...principal } });

    expect(late).toMatchObject({
      __typename: 'PrincipalHandoverNotFound',
      message: 'Cette offre est terminée, ou ce n’est pas à vous d’y répondre.',
    });
    expect(again.__typename).toBe('OfferPrincipalHandoverSuccess');
  });

  it('for good once it fell, whichever records become one afterwards', async () => {
    office = await givenOffice(portal);
    const [house, household] = [await givenTwoDelegates(portal), await givenTwoDelegates(portal)];
    const [elsewhere, twin] = [await givenOrganization(portal), await givenPerson(portal)];
    await givenDelegations(portal, elsewhere, house.other.person, 'DUES');
    await givenDelegations(portal, household.organization, twin, 'VOTING');
    await offered(house);
    await offered(household);
    for (const { organization, other } of [house, household])
      await portal.parts.db.entities.query(
        'update delegation set to_at = $3 where organization_id = $1 and person_id = $2',
        [organization.id, other.person.id, portal.clock.now()],
      );

    const results = [
      await mergeOrganizations(portal, office, house.organization, elsewhere),
      await mergePersons(portal, office, household.other.person, twin),
    ];

    expect(results.map(({ __typename: name }) => name)).toEqual([
      'MergeOrganizationsSuccess',
      'MergePersonsSuccess',
    ]);
    expect([await endOf(house), await endOf(household)]).toEqual(Array(2).fill({ ended_why: 'OVERTAKEN' }));
    expect(await told(house.other.accountId)).toContainEqual(expect.stringContaining(FALLEN));
  });
});
