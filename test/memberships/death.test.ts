import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { tellPerson } from '../../src/modules/organizations/index.ts';
import { transferRefusedForMember } from '../../src/modules/memberships/transfers/transfer.mails.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { PASSWORD } from '../accounts/given-account.ts';
import { perform as performAccount } from '../accounts/operations.ts';
import { PDF, sent } from '../documents/upload-operations.ts';
import { hours } from '../support/fake-clock.ts';
import { givenMembership, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  givenBodies,
  givenMember,
  givenOfficer,
  perform,
  shown,
  signInAt,
  staysOf,
  type Bodies,
  type Member,
  type Result,
} from './leaving-operations.ts';

type Officer = Awaited<ReturnType<typeof givenOfficer>>;

const mails = statement<{ letter: string; state: string; sealed: boolean }>(
  'test-mails-of-person',
  `select letter, state, sealed_secret is not null as sealed from mail where person_id = $1 or account_id = $2
   order by queued_at, id`,
);

describe('the death of a member', () => {
  let portal: Portal;
  let bodies: Bodies;
  let oppi: Officer;
  let pibc: Officer;
  beforeAll(async () => {
    portal = await openPortal();
    bodies = await givenBodies(portal);
    oppi = await givenOfficer(portal, portal.world.oppi, portal.world.icu.toolKey);
    pibc = await givenOfficer(portal, portal.world.pibc, bodies.pibcTool);
  });
  afterAll(() => portal.close());

  const record = async (member: Pick<Member, 'person'>, more: object = {}, by?: Asked): Promise<Result> =>
    perform(
      portal,
      'recordDeath',
      { personId: toPublicId('Person', member.person.id), diedOn: '2026-11-20', shownTotalCents: 0, ...more },
      by ?? (await oppi.asked()),
    );
  const withdraw = async (member: Pick<Member, 'person'>, by?: Asked): Promise<Result> =>
    perform(
      portal,
      'withdrawDeathRecord',
      { personId: toPublicId('Person', member.person.id), reason: 'Homonyme' },
      by ?? (await oppi.asked()),
    );
  const write = ({ person }: Pick<Member, 'person'>): Promise<boolean> =>
    portal.parts.db.transaction(tx =>
      tellPerson(portal.parts, tx, {
        personId: person.id,
        associationId: person.associationId,
        letter: transferRefusedForMember,
        values: () => ({
          member: 'Alizé Côté',
          memberNumber: 'OP-1',
          sending: 'OPPI',
          receiving: 'PIBC',
          memberClass: 'WESTERN',
          day: localDate('2027-02-01'),
          reason: null,
        }),
      }),
    );
  const signsIn = async ({ address }: Member): Promise<string> => {
    const input = { identifier: address, password: PASSWORD };
    const clientKey = portal.world.icu.siteKey;
    return (await performAccount(portal, 'signIn', input, { clientKey })).__typename;
  };
  const preview = async (member: Pick<Member, 'person'>, by: Asked) => {
    const { data } = await portal.graphql<{
      result: {
        __typename: string;
        preview: {
          account: string;
          memberships: { id: string }[];
          told: { code: string }[];
          moneyEffect: { total: { cents: number } };
        };
      };
    }>(
      `query ($input: DeathPreviewInput!) { result: deathPreview(input: $input) { __typename
         ... on DeathPreviewSuccess { preview { account memberships { id } told { code }
           moneyEffect { total { cents } } } } } }`,
      { input: { personId: toPublicId('Person', member.person.id), diedOn: '2026-11-20' } },
      by,
    );
    return data.result;
  };

  it('ends the membership on the day after, the sessions and sign-in at once, and stops every mail that waits', async () => {
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
      { letter: 'transfer-refused', state: 'CANCELLED', sealed: false },
    ]);
    expect(await write(member)).toBe(false);
    await portal.runDue();
    expect(portal.mailbox.to(member.address)).toEqual([]);
  });

  it('is told to the offices of bodies out of reach, where nothing changes; they record it themselves', async () => {
    const member = await givenMember(portal, bodies.regular);
    const second = await givenMembership(
      portal,
      bodies.western,
      { personId: member.person.id },
      { memberNumber: 'W-3' },
    );
    const secondId = toPublicId('Membership', second.id);

    const seen = await preview(member, await oppi.asked());
    await record(member);
    await portal.runDue();

    expect(seen.preview.told).toEqual([{ code: 'pibc' }]);
    const west = await pibc.asked();
    expect(staysOf(await shown(portal, secondId, west))).toEqual(['2025-04-01… WESTERN ADMISSION']);
    const told = portal.mailbox.lastTo('aide@pibc.example').text;
    expect(told).toContain('member W-3, died on November 20, 2026');
    expect((await record(member, {}, west)).__typename).toBe('DeathOnRecord');
  });

  it('is corrected: access, standing and mails are as before, and those who were told are told again', async () => {
    const member = await givenMember(portal, bodies.regular);
    await givenMembership(portal, bodies.western, { personId: member.person.id }, { memberNumber: 'W-4' });
    const asWas = await shown(portal, member.membershipId, await member.asked());
    await record(member);
    portal.clock.advance(hours(30));
    const meanwhile = portal.clock.now().toISOString();
    portal.clock.advance(hours(1));

    const others = await withdraw(member, await pibc.asked());
    const corrected = await withdraw(member);
    await portal.runDue();

    expect(others.__typename).toBe('DeathRecordNotFound');
    expect(corrected.person.deathRecord).toBeNull();
    const holder = await member.asked();
    expect(await shown(portal, member.membershipId, holder)).toEqual(asWas);
    expect((await shown(portal, member.membershipId, holder, meanwhile))?.status.code).toBe('ENDED');
    expect(await write(member)).toBe(true);
    expect(portal.mailbox.lastTo('aide@pibc.example').text).toContain('It was a mistake');
    expect((await withdraw(member)).__typename).toBe('DeathRecordNotFound');
    expect((await record(member)).__typename).toBe('RecordDeathSuccess');
  });

  it('leaves the survivor of a joint account their access', async () => {
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

  it('overtakes a transfer that waits, keeps a document, and is recorded once', async () => {
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
