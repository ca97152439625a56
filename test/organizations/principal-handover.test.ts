import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { suspendDelegations } from '../../src/modules/organizations/index.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { days } from '../support/fake-clock.ts';
import {
  givenDelegations,
  givenPerson,
  givenSomebodySignedIn,
  givenStaff,
} from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  addressOf,
  givenTwoDelegates,
  perform,
  personId,
  rolesBy,
  shown,
  type Result,
  type TwoDelegates,
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

  const offer = ({ organizationId, principal, other }: TwoDelegates, more: object = {}): Promise<Result> =>
    perform(
      portal,
      'offerPrincipalHandover',
      { organizationId, toPersonId: personId(other), remainingRoles: ['CONTACT'], ...more },
      principal,
    );
  const offered = async (house: TwoDelegates, more: object = {}): Promise<string> => {
    const { organization } = await offer(house, more);
    return organization!.principalHandover!.id;
  };
  const accept = (handoverId: string, { token }: { token: string }): Promise<Result> =>
    perform(portal, 'acceptPrincipalHandover', { handoverId }, { token });
  const cancel = (handoverId: string, { token }: { token: string }): Promise<Result> =>
    perform(portal, 'cancelPrincipalHandover', { handoverId }, { token });
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

  it('is declined by the other or withdrawn by the principal or by staff; each time the other side is told', async () => {
    const house = await givenTwoDelegates(portal);
    const staff = await givenSomebodySignedIn(portal);
    await givenStaff(portal, staff.accountId, portal.world.aqpm.association);
    const office = { token: await staff.tokenAt(portal.world.aqpm.toolKey) };
    const asStaff = { clientKey: portal.world.aqpm.toolKey, ...office };

    const declined = await cancel(await offered(house), house.other);
    const withdrawn = await cancel(await offered(house), house.principal);
    const byStaff = await perform(
      portal,
      'cancelPrincipalHandover',
      { handoverId: await offered(house) },
      asStaff,
    );

    for (const { organization } of [declined, withdrawn, byStaff]) {
      expect(organization?.principalHandover).toBeNull();
      expect(rolesBy(organization)[0]).toBe('Ève Lacroix: PRINCIPAL');
    }
    await portal.runDue();
    const told = portal.mailbox
      .to(await addressOf(portal, house.principal.accountId))
      .map(({ text }) => text);
    expect(told.join()).toContain('Noël D’Amours a refusé de devenir délégué principal');
    const others = portal.mailbox.to(await addressOf(portal, house.other.accountId)).map(({ text }) => text);
    expect(others.filter(text => text.includes('a été retirée'))).toHaveLength(2);
  });

  it('is over after its last day: nobody accepts it then, and a new offer can be made', async () => {
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
    expect(await accept(await offered(house), stranger)).toMatchObject({
      __typename: 'PrincipalHandoverNotFound',
    });
  });

  it('falls when the principal’s rights are suspended or the other is removed: nobody takes over then', async () => {
    const [disputed, emptied] = [await givenTwoDelegates(portal), await givenTwoDelegates(portal)];
    const offers = [await offered(disputed), await offered(emptied)] as const;
    await portal.parts.db.transaction(tx =>
      suspendDelegations(portal.parts, tx, {
        organizationId: disputed.organization.id,
        personId: disputed.principal.person.id,
        roles: ['PRINCIPAL'],
      }),
    );
    const { organizationId, principal, other } = emptied;
    await perform(portal, 'removeDelegate', { organizationId, personId: personId(other) }, principal);

    const answers = [await accept(offers[0], disputed.other), await accept(offers[1], other)];

    for (const { __typename } of answers) expect(__typename).toBe('PrincipalHandoverNotFound');
    expect(await principals(disputed.organization.id)).toEqual([{ person_id: disputed.principal.person.id }]);
    const heir = await givenSomebodySignedIn(portal);
    await givenDelegations(portal, emptied.organization, heir.person, 'VOTING');
    expect((await offer({ ...emptied, other: heir })).__typename).toBe('OfferPrincipalHandoverSuccess');
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
