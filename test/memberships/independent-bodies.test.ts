import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import {
  addAssociation,
  AssociationKind,
  StaffRole,
  type AssociationEntity,
} from '../../src/modules/associations/index.ts';
import { registerClient } from '../../src/modules/integrations/index.ts';
import type { MembershipClassEntity } from '../../src/modules/memberships/index.ts';
import { days } from '../support/fake-clock.ts';
import { givenClass } from '../support/given/membership-world.ts';
import { plain } from '../support/world.ts';
import { admissions } from './change-operations.ts';
import { openTransferHouse, type Officer, type TransferHouse } from './given-transfers.ts';
import {
  FEBRUARY,
  givenMember,
  givenOfficer,
  perform,
  shown,
  signInAt,
  type Member,
} from './leaving-operations.ts';

const TOMORROW = '2026-11-23';

describe('a member passes between two bodies that share no office (C10, C11)', () => {
  let house: TransferHouse;
  let appi: AssociationEntity;
  let planner: MembershipClassEntity;
  let office: Officer;
  let above: Officer;
  let siteKey: string;
  beforeAll(async () => {
    house = await openTransferHouse();
    const { portal } = house;
    const { world, parts } = portal;
    const made = await parts.db.transaction(async tx => {
      const body = await addAssociation(parts, tx, {
        ...plain('appi', 'Alberta Professional Planners Institute'),
        ...{ parent: world.icu.association, kind: AssociationKind.INSTITUTE, independent: true },
        ...{ provinces: ['AB'], timeZone: 'America/Edmonton' },
      });
      const register = { associationId: body.id, keyMode: 'TEST', signInMode: 'DIRECT', pages: [] } as const;
      const tool = await registerClient(parts, tx, {
        ...{ ...register, name: 'appi tool', kind: 'SECRET', origins: [] },
      });
      const site = await registerClient(parts, tx, {
        ...{ ...register, name: 'appi site', kind: 'PUBLISHABLE', origins: ['https://appi.example'] },
      });
      return { body, tool: tool.key, site: site.key };
    });
    appi = made.body;
    siteKey = made.site;
    planner = await givenClass(portal, {
      associationId: appi.id,
      code: 'PLANNER',
      certificateEligible: true,
    });
    office = await givenOfficer(portal, appi, made.tool);
    above = await givenOfficer(portal, world.icu.association, world.icu.toolKey, StaffRole.ADMIN);
  });
  afterAll(() => house.portal.close());

  const seesPerson = async ({ person }: Member, by: Officer): Promise<boolean> => {
    const id = toPublicId('Person', person.id);
    const { data } = await house.portal.graphql<{ node: object | null }>(
      'query ($id: ID!) { node(id: $id) { id } }',
      { id },
      await by.asked(),
    );
    return data.node !== null;
  };
  const seesMembership = async (id: string, by: Officer): Promise<boolean> =>
    (await shown(house.portal, id, await by.asked())) !== null;

  it('by their own request: each office answers through its own tool, and the record goes along on the day', async () => {
    const { portal, ask, decide, toPlanner, pibc } = house;
    const member = await givenMember(portal, planner);
    const atOwnSite = {
      ...(await signInAt(portal, member.address, siteKey)),
      origin: 'https://appi.example',
    };

    const { transfer } = await ask(member, { ...toPlanner(), on: TOMORROW }, atOwnSite);
    const before = [await seesPerson(member, pibc), await seesMembership(member.membershipId, pibc)];
    const tooSoon = await decide(transfer.id);
    const standing = { transferId: transfer.id, standing: 'GOOD' };
    const stated = await perform(portal, 'stateTransferStanding', standing, await office.asked());
    const accepted = await decide(transfer.id);
    portal.clock.advance(days(2));
    await portal.runDue();

    expect(transfer).toMatchObject({ state: 'PENDING', askedBy: 'HOLDER', needsStanding: true });
    expect(before).toEqual([false, false]);
    expect(tooSoon.__typename).toBe('TransferNeedsStanding');
    expect(stated.transfer.standing).toBe('GOOD');
    expect(accepted.transfer).toMatchObject({ state: 'ACCEPTED', effectiveOn: TOMORROW });
    const newId = accepted.transfer.newMembership?.id ?? '';
    expect([await seesPerson(member, pibc), await seesMembership(newId, pibc)]).toEqual([true, true]);
    expect([await seesPerson(member, office), await seesMembership(newId, office)]).toEqual([false, false]);
    expect(await seesMembership(member.membershipId, office)).toBe(true);
    // Nor does the body above both learn anything.
    expect([await seesPerson(member, above), await seesMembership(newId, above)]).toEqual([false, false]);
    const holder = await signInAt(portal, member.address, siteKey);
    expect((await shown(portal, newId, holder))?.terms).toEqual([{ from: TOMORROW, to: '2027-03-31' }]);
  });

  it('not because the other office wants them: it learns nothing, and cannot admit them either', async () => {
    const { portal, ask, decide, pibc, bodies } = house;
    const member = await givenMember(portal, planner);
    const west = await pibc.asked();

    const fetched = await ask(member, { on: FEBRUARY }, west);
    const silent = await decide(fetched.transfer.id);
    const admitted = await admissions.perform(
      portal,
      'admitMember',
      {
        associationId: toPublicId('Association', portal.world.pibc.id),
        personId: toPublicId('Person', member.person.id),
        classId: toPublicId('MembershipClass', bodies.western.id),
        ...{ on: '2026-11-25', shownTotalCents: 0 },
      },
      west,
    );

    expect(fetched.transfer).toMatchObject({ askedBy: 'RECEIVING', needsStanding: true });
    expect(silent.__typename).toBe('TransferNeedsStanding');
    expect(admitted.__typename).toBe('PersonNotFound');
    expect(await seesPerson(member, pibc)).toBe(false);
  });
});
