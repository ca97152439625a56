import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Period } from '../../src/kernel/period.ts';
import { TermRuleEntity } from '../../src/modules/memberships/index.ts';
import { duesLine, givenInvoice, invoice } from '../billing/given-invoices.ts';
import {
  givenClass,
  givenMembership,
  givenOrganization,
  givenPerson,
  givenStaff,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { admissions, perform as act } from './change-operations.ts';
import { givenEntryPrices } from './entry-prices.ts';
import {
  givenBodies,
  givenMember,
  givenOfficer,
  perform as performTransfer,
  shown,
  signInAt,
  type Bodies,
} from './leaving-operations.ts';

describe('what a class brings, who pays for a change, and who may make it', () => {
  let portal: Portal;
  let bodies: Bodies;
  let oppi: Awaited<ReturnType<typeof givenOfficer>>;
  let pibc: Awaited<ReturnType<typeof givenOfficer>>;
  beforeAll(async () => {
    portal = await openPortal();
    bodies = await givenBodies(portal);
    oppi = await givenOfficer(portal, portal.world.oppi, portal.world.icu.toolKey);
    pibc = await givenOfficer(portal, portal.world.pibc, bodies.pibcTool);
    await givenEntryPrices(portal);
  });
  afterAll(() => portal.close());

  it('a class for life brings a term that nobody pays for, that never ends, and that ends with the class (D2)', async () => {
    const { pibc: body } = portal.world;
    const honorary = await givenClass(portal, { associationId: body.id, code: 'HONORARY' });
    const { parts } = portal;
    await parts.db.transaction(tx =>
      tx.insert(TermRuleEntity, {
        id: newId<'TermRule'>(parts.clock, parts.random),
        classId: honorary.id,
        kind: 'LIFETIME',
        months: null,
        rolloverOn: null,
        fromOn: localDate('2020-01-01'),
        toOn: null,
      }),
    );
    const person = await givenPerson(portal, { associationId: body.id });
    const office = await pibc.asked();

    const admitted = await admissions.perform(
      portal,
      'admitMember',
      {
        associationId: toPublicId('Association', body.id),
        personId: toPublicId('Person', person.id),
        classId: toPublicId('MembershipClass', honorary.id),
        on: '2026-11-22',
        shownTotalCents: 84_00,
      },
      office,
    );
    const of = (asOf: string) => shown(portal, admitted.membership.id, office, asOf);
    const change = {
      membershipId: admitted.membership.id,
      on: '2027-03-01',
      toClassId: toPublicId('MembershipClass', bodies.western.id),
    };
    const before = await of('2050-01-01T20:00:00Z');
    await act(portal, 'reclassifyMembership', { ...change, shownTotalCents: 0 }, office);

    expect([before?.status.code, before?.terms]).toEqual(['ACTIVE', [{ from: '2026-11-22', to: null }]]);
    const after = await of('2050-01-01T20:00:00Z');
    expect([after?.status.code, after?.terms]).toEqual([
      'LAPSED',
      [{ from: '2026-11-22', to: '2027-02-28' }],
    ]);
    await expect(
      parts.db.transaction(tx =>
        tx.query("update term set to_on = null, kind = 'ROLLING' where to_on is not null"),
      ),
    ).rejects.toThrow('term_without_end');
  });

  it('a change is charged to the holder, or to whoever was billed for the term where the body says so', async () => {
    const { pibc: body } = portal.world;
    const employer = await givenOrganization(portal, { associationId: body.id });
    const office = await pibc.asked();
    const held = async (
      memberNumber: string,
      on = '2026-11-22',
      lastDay = '2027-01-31',
    ): Promise<object | undefined> => {
      const person = await givenPerson(portal, { associationId: body.id });
      const { id } = await givenMembership(portal, bodies.western, { personId: person.id }, { memberNumber });
      const period = Period.of(localDate('2026-04-01'), localDate('2027-04-01'));
      const lines = [duesLine(body.id, id, { period })];
      const billTo = {
        ...invoice(body.id, { organizationId: employer.id }).billTo,
        name: employer.publicNameFr,
      };
      const billed = { membershipId: id, lines, locale: 'en-CA', billTo } as const;
      await givenInvoice(portal, body.id, { organizationId: employer.id }, billed);
      const hold = { hold: 'LEAVE', on, lastDay, shownTotalCents: 60_00 };
      await act(portal, 'placeOnHold', { membershipId: toPublicId('Membership', id), ...hold }, office);
      const [charged] = await portal.parts.db.entities.query<object[]>(
        `select payer_organization_id = $2 as employer, payer_person_id = $3 as holder, due_on::text as due, b.name,
           locale
         from invoice i join bill_to b on b.invoice_id = i.id where membership_id = $1 and total_cents = 6000`,
        [id, employer.id, person.id],
      );
      return charged;
    };

    const usual = await held('C-8');
    await portal.parts.db.transaction(tx =>
      tx.query(
        "update association set changes_billed_to = 'TERM_PAYER', change_due_days = 14 where id = $1",
        [body.id],
      ),
    );

    const holder = { employer: null, holder: true, name: 'Zoé L’Écuyer', locale: 'fr-CA' };
    expect(usual).toEqual({ ...holder, due: '2026-12-22' });
    const theirs = { employer: true, holder: null, name: 'Productions Boréales', locale: 'en-CA' };
    expect(await held('C-9')).toEqual({ ...theirs, due: '2026-12-06' });
    // Of a day that no invoice speaks of nobody else was billed.
    expect(await held('C-10', '2027-05-01', '2027-06-30')).toEqual({ ...holder, due: '2026-12-06' });
  });

  it('a page is told what the signed-in person may do with a membership, and what they may not', async () => {
    const member = await givenMember(portal, bodies.regular);
    const may = async (by: Asked): Promise<readonly string[]> => {
      const { data } = await portal.graphql<{ membership: { viewerCan: Record<string, boolean> } }>(
        `query ($id: ID!) { membership(id: $id) { viewerCan { reclassify placeOnHold endHold resign withdrawResignation
           reinstate requestTransfer } } }`,
        { id: member.membershipId },
        by,
      );
      return Object.entries(data.membership.viewerCan).flatMap(([what, is]) => (is ? [what] : []));
    };
    const [holder, office] = [await member.asked(), await oppi.asked()];
    const before = [await may(holder), await may(office)];
    const { membershipId } = member;
    const leave = {
      membershipId,
      hold: 'LEAVE',
      on: '2026-11-22',
      lastDay: '2026-11-30',
      shownTotalCents: 0,
    };
    await act(portal, 'placeOnHold', leave, office);
    const onLeave = [await may(holder), await may(office)];
    const toPibc = {
      ...{ membershipId, on: '2027-02-01', shownTotalCents: 84_00 },
      toAssociationId: toPublicId('Association', portal.world.pibc.id),
      toClassId: toPublicId('MembershipClass', bodies.western.id),
    };
    const asked = await performTransfer(portal, 'requestTransfer', toPibc, holder);
    const waiting = [await may(holder), await may(office)];
    await performTransfer(portal, 'withdrawTransfer', { transferId: asked.transfer.id }, holder);
    const resign = {
      membershipId: member.membershipId,
      on: '2027-01-01',
      reason: 'Départ',
      shownTotalCents: 0,
    };

    await act(portal, 'resignMembership', resign, holder);

    expect(before).toEqual([
      ['resign', 'requestTransfer'],
      ['reclassify', 'placeOnHold', 'resign', 'requestTransfer'],
    ]);
    expect(onLeave).toEqual([
      ['resign', 'requestTransfer'],
      ['reclassify', 'placeOnHold', 'endHold', 'resign', 'requestTransfer'],
    ]);
    expect(waiting).toEqual([['resign'], ['reclassify', 'placeOnHold', 'endHold', 'resign']]);
    // Of their own membership somebody of the staff decides nothing.
    await givenStaff(portal, member.accountId, portal.world.oppi);
    const atTool = await signInAt(portal, member.address, portal.world.icu.toolKey);
    expect(await may(atTool)).toEqual(['withdrawResignation']);
    expect([await may(holder), await may(office)]).toEqual([
      ['withdrawResignation'],
      ['reclassify', 'placeOnHold', 'endHold', 'withdrawResignation', 'reinstate'],
    ]);
  });
});
