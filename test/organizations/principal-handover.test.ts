import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { suspendDelegations } from '../../src/modules/organizations/index.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { days } from '../support/fake-clock.ts';
import { givenDelegations, givenPerson, givenSomebodySignedIn } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  addressOf,
  givenTwoDelegates,
  handoversOf,
  personId,
  rolesBy,
  shown,
} from './delegate-operations.ts';

const principalsAt = statement<{ person_id: string }>(
  'test-principals-at',
  `select person_id from delegation where organization_id = $1 and role = 'PRINCIPAL'
   and from_at <= $2 and (to_at is null or to_at > $2)`,
);
const acts = statement<{ act: string }>(
  'test-acts-on-organization',
  'select act from audit_entry where subject_id = $1 order by occurred_at, act',
);

describe('handing over the place of principal delegate (C3, C4, Z16)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const { offer, offered, accept, cancel } = handoversOf(() => portal);
  const principals = (organizationId: string, at = portal.clock.now()): Promise<{ person_id: string }[]> =>
    portal.parts.db.read(principalsAt, [organizationId, at]);

  it('changes nothing until the other accepts, who is told by mail', async () => {
    const house = await givenTwoDelegates(portal);

    const { organization } = await offer(house);

    expect(rolesBy(organization)).toEqual(['Ève Lacroix: PRINCIPAL', 'Noël D’Amours: DUES']);
    expect(organization?.principalHandover).toMatchObject({
      from: { displayName: 'Ève Lacroix' },
      to: { displayName: 'Noël D’Amours' },
      remainingRoles: ['CONTACT'],
      viewerCanAccept: false,
    });
    expect((await shown(portal, house.organizationId, house.other))?.principalHandover?.viewerCanAccept).toBe(
      true,
    );
    await portal.runDue();
    const [mail] = portal.mailbox.to(await addressOf(portal, house.other.accountId));
    expect(mail?.subject).toBe('Serez-vous le délégué principal pour Productions Boréales?');
    expect(mail?.text).toContain('Ève Lacroix vous offre la place de délégué principal');
  });

  it('makes both changes at the same instant, and leaves the old principal the roles that they kept', async () => {
    const house = await givenTwoDelegates(portal);
    const handoverId = await offered(house);
    portal.clock.advance(days(2));
    const at = portal.clock.now();
    const token = await house.other.tokenAt(portal.world.aqpm.siteKey);

    const { organization } = await accept(handoverId, { token });

    expect(rolesBy(organization)).toEqual([
      'Noël D’Amours: PRINCIPAL',
      'Noël D’Amours: DUES',
      'Ève Lacroix: CONTACT',
    ]);
    expect(organization).toMatchObject({ principalHandover: null, viewerCan: { handOver: true } });
    const before = new Date(at.getTime() - 1);
    expect(await principals(house.organization.id, before)).toEqual([
      { person_id: house.principal.person.id },
    ]);
    expect(await principals(house.organization.id, at)).toEqual([{ person_id: house.other.person.id }]);
    expect(await portal.parts.db.read(acts, [house.organization.id])).toEqual([
      { act: 'offerPrincipalHandover' },
      { act: 'acceptPrincipalHandover' },
    ]);
    await portal.runDue();
    for (const { accountId } of [house.principal, house.other])
      expect(portal.mailbox.to(await addressOf(portal, accountId)).at(-1)?.text).toContain(
        'Noël D’Amours succède à Ève Lacroix',
      );
  });

  it('lets the old principal leave altogether, who then sees the organization no more', async () => {
    const house = await givenTwoDelegates(portal);
    await givenDelegations(portal, house.organization, house.principal.person, 'VOTING');
    const handoverId = await offered(house, { remainingRoles: [] });

    await accept(handoverId, house.other);

    expect(await shown(portal, house.organizationId, house.principal)).toBeNull();
  });

  it('stands once: of two offers at once the second is told of the first', async () => {
    const house = await givenTwoDelegates(portal);

    const outcomes = await Promise.all([1, 2, 3, 4].map(() => offer(house)));

    const names = outcomes.map(({ __typename }) => __typename).sort();
    expect(names).toEqual([
      'OfferPrincipalHandoverSuccess',
      'PrincipalHandoverOpen',
      'PrincipalHandoverOpen',
      'PrincipalHandoverOpen',
    ]);
  });

  it('is accepted once, however often it is sent, and never together with a withdrawal', async () => {
    for (let round = 0; round < 3; round++) {
      const house = await givenTwoDelegates(portal);
      const handoverId = await offered(house);

      const outcomes = await Promise.all([
        ...[1, 2, 3].map(() => accept(handoverId, house.other)),
        cancel(handoverId, house.principal),
      ]);

      expect(outcomes.filter(({ __typename }) => __typename.endsWith('Success'))).toHaveLength(1);
      expect(await principals(house.organization.id)).toHaveLength(1);
    }
  });

  it('is for the principal alone to offer, to another delegate who can sign in', async () => {
    const house = await givenTwoDelegates(portal);
    const silent = await givenPerson(portal);
    await givenDelegations(portal, house.organization, silent, 'VOTING');
    const stranger = await givenSomebodySignedIn(portal);

    expect(await offer({ ...house, principal: house.other })).toMatchObject({
      __typename: 'OrganizationNotFound',
    });
    expect(await offer(house, { toPersonId: personId(stranger) })).toMatchObject({
      __typename: 'DelegateNotFound',
    });
    expect(await offer(house, { toPersonId: personId({ person: silent }) })).toMatchObject({
      issues: [{ path: ['input', 'toPersonId'], message: expect.stringContaining('pas encore de compte') }],
    });
    expect(
      await offer(house, { toPersonId: personId(house.principal), remainingRoles: ['PRINCIPAL'] }),
    ).toMatchObject({
      issues: [
        { path: ['input', 'toPersonId'], message: expect.stringContaining('déjà le délégué principal') },
        { path: ['input', 'remainingRoles'], message: expect.stringContaining('autres rôles') },
      ],
    });
    await givenDelegations(portal, house.organization, stranger.person, 'CONTACT');
    const handoverId = await offered(house);
    for (const answer of [await accept(handoverId, stranger), await cancel(handoverId, stranger)])
      expect(answer.__typename).toBe('PrincipalHandoverNotFound');
  });

  it('is not offered to whose rights the association has suspended', async () => {
    const house = await givenTwoDelegates(portal);
    const of = { organizationId: house.organization.id, personId: house.other.person.id };
    await portal.parts.db.transaction(tx => suspendDelegations(portal.parts, tx, { ...of, roles: ['DUES'] }));

    expect(await offer(house)).toMatchObject({
      issues: [{ path: ['input', 'toPersonId'], message: expect.stringContaining('sont suspendus') }],
    });
  });

  it('leaves no instant without a principal: the database refuses to end one whom nobody follows', async () => {
    const { organization } = await givenTwoDelegates(portal);

    const ending = portal.parts.db.entities.query(
      `update delegation set to_at = $2 where organization_id = $1 and role = 'PRINCIPAL'`,
      [organization.id, portal.clock.now()],
    );

    await expect(ending).rejects.toThrow('an organization would stand without a principal');
  });
});
