import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { days } from '../support/fake-clock.ts';
import { givenDelegations, givenSomebodySignedIn, givenStaff } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { addressOf, givenTwoDelegates, perform, personId, rolesBy, shown } from './delegate-operations.ts';

describe('the delegates of an organization (C1, C2, C3)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  it('get other roles from their principal, are told, and what they were stays on record', async () => {
    const { organizationId, organization, principal, other } = await givenTwoDelegates(
      portal,
      'DUES',
      'VOTING',
    );
    portal.clock.advance(days(1));
    const since = portal.clock.now();

    const answer = await perform(
      portal,
      'changeDelegateRoles',
      { organizationId, personId: personId(other), roles: ['VOTING', 'CONTACT'] },
      { token: await principal.tokenAt(portal.world.aqpm.siteKey) },
    );

    expect(rolesBy(answer.organization)).toEqual([
      'Ève Lacroix: PRINCIPAL',
      'Noël D’Amours: VOTING',
      'Noël D’Amours: CONTACT',
    ]);
    const rows = await portal.parts.db.entities.query<{ role: string; to_at: Date | null }[]>(
      'select role, to_at from delegation where organization_id = $1 and person_id = $2 order by role',
      [organization.id, other.person.id],
    );
    expect(rows).toEqual([
      { role: 'CONTACT', to_at: null },
      { role: 'DUES', to_at: since },
      { role: 'VOTING', to_at: null },
    ]);
    await portal.runDue();
    const [mail] = portal.mailbox.to(await addressOf(portal, other.accountId));
    expect(mail?.subject).toBe('Vos rôles pour Productions Boréales');
    for (const body of [mail?.text, mail?.html])
      for (const role of [
        'Délégué votant',
        'Délégué aux communications',
        'vous êtes pour Productions Boréales',
      ])
        expect(body?.replaceAll('&nbsp;', '\u00a0')).toContain(role);
  });

  it('are removed by the principal or by staff, and leave by themselves', async () => {
    const staff = await givenSomebodySignedIn(portal);
    await givenStaff(portal, staff.accountId, portal.world.aqpm.association);
    const asStaff = {
      clientKey: portal.world.aqpm.toolKey,
      token: await staff.tokenAt(portal.world.aqpm.toolKey),
    };
    for (const by of ['principal', 'staff', 'other'] as const) {
      const { organizationId, principal, other } = await givenTwoDelegates(portal);
      const asked = { principal, staff: asStaff, other }[by];

      const answer = await perform(
        portal,
        'removeDelegate',
        { organizationId, personId: personId(other) },
        asked,
      );

      expect(answer.__typename).toBe('RemoveDelegateSuccess');
      expect(answer.organization === null).toBe(by === 'other');
      expect(rolesBy(await shown(portal, organizationId, principal))).toEqual(['Ève Lacroix: PRINCIPAL']);
      expect(await shown(portal, organizationId, other)).toBeNull();
    }
  });

  it('never lose their principal, who hands over first', async () => {
    const { organizationId, principal } = await givenTwoDelegates(portal);

    const answer = await perform(
      portal,
      'removeDelegate',
      { organizationId, personId: personId(principal) },
      principal,
    );

    expect(answer).toMatchObject({
      __typename: 'PrincipalStays',
      message: expect.stringContaining('Offrez d’abord la place à un autre délégué'),
    });
  });

  it('are not changed by one another, nor by a stranger', async () => {
    const { organization, organizationId, principal, other } = await givenTwoDelegates(portal, 'CONTACT');
    const stranger = await givenSomebodySignedIn(portal);

    for (const { token } of [other, stranger])
      for (const roles of [['DUES'], ['PRINCIPAL']])
        expect(
          await perform(
            portal,
            'changeDelegateRoles',
            { organizationId, personId: personId(principal), roles },
            { token },
          ),
        ).toMatchObject({ __typename: 'OrganizationNotFound' });
    const third = await givenSomebodySignedIn(portal);
    await givenDelegations(portal, organization, third.person, 'VOTING');
    for (const { token } of [other, stranger]) {
      const removed = { organizationId, personId: personId(third) };
      expect((await perform(portal, 'removeDelegate', removed, { token })).__typename).toBe(
        'OrganizationNotFound',
      );
    }
  });

  it('are told what is wrong with their roles, in both languages', async () => {
    const { organizationId, principal, other } = await givenTwoDelegates(portal);
    const change = (roles: readonly string[], locale: 'fr-CA' | 'en-CA') =>
      perform(
        portal,
        'changeDelegateRoles',
        { organizationId, personId: personId(other), roles },
        { token: principal.token, locale },
      );

    expect(await change([], 'fr-CA')).toMatchObject({
      issues: [{ path: ['input', 'roles'], message: 'Choisissez au moins un rôle, ou retirez le délégué.' }],
    });
    expect(await change(['PRINCIPAL', 'DUES'], 'en-CA')).toMatchObject({
      issues: [
        {
          path: ['input', 'roles'],
          message: 'The place of principal delegate is handed over: offer it to another delegate.',
        },
      ],
    });
  });
});
