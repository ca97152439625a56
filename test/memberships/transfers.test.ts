import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { days } from '../support/fake-clock.ts';
import { givenMembership, givenStaff } from '../support/given/membership-world.ts';
import { openTransferHouse, type Officer, type TransferHouse } from './given-transfers.ts';
import { FEBRUARY, givenMember, perform, shown, signInAt, staysOf } from './leaving-operations.ts';

describe('a transfer from one body to another (C10, C11)', () => {
  let house: TransferHouse;
  beforeAll(async () => {
    house = await openTransferHouse();
  });
  afterAll(() => house.portal.close());

  it('goes to both bodies; the one that receives decides, and one membership ends where the other begins', async () => {
    const { portal, bodies, ask, decide, mailsTo } = house;
    const member = await givenMember(portal, bodies.regular);

    const { transfer } = await ask(member);
    const accepted = (await decide(transfer.id)).transfer;

    expect(transfer).toMatchObject({
      state: 'PENDING',
      askedBy: 'HOLDER',
      needsStanding: false,
      viewerCan: { decide: false, stateStanding: false, withdraw: true },
      preview: { effectiveOn: '2027-02-01', moneyEffect: { total: { cents: 0 } } },
    });
    expect(accepted).toMatchObject({ state: 'ACCEPTED', effectiveOn: '2027-02-01', preview: null });
    expect(accepted.newMembership?.memberNumber).toBe(member.membership.memberNumber);
    const holder = await member.asked();
    expect(staysOf(await shown(portal, member.membershipId, holder))).toEqual([
      '2025-04-01…2027-01-31 REGULAR ADMISSION',
      '2027-02-01… REGULAR TRANSFER',
    ]);
    const there = await shown(portal, accepted.newMembership?.id ?? '', holder);
    expect(staysOf(there)).toEqual(['2027-02-01… WESTERN ADMISSION']);
    expect(there?.terms).toEqual([{ from: '2027-02-01', to: '2027-03-31' }]);
    const codes = async (asOf: string): Promise<(string | undefined)[]> =>
      Promise.all(
        [member.membershipId, accepted.newMembership?.id ?? ''].map(
          async id => (await shown(portal, id, holder, asOf))?.status.code,
        ),
      );
    expect(await codes('2027-01-31T20:00:00Z')).toEqual(['RENEWAL_DUE', 'APPLICANT']);
    expect(await codes('2027-02-01T20:00:00Z')).toEqual(['ENDED', 'RENEWAL_DUE']);
    expect(await mailsTo(member.address)).toContain('Votre transfert est accepté');
    expect(await mailsTo('aide@oppi.example')).toContain('A transfer is accepted: Alizé Côté');
  });

  it('leaves the old body reading its own period only, and the new one the record from its day on', async () => {
    const { portal, bodies, oppi, pibc, ask, decide } = house;
    const member = await givenMember(portal, bodies.regular);
    const { transfer } = await ask(member, { on: '2026-11-23' });
    await portal.runDue();
    const newId = (await decide(transfer.id)).transfer.newMembership?.id ?? '';
    const reads = async (officer: Officer): Promise<readonly boolean[]> => {
      const by = await officer.asked();
      const { data } = await portal.graphql<{ node: object | null }>(
        'query ($id: ID!) { node(id: $id) { id } }',
        { id: toPublicId('Person', member.person.id) },
        by,
      );
      const [old, fresh] = await Promise.all([member.membershipId, newId].map(id => shown(portal, id, by)));
      return [data.node !== null, old != null, fresh != null];
    };

    const before = [await reads(oppi), await reads(pibc)];
    portal.clock.advance(days(2));
    await portal.runDue();
    const after = [await reads(oppi), await reads(pibc)];

    expect(before).toEqual([
      [true, true, false],
      [false, false, true],
    ]);
    expect(after).toEqual([
      [false, true, false],
      [true, false, true],
    ]);
  });

  it('needs a standing statement for a class that carries a designation, whoever asks', async () => {
    const { portal, bodies, ask, decide, state, mailsTo, toPlanner } = house;
    const member = await givenMember(portal, bodies.regular);
    const { transfer } = await ask(member, toPlanner());

    const tooSoon = await decide(transfer.id);
    const without = await state(transfer.id, 'OUTSTANDING');
    const owing = await state(transfer.id, 'OUTSTANDING', 'Une facture de 120 $');
    const good = await state(transfer.id, 'GOOD');
    const accepted = await decide(transfer.id);

    expect(transfer.needsStanding).toBe(true);
    expect(tooSoon.__typename).toBe('TransferNeedsStanding');
    expect(without.issues).toMatchObject([{ path: ['input', 'note'] }]);
    expect(owing.transfer).toMatchObject({ standing: 'OUTSTANDING', standingNote: 'Une facture de 120 $' });
    expect(good.transfer).toMatchObject({ standing: 'GOOD', standingNote: null });
    expect(accepted.transfer.state).toBe('ACCEPTED');
    expect(await mailsTo('aide@pibc.example')).toContain('that they are in good standing');
  });

  it('is not decided by somebody of the staff whose own it is, nor spoken for: they take it back', async () => {
    const { portal, bodies, asked } = house;
    const { oppi, pibc, icu } = portal.world;
    const clerk = await givenMember(portal, bodies.regular);
    await givenStaff(portal, clerk.accountId, oppi);
    await givenStaff(portal, clerk.accountId, pibc);
    const transferId = await asked(clerk);
    const [west, east] = [
      await signInAt(portal, clerk.address, bodies.pibcTool),
      await signInAt(portal, clerk.address, icu.toolKey),
    ];

    const decision = { transferId, decision: 'ACCEPT', shownTotalCents: 0 };
    const decided = await perform(portal, 'decideTransfer', decision, west);
    const standing = { transferId, standing: 'GOOD' };
    const stated = await perform(portal, 'stateTransferStanding', standing, east);
    const withdrawn = await perform(portal, 'withdrawTransfer', { transferId }, east);

    expect([decided.__typename, stated.__typename]).toEqual(['TransferNotFound', 'TransferNotFound']);
    expect(withdrawn.transfer.state).toBe('WITHDRAWN');
  });

  it('needs it too where the office that receives asks by itself; each office answers for its own side', async () => {
    const { portal, bodies, oppi, pibc, ask, decide } = house;
    const member = await givenMember(portal, bodies.regular);
    const west = await pibc.asked();
    const { transfer } = await ask(member, {}, west);

    const ownWord = await perform(
      portal,
      'stateTransferStanding',
      { transferId: transfer.id, standing: 'GOOD' },
      west,
    );
    const others = await perform(
      portal,
      'decideTransfer',
      { transferId: transfer.id, decision: 'ACCEPT', shownTotalCents: 0 },
      await oppi.asked(),
    );

    expect(transfer).toMatchObject({ askedBy: 'RECEIVING', needsStanding: true });
    expect([ownWord.__typename, others.__typename]).toEqual(['TransferNotFound', 'TransferNotFound']);
    expect((await decide(transfer.id)).__typename).toBe('TransferNeedsStanding');
    expect(
      (await perform(portal, 'withdrawTransfer', { transferId: transfer.id }, await member.asked())).transfer
        .state,
    ).toBe('WITHDRAWN');
    expect((await decide(transfer.id)).state).toBe('WITHDRAWN');
  });

  it('is refused with a reason, and nothing changes', async () => {
    const { portal, bodies, asked, decide, mailsTo } = house;
    const member = await givenMember(portal, bodies.regular);
    const transferId = await asked(member);

    const refused = await decide(transferId, {
      decision: 'REFUSE',
      reason: 'Dossier incomplet',
      shownTotalCents: null,
    });

    expect(refused.transfer).toMatchObject({
      state: 'REFUSED',
      reason: 'Dossier incomplet',
      newMembership: null,
    });
    expect(staysOf(await shown(portal, member.membershipId, await member.asked()))).toEqual([
      '2025-04-01… REGULAR ADMISSION',
    ]);
    expect(await mailsTo(member.address)).toContain('La raison donnée\u00A0: Dossier incomplet');
  });

  it('cannot be asked for twice, on a wrong day, for another amount, or for somebody else', async () => {
    const { portal, bodies, ask, asked } = house;
    const member = await givenMember(portal, bodies.regular);
    const stranger = await givenMember(portal, bodies.regular);
    await asked(member);

    expect((await ask(member)).__typename).toBe('TransferOpen');
    expect((await ask(stranger, {}, await member.asked())).__typename).toBe('MembershipNotFound');
    expect((await ask(stranger, { shownTotalCents: 500 })).effect.total.cents).toBe(0);
    expect((await ask(stranger, { on: '2026-11-01' })).issues).toMatchObject([{ path: ['input', 'on'] }]);
    const ofOppi = toPublicId('MembershipClass', bodies.regular.id);
    expect((await ask(stranger, { toClassId: ofOppi })).issues).toMatchObject([
      { path: ['input', 'toClassId'] },
    ]);
    const own = toPublicId('Association', portal.world.oppi.id);
    expect((await ask(stranger, { toAssociationId: own })).issues).toMatchObject([
      { path: ['input', 'toAssociationId'] },
    ]);
  });

  it('of two decisions at once one wins, and the other is told', async () => {
    const { portal, bodies, asked, decide } = house;
    const member = await givenMember(portal, bodies.regular);
    const transferId = await asked(member);

    const answers = await Promise.all([
      decide(transferId),
      decide(transferId, { decision: 'REFUSE', shownTotalCents: null }),
      decide(transferId),
    ]);

    const won = answers.filter(({ __typename }) => __typename === 'DecideTransferSuccess');
    expect(won).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'TransferOver')).toHaveLength(2);
    const stays = staysOf(await shown(portal, member.membershipId, await member.asked()));
    expect(stays).toHaveLength(won[0]?.transfer.state === 'ACCEPTED' ? 2 : 1);
  });

  it('of a transfer and a resignation at once one wins, and the other is told', async () => {
    const { portal, bodies, asked, decide, resign } = house;
    const race = async (): Promise<void> => {
      const member = await givenMember(portal, bodies.regular);
      const transferId = await asked(member);
      const holder = await member.asked();

      const [resigned, decided] = await Promise.all([
        resign(member.membershipId, FEBRUARY, holder),
        decide(transferId),
      ]);

      const [last] = staysOf(await shown(portal, member.membershipId, holder)).slice(-1);
      if (resigned === 'ResignMembershipSuccess') {
        expect([decided.why, last]).toEqual(['NOT_MEMBER', '2027-02-01… REGULAR RESIGNATION']);
      } else {
        expect([resigned, decided.transfer.state]).toEqual(['MembershipChangeNotPossible', 'ACCEPTED']);
        expect(last).toBe('2027-02-01… REGULAR TRANSFER');
      }
    };

    await Promise.all([race(), race(), race()]);
  });

  it('a number that somebody else has there is told, and another one given', async () => {
    const { portal, bodies, asked, decide } = house;
    const [member, namesake] = [
      await givenMember(portal, bodies.regular),
      await givenMember(portal, bodies.regular),
    ];
    await givenMembership(
      portal,
      bodies.western,
      { personId: namesake.person.id },
      {
        memberNumber: member.membership.memberNumber,
      },
    );
    const transferId = await asked(member);

    const taken = await decide(transferId);
    const given = await decide(transferId, { memberNumber: 'W-1' });

    expect(taken.__typename).toBe('MemberNumberTaken');
    expect(given.transfer.newMembership?.memberNumber).toBe('W-1');
  });
});
