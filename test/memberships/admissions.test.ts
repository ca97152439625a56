import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { givenMembershipOffice } from '../organizations/given-house.ts';
import {
  givenClass,
  givenDelegations,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
  givenStaff,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { admissions, perform, type Act, type Result } from './change-operations.ts';

describe('admitting a member (C1)', () => {
  let portal: Portal;
  let office: Asked;
  let admission: { associationId: string; classId: string; on: string; shownTotalCents: number };
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenMembershipOffice(portal);
    const ofClass = await givenClass(portal);
    admission = {
      associationId: toPublicId('Association', portal.world.aqpm.association.id),
      classId: toPublicId('MembershipClass', ofClass.id),
      on: '2026-11-22',
      shownTotalCents: 0,
    };
  });
  afterAll(() => portal.close());
  const personId = async (): Promise<string> => toPublicId('Person', (await givenPerson(portal)).id);

  it('gives the number that is asked for, or the next free one', async () => {
    const admit = (input: object): Promise<Result> =>
      admissions.perform(portal, 'admitMember', { ...admission, ...input }, office);

    const first = await admit({ personId: await personId(), memberNumber: '41' });
    const next = await admit({ personId: await personId() });
    const taken = await admit({ personId: await personId(), memberNumber: '42' });

    expect(first.membership).toMatchObject({ memberNumber: '41', status: { code: 'APPLICANT' } });
    expect(next.membership.memberNumber).toBe('42');
    expect(taken).toMatchObject({ __typename: 'MemberNumberTaken' });
  });

  it('admits somebody once, however many ask, and gives each their own number', async () => {
    const one = await personId();
    const others = await Promise.all([personId(), personId(), personId()]);

    const results = await Promise.all(
      [one, one, one, ...others].map(id =>
        admissions.perform(portal, 'admitMember', { ...admission, personId: id }, office),
      ),
    );

    const admitted = results.filter(({ __typename }) => __typename === 'AdmitMemberSuccess');
    expect(admitted).toHaveLength(4);
    expect(new Set(admitted.map(({ membership }) => membership.memberNumber)).size).toBe(4);
    const refused = results.filter(({ __typename }) => __typename === 'AlreadyMember');
    const kept = results.slice(0, 3).find(({ __typename }) => __typename === 'AdmitMemberSuccess');
    expect(refused.map(({ membershipId }) => membershipId)).toEqual([
      kept?.membership.id,
      kept?.membership.id,
    ]);
  });

  it('asks for one holder on file, of the kind of the class', async () => {
    const organization = await givenOrganization(portal);
    const organizationId = toPublicId('Organization', organization.id);
    const input = { ...admission, organizationId };

    expect(await admissions.perform(portal, 'admitMember', input, office)).toMatchObject({
      issues: [{ path: ['input', 'classId'] }],
    });
    expect(
      await admissions.perform(portal, 'admitMember', { ...input, personId: await personId() }, office),
    ).toMatchObject({
      __typename: 'InvalidInput',
    });
    expect(
      await admissions.perform(portal, 'admitMember', { ...admission, personId: 'per_1' }, office),
    ).toMatchObject({
      __typename: 'PersonNotFound',
    });
    const { errors } = await admissions.send(
      portal,
      'admitMember',
      {
        ...admission,
        associationId: toPublicId('Association', portal.world.icu.association.id),
        organizationId,
      },
      office,
    );
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('admits neither oneself nor an organization that one is a delegate of', async () => {
    const { association, toolKey } = portal.world.aqpm;
    const clerk = await givenSomebodySignedIn(portal);
    await givenStaff(portal, clerk.accountId, association);
    const organization = await givenOrganization(portal);
    await givenDelegations(portal, organization, clerk.person, 'CONTACT');
    const ofHouses = await givenClass(portal, { code: 'OWN', heldBy: 'ORGANIZATION' });
    const house = {
      organizationId: toPublicId('Organization', organization.id),
      classId: toPublicId('MembershipClass', ofHouses.id),
    };
    const atTool = { clientKey: toolKey, token: await clerk.tokenAt(toolKey) };
    const admitted = async (input: object, by: Asked): Promise<string> =>
      (await admissions.perform(portal, 'admitMember', { ...admission, ...input }, by)).__typename;

    const oneself = { personId: toPublicId('Person', clerk.person.id) };
    expect([await admitted(oneself, atTool), await admitted(house, atTool)]).toEqual([
      'PersonNotFound',
      'OrganizationNotFound',
    ]);
    expect([await admitted(oneself, office), await admitted(house, office)]).toEqual([
      'AdmitMemberSuccess',
      'AdmitMemberSuccess',
    ]);
  });

  it('lets the principal delegate resign for an organization, and no other', async () => {
    const organization = await givenOrganization(portal);
    const principal = await givenSomebodySignedIn(portal);
    const contact = await givenSomebodySignedIn(portal);
    await givenDelegations(portal, organization, principal.person, 'PRINCIPAL');
    await givenDelegations(portal, organization, contact.person, 'CONTACT');
    const ofHouses = await givenClass(portal, { code: 'HOUSE', heldBy: 'ORGANIZATION' });
    const house = { organizationId: toPublicId('Organization', organization.id) };
    const classId = toPublicId('MembershipClass', ofHouses.id);
    const { membership } = await admissions.perform(
      portal,
      'admitMember',
      { ...admission, ...house, classId, memberNumber: 'H-1' },
      office,
    );
    const resign = { membershipId: membership.id, on: '2027-01-01', reason: 'Fermeture', shownTotalCents: 0 };

    expect(await perform(portal, 'resignMembership', resign, contact)).toMatchObject({
      __typename: 'MembershipNotFound',
    });
    expect(await perform(portal, 'resignMembership', resign, principal)).toMatchObject({
      __typename: 'ResignMembershipSuccess',
    });
  });

  it('writes each change to the member, and nothing of a hold that was over before it was entered', async () => {
    const { person, token, accountId } = await givenSomebodySignedIn(portal);
    const other = await givenClass(portal, { code: 'OTHER', nameFr: 'Autre catégorie' });
    const { membership } = await admissions.perform(
      portal,
      'admitMember',
      { ...admission, personId: toPublicId('Person', person.id), on: '2026-06-01' },
      office,
    );
    const change = async (name: Act, input: object, by: Asked = office): Promise<Result> => {
      const result = await perform(
        portal,
        name,
        { membershipId: membership.id, shownTotalCents: 0, ...input },
        by,
      );
      expect([name, result.__typename, result.why]).toEqual([
        name,
        expect.stringMatching(/Success$/),
        undefined,
      ]);
      return result;
    };
    const today = { on: '2026-11-22' };

    await change('reclassifyMembership', { ...today, toClassId: toPublicId('MembershipClass', other.id) });
    await change('placeOnHold', { hold: 'LEAVE', on: '2026-09-01', lastDay: '2026-10-31' });
    const held = await change('placeOnHold', { hold: 'LEAVE', ...today, lastDay: '2027-01-31' });
    await change('endHold', { ...today, on: '2026-12-01', holdId: held.membership.holds.at(-1)?.id });
    await change('resignMembership', { on: '2027-01-01', reason: 'Départ' }, { token });
    await change('withdrawResignation', {}, { token });
    await change('resignMembership', { ...today, reason: 'Départ' });
    await change('reinstateMembership', { on: '2026-12-01' });
    await portal.runDue();

    const [account] = await portal.parts.db.entities.query<{ address: string }[]>(
      'select address from account_address where account_id = $1',
      [accountId],
    );
    const letters = portal.mailbox.to(account?.address ?? '');
    expect(letters.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Une adhésion commence'),
      'La catégorie d’une adhésion change',
      'Une adhésion est mise en suspens',
      'L’interruption d’une adhésion prend fin',
      'Une démission est inscrite',
      'Une démission est retirée',
      'Une démission est inscrite',
      'Une adhésion est réintégrée',
    ]);
    expect(letters.map(({ text }) => text.includes('elle peut être retirée'))).toEqual([
      ...[false, false, false, false, true, false, false, false],
    ]);
    const said = (pattern: RegExp): readonly (string | null)[] =>
      letters.map(({ text }) => pattern.exec(text)?.[1] ?? null);
    // The first day of what each of them is about.
    expect(said(/^(?:Premier jour|La démission était prévue)[^\n]*\u00A0: (le .+ \d{4})$/m)).toEqual([
      'le 1er juin 2026',
      ...['le 22 novembre 2026', 'le 22 novembre 2026', 'le 1er décembre 2026', 'le 1er janvier 2027'],
      ...['le 1er janvier 2027', 'le 22 novembre 2026', 'le 1er décembre 2026'],
    ]);
    expect(said(/se termine (.+) inclusivement/)[2]).toBe('le 31 janvier 2027');
    expect(said(/Type d’interruption\u00A0: (.+)\./).slice(2, 4)).toEqual(['En congé', 'En congé']);
    const classes = said(/Catégorie\u00A0: (.+)/);
    expect([classes[0], ...new Set(classes.slice(1))]).toEqual(['Membre régulier', 'Autre catégorie']);
  });
});
