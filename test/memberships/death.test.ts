import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { PDF, sent } from '../documents/upload-operations.ts';
import { givenPerson, givenStaff } from '../support/given/membership-world.ts';
import { openDeathHouse, type DeathHouse } from './given-deaths.ts';
import { givenMember, givenOfficer, perform, shown, signInAt, staysOf } from './leaving-operations.ts';

const mails = statement<{ id: string; letter: string; state: string; sealed: boolean }>(
  'test-mails-of-person',
  `select id, letter, state, sealed_secret is not null as sealed from mail where person_id = $1 or account_id = $2
   order by queued_at, id`,
);

describe('the death of a member', () => {
  let house: DeathHouse;
  beforeAll(async () => {
    house = await openDeathHouse();
  });
  afterAll(() => house.portal.close());

  it('ends the membership on the day after, the sessions and sign-in at once, and stops every mail that waits', async () => {
    const { portal, bodies, oppi, record, preview, write, signsIn, sendAgain } = house;
    const member = await givenMember(portal, bodies.regular);
    const holder = await member.asked();
    await write(member);
    const waits = await portal.parts.db.read(mails, [member.person.id, member.accountId]);

    const expected = await preview(member, await oppi.asked());
    const recorded = await record(member);

    expect(waits.map(({ state }) => state)).toEqual(['QUEUED']);
    expect(expected.preview).toMatchObject({
      account: 'BARRED',
      memberships: [{ id: member.membershipId }],
      told: [],
      moneyEffect: { total: { cents: 0 } },
    });
    expect(recorded.person.deathRecord).toEqual({ diedOn: '2026-11-20', uploadId: null });
    const office = await oppi.asked();
    expect(staysOf(await shown(portal, member.membershipId, office))).toEqual([
      '2025-04-01…2026-11-20 REGULAR ADMISSION',
      '2026-11-21… REGULAR DEATH',
    ]);
    const { errors } = await portal.graphql('{ viewer { account { kind } } }', {}, holder);
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await signsIn(member)).toBe('SignInRefused');
    expect(await portal.parts.db.read(mails, [member.person.id, member.accountId])).toEqual([
      { id: waits[0]?.id, letter: 'transfer-refused', state: 'CANCELLED', sealed: false },
    ]);
    expect(await write(member)).toBe(false);
    await portal.runDue();
    expect(portal.mailbox.to(member.address)).toEqual([]);
    const [cancelled] = await portal.parts.db.read(mails, [member.person.id, member.accountId]);
    expect(await sendAgain(cancelled?.id ?? '', await oppi.asked())).toEqual({
      __typename: 'MailNotResendable',
      why: 'DECEASED',
    });
  });

  it('leaves the survivor of a joint account their access', async () => {
    const { portal, bodies, oppi, record, preview, write, signsIn } = house;
    const member = await givenMember(portal, bodies.regular);
    const survivor = await givenPerson(portal, {
      associationId: portal.world.oppi.id,
      givenName: 'Noé',
      accountId: member.accountId,
    });
    await portal.parts.db.transaction(tx =>
      tx.query("update account set kind = 'JOINT' where id = $1", [member.accountId]),
    );
    const couple = await member.asked();

    const seen = await preview(member, await oppi.asked());
    await record(member);

    expect(seen.preview.account).toBe('KEPT');
    expect((await portal.graphql('{ viewer { account { kind } } }', {}, couple)).errors).toEqual([]);
    expect(await signsIn(member)).toBe('SignInSuccess');
    expect(await write({ person: survivor })).toBe(true);
    expect(await write(member)).toBe(false);
    await record({ person: survivor });
    expect(await signsIn(member)).toBe('SignInRefused');
  });

  it('is corrected by the office, and by nobody of the same household, even of the staff', async () => {
    const { portal, bodies, record, withdraw } = house;
    const member = await givenMember(portal, bodies.regular);
    const { oppi: body, icu } = portal.world;
    await givenPerson(portal, { associationId: body.id, givenName: 'Noé', accountId: member.accountId });
    await portal.parts.db.transaction(tx =>
      tx.query("update account set kind = 'JOINT' where id = $1", [member.accountId]),
    );
    await givenStaff(portal, member.accountId, body, StaffRole.MEMBERSHIP);
    await record(member);

    const own = await withdraw(member, await signInAt(portal, member.address, icu.toolKey));

    expect(own.__typename).toBe('DeathRecordNotFound');
    expect((await withdraw(member)).__typename).toBe('WithdrawDeathRecordSuccess');
  });

  it('overtakes a transfer that waits, keeps a document, and is recorded once', async () => {
    const { portal, bodies, oppi, pibc, record } = house;
    const member = await givenMember(portal, bodies.regular);
    const { transfer } = await perform(
      portal,
      'requestTransfer',
      {
        membershipId: member.membershipId,
        toAssociationId: toPublicId('Association', portal.world.pibc.id),
        toClassId: toPublicId('MembershipClass', bodies.western.id),
        on: '2027-02-01',
        shownTotalCents: 0,
      },
      await member.asked(),
    );
    const office = await oppi.asked();
    const associationId = toPublicId('Association', portal.world.oppi.id);
    const { id: uploadId } = await sent(portal, office, PDF, { associationId });

    const answers = await Promise.all([record(member, { uploadId }, office), record(member, {}, office)]);

    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'DeathOnRecord',
      'RecordDeathSuccess',
    ]);
    const decided = await perform(
      portal,
      'decideTransfer',
      { transferId: transfer.id, decision: 'ACCEPT', shownTotalCents: 0 },
      await pibc.asked(),
    );
    expect(decided.state).toBe('OVERTAKEN');
  });

  it('is refused for a day to come, for another amount, for oneself, by readers, and for whom others administer', async () => {
    const { portal, bodies, pibc, record, signsIn } = house;
    const member = await givenMember(portal, bodies.regular);
    const reader = await givenOfficer(portal, portal.world.oppi, portal.world.icu.toolKey, StaffRole.READER);
    const colleague = await givenMember(portal, bodies.regular);
    await givenOfficer(portal, portal.world.oppi, portal.world.icu.toolKey);
    await portal.parts.db.transaction(tx =>
      tx.query(
        `insert into staff_assignment (id, account_id, association_id, role, reach, from_at)
         select gen_random_uuid(), $1, $2, 'ADMIN', 'NODE', $3`,
        [colleague.accountId, portal.world.pibc.id, portal.clock.now()],
      ),
    );
    const own = await signInAt(portal, colleague.address, bodies.pibcTool);

    expect((await record(member, { diedOn: '2026-12-31' })).issues).toMatchObject([
      { path: ['input', 'diedOn'] },
    ]);
    expect((await record(member, { shownTotalCents: 100 })).effect.total.cents).toBe(0);
    expect((await record(member, {}, await reader.asked())).__typename).toBe('PersonNotFound');
    expect((await record(member, {}, await pibc.asked())).__typename).toBe('PersonNotFound');
    expect((await record(colleague)).__typename).toBe('HolderHasRightsElsewhere');
    expect((await record(colleague, {}, own)).__typename).toBe('PersonNotFound');
    expect(await signsIn(member)).toBe('SignInSuccess');
  });
});
