import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId, newId, toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { sendBatch } from '../../src/modules/invitations/bulk/running/send-batch.ts';
import { sendInvitationRun } from '../../src/modules/invitations/bulk/running/send-invitation-run.ts';
import { stageRun } from '../../src/modules/invitations/bulk/running/stage-run.ts';
import type { Vault } from '../../src/platform/secrets/vault.ts';
import { givenAccount } from '../accounts/given-account.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import { countStatements } from '../support/count-statements.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenOffice, newAddress, type Office } from './operations.ts';
import { fileOf, inviting, perform, seen, send, type RunSeen } from './run-operations.ts';

const NAMES = 'courriel;prénom;nom;langue;organisation;rôles;numéro de membre';

describe('inviting thousands (B8)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const idOf = ({ id }: RunSeen): never => fromPublicId('InvitationRun', id) as never;
  const work = (run: RunSeen): Promise<void> => sendInvitationRun.run(portal.parts, { runId: idOf(run) });
  const stopped = (run: RunSeen, by = office): ReturnType<typeof perform> =>
    perform(portal, 'cancelInvitationRun', { invitationRunId: run.id }, by.asked);
  const resumed = (run: RunSeen, by = office): ReturnType<typeof perform> =>
    perform(portal, 'resumeInvitationRun', { invitationRunId: run.id }, by.asked);
  const selected = async (selection: string, classCode: string | null = null): Promise<string[]> => {
    const { associationId, asked } = office;
    const input = { associationId, selection, classCode };
    const { invitationRun } = await perform(portal, 'startInvitationRun', input, asked);
    await work(invitationRun);
    return (await seen(portal, office, invitationRun.id))!.rows.nodes.map(
      ({ email, outcome }) => `${email} ${outcome}`,
    );
  };
  /** How many mails there are per address of a domain, and to how many addresses. */
  const mailsAt = async (domain: string): Promise<Record<number, number>> => {
    const rows = await portal.parts.db.entities.query<{ mails: number; addresses: number }[]>(
      `select mails::int, count(*)::int as addresses
       from (select count(*) as mails from mail where to_address like $1 group by to_address) m group by mails`,
      [`%@${domain}`],
    );
    return Object.fromEntries(rows.map(({ mails, addresses }) => [mails, addresses]));
  };
  const crowd = (domain: string, size: number): string =>
    [NAMES, ...Array.from({ length: size }, (_, i) => `p${String(i)}@${domain};Ida;Roy;fr;;;`)].join('\n');

  it('tells what became of each row of a file, worded in both languages, and mails once each', async () => {
    const corporate = await givenClass(portal, { code: 'MAISON', heldBy: 'ORGANIZATION', delegateLimit: 2 });
    const regular = await givenClass(portal, { code: 'PERSONNE' });
    const house = await givenOrganization(portal, {
      publicNameFr: 'Films du Cap',
      publicNameEn: 'Cape Films',
    });
    await givenMembership(portal, corporate, { organizationId: house.id }, { memberNumber: '4001' });
    await givenDelegations(portal, house, await givenPerson(portal), 'PRINCIPAL');
    const own = await givenOrganization(portal, { publicNameFr: 'Chez Marie' });
    const [clerk] = await portal.parts.db.entities.query<{ id: string }[]>(
      'select id from person where account_id = $1',
      [office.account.id],
    );
    await givenDelegations(portal, own, { id: clerk!.id } as never, 'CONTACT');
    const member = await givenPerson(portal, { locale: 'en-CA' });
    await givenMembership(portal, regular, { personId: member.id }, { memberNumber: '4002' });
    const held = await givenPerson(portal, { accountId: (await givenAccount(portal)).id });
    await givenMembership(portal, regular, { personId: held.id }, { memberNumber: '4003' });
    await givenOrganization(portal, { publicNameFr: 'Deux fois' });
    await givenOrganization(portal, { publicNameEn: 'Deux fois' });
    const [nadia, house1, ofMember] = [newAddress(), newAddress(), newAddress()];
    await perform(
      portal,
      'startInvitationRun',
      {
        associationId: office.associationId,
        uploadId: await fileOf(portal, office, `${NAMES}\n${nadia};Nadia;Benali;fr;;;`),
      },
      office.asked,
    );
    await portal.runDue();

    const run = await inviting(
      portal,
      office,
      Buffer.from(
        [
          NAMES,
          `${house1};Zoé;Ôté;fr;films DU cap;Délégué votant, dues;`,
          `${ofMember};;;;;;4002`,
          `${newAddress()};Ida;Roy;Français;${toPublicId('Organization', house.id)};CONTACT;`,
          `${newAddress()};;;fr;;;4003`,
          `pas une adresse;Ida;Roy;fr;;;`,
          `${nadia.toUpperCase()};nadia;BENALI;en;;;`,
          `${house1};Zoe;Ote;fr;Films du Cap;VOTING|DUES;`,
          `${newAddress()};;;fr;;;9999`,
          `${newAddress()};Ida;Roy;fr;Deux fois;DUES;`,
          `${newAddress()};Ida;Roy;fr;Chez Marie;DUES;`,
          `${newAddress()};Ida;Roy;;;;`,
          `${newAddress()};Ida;Roy;fr;4001;trésorière;`,
          `${newAddress()};Ida;Roy`,
          `${newAddress()};Ida;Roy;en;4001;;`,
        ].join('\r\n'),
        'latin1',
      ),
    );
    expect(run).toMatchObject({ state: 'WAITING', total: null, done: 0, counts: [] });
    await portal.runDue();

    const after = (await seen(portal, office, run.id))!;
    expect(after.rows.nodes.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'SENT'],
      [3, 'SENT'],
      [4, 'DELEGATE_LIMIT_REACHED'],
      [5, 'ALREADY_HELD'],
      [6, 'BAD_ADDRESS'],
      [7, 'ALREADY_INVITED'],
      [8, 'DUPLICATE'],
      [9, 'NOT_FOUND'],
      [10, 'NOT_FOUND'],
      [11, 'NOT_FOUND'],
      [12, 'INCOMPLETE'],
      [13, 'INCOMPLETE'],
      [14, 'INCOMPLETE'],
      [15, 'INCOMPLETE'],
    ]);
    expect(after).toMatchObject({ state: 'DONE', total: 14, done: 14 });
    expect(after.rows.nodes[0]).toMatchObject({
      email: house1,
      label: 'Invitation envoyée',
      invitation: { email: house1, state: 'PENDING' },
    });
    expect(after.rows.nodes[5]?.invitation?.email).toBe(nadia);
    const duplicates = await seen(portal, office, run.id, { outcome: 'DUPLICATE', locale: 'en-CA' });
    expect(duplicates!.rows).toMatchObject({
      totalCount: 1,
      nodes: [{ row: 8, label: 'Stands further up in the file already', invitation: null }],
    });
    expect(after.counts.find(({ outcome }) => outcome === 'INCOMPLETE')?.count).toBe(4);
    for (const address of [nadia, house1, ofMember]) expect(portal.mailbox.to(address)).toHaveLength(1);
    expect(portal.mailbox.to(ofMember)[0]!.subject).toContain('your invitation');
    expect((await stopped(run)).__typename).toBe('InvitationRunOver');
    expect((await resumed(run)).__typename).toBe('InvitationRunOver');
  });

  it('invites those of a selection who have no account, of a class or of any', async () => {
    const young = await givenClass(portal, { code: 'RELEVE' });
    const studios = await givenClass(portal, { code: 'STUDIO', heldBy: 'ORGANIZATION' });
    const given = async (familyName: string, code = young, more: object = {}): Promise<void> => {
      const contactEmail = `${familyName.toLowerCase()}@releve.example`;
      const person = await givenPerson(portal, { familyName, contactEmail, ...more });
      await givenMembership(portal, code, { personId: person.id }, { memberNumber: `r-${familyName}` });
    };
    await given('Abel');
    await given('Bede', young, { contactEmail: null });
    await given('Cyr', young, { accountId: (await givenAccount(portal)).id });
    await given('Dube', await givenClass(portal, { code: 'AUTRE' }));
    await given('Ebert');
    await portal.parts.db.transaction(tx =>
      tx.query(`update affiliation set to_on = '2026-01-01' where membership_id =
        (select id from membership where member_number = 'r-Ebert')`),
    );
    const studio = await givenOrganization(portal);
    await givenMembership(portal, studios, { organizationId: studio.id }, { memberNumber: 's-1' });
    const delegate = await givenPerson(portal, { contactEmail: 'fay@releve.example' });
    await givenDelegations(portal, studio, delegate, 'VOTING', 'DUES');
    const suspended = await givenPerson(portal, { contactEmail: 'gil@releve.example' });
    await givenDelegations(portal, studio, suspended, 'CONTACT');
    await portal.parts.db.transaction(tx =>
      tx.query('update delegation set suspended_at = from_at where person_id = $1', [suspended.id]),
    );

    expect(await selected('MEMBERS', 'RELEVE')).toEqual(['abel@releve.example SENT', ' BAD_ADDRESS']);
    expect(await selected('DELEGATES', 'STUDIO')).toEqual(['fay@releve.example SENT']);
    const everybody = await selected('MEMBERS');
    expect(everybody).toContain('dube@releve.example SENT');
    expect(everybody).toContain('abel@releve.example ALREADY_INVITED');
    expect(everybody.join()).not.toMatch(/cyr@|ebert@/);
  });

  it.each([
    ['\n', 'EMPTY', 1, null],
    ['nom;langue\nRoy;fr', 'COLUMN_MISSING', 1, 'courriel / email'],
    [`${NAMES};fax\n`, 'COLUMN_UNKNOWN', 1, 'fax'],
    [`${NAMES}\n"a@b.ca;Ida`, 'UNREADABLE', 2, null],
  ])('sends nothing of a file that cannot be used: %j', async (content, code, row, column) => {
    const run = await inviting(portal, office, content);

    await work(run);

    const after = await seen(portal, office, run.id);
    expect(after).toMatchObject({ state: 'FAULTY', total: null, done: 0, fault: { code, row, column } });
    expect((await resumed(run)).__typename).toBe('InvitationRunOver');
  });

  it('takes either a file or a selection, with a class of the association, and starts once per key', async () => {
    const { associationId, asked } = office;
    const answer = (input: object, by = office): ReturnType<typeof perform> =>
      perform(portal, 'startInvitationRun', { associationId, ...input }, by.asked);
    const uploadId = await fileOf(portal, office, crowd('cle.example', 1));
    const elsewhere = await givenOffice(portal);

    expect((await answer({})).issues).toMatchObject([{ path: ['input', 'uploadId'], code: 'REQUIRED' }]);
    const both = await answer({ uploadId, selection: 'MEMBERS' });
    expect(both.issues).toMatchObject([{ path: ['input', 'selection'], code: 'NOT_ALLOWED' }]);
    const wrong = await answer({ selection: 'MEMBERS', classCode: 'RIEN' });
    expect(wrong.issues).toMatchObject([
      { path: ['input', 'classCode'], message: 'L’association n’a pas cette catégorie.' },
    ]);
    expect((await answer({ uploadId, classCode: 'RIEN' })).issues).toMatchObject([
      { path: ['input', 'classCode'] },
    ]);
    expect((await answer({ uploadId }, elsewhere)).__typename).toBe('InvitationFileNotFound');

    const keyed = { associationId, uploadId, idempotencyKey: 'un-seul-envoi' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => perform(portal, 'startInvitationRun', keyed, asked)),
    );
    expect(new Set(answers.map(({ invitationRun }) => invitationRun.id)).size).toBe(1);
    expect((await answer({ selection: 'MEMBERS', idempotencyKey: 'un-seul-envoi' })).__typename).toBe(
      'IdempotencyKeyReused',
    );
  });

  it('is for administrators and membership staff of the association alone', async () => {
    const run = await inviting(portal, office, crowd('droits.example', 1));
    const reader = await givenOffice(portal, { role: StaffRole.READER });
    const acps = await givenOffice(portal, { body: portal.world.acps, role: StaffRole.ADMIN });
    const uploadId = toPublicId('Upload', newId(portal.clock, portal.parts.random));
    const input = { associationId: office.associationId, uploadId };

    for (const who of [reader, acps]) {
      const refused = await send(portal, 'startInvitationRun', input, who.asked);
      expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect(await seen(portal, who, run.id)).toBeNull();
      expect((await stopped(run, who)).__typename).toBe('InvitationRunNotFound');
      expect((await resumed(run, who)).__typename).toBe('InvitationRunNotFound');
    }
  });

  it('sends nothing more for whoever may not invite any more, until somebody resumes who may', async () => {
    const leaving = await givenOffice(portal, { name: 'Léa Partie' });
    const run = await inviting(portal, leaving, crowd('parti.example', 3));
    await portal.parts.db.transaction(tx =>
      tx.query('update staff_assignment set to_at = from_at where account_id = $1', [leaving.account.id]),
    );

    await work(run);
    expect(await seen(portal, office, run.id)).toMatchObject({ state: 'HALTED', total: 3, done: 0 });
    expect(await mailsAt('parti.example')).toEqual({});
    await resumed(run);
    await work(run);

    expect(await seen(portal, office, run.id)).toMatchObject({ state: 'DONE', done: 3 });
    const inviters = await portal.parts.db.entities.query<{ id: string }[]>(
      `select distinct inviter_account_id as id from invitation where email like '%@parti.example'`,
    );
    expect(inviters).toEqual([{ id: office.account.id }]);
  });

  it('asks the database no more often for many rows, people and organizations than for few', async () => {
    const houses = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        givenOrganization(portal, { publicNameFr: `Maison ${String(i)}` }),
      ),
    );
    const statementsFor = async (domain: string, size: number): Promise<number> => {
      const rows = Array.from({ length: size }, (_, i) => {
        const house = houses[i % Math.min(size, houses.length)]!;
        return `p${String(i)}@${domain};Ida;Roy;fr;${i % 2 === 0 ? `${house.publicNameFr};DUES` : ';'};`;
      });
      const run = await inviting(portal, office, [NAMES, ...rows].join('\n'));
      await stageRun(portal.parts, idOf(run));
      const count = await countStatements(portal, () => sendBatch(portal.parts, idOf(run)));
      expect(await mailsAt(domain)).toEqual({ 1: size });
      return count;
    };

    const few = await statementsFor('peu.example', 4);

    expect(await statementsFor('beaucoup.example', 100)).toBe(few);
    expect(few).toBeLessThan(40);
  });

  // Last: nothing after them has to deliver that many mails.
  it('stops for whoever cancels, shows its progress, and goes on with what is left', async () => {
    const run = await inviting(portal, office, crowd('arret.example', 300));
    await stageRun(portal.parts, idOf(run));
    await sendBatch(portal.parts, idOf(run));
    expect(await seen(portal, office, run.id)).toMatchObject({ state: 'SENDING', total: 300, done: 250 });

    const [first, second] = [await stopped(run), await stopped(run)];
    await work(run);

    expect([first, second].map(({ invitationRun }) => invitationRun.state)).toEqual([
      'CANCELLED',
      'CANCELLED',
    ]);
    expect(await mailsAt('arret.example')).toEqual({ 1: 250 });
    expect((await resumed(run)).invitationRun.state).toBe('SENDING');
    await work(run);
    expect(await seen(portal, office, run.id)).toMatchObject({
      state: 'DONE',
      counts: [{ outcome: 'SENT', count: 300 }],
    });
    expect(await mailsAt('arret.example')).toEqual({ 1: 300 });
    const acts = await portal.parts.db.entities.query<{ act: string }[]>(
      'select act from audit_entry where subject_id = $1 order by act',
      [idOf(run)],
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'cancelInvitationRun',
      'resumeInvitationRun',
      'startInvitationRun',
    ]);
  });

  it('mails once each although workers die in the middle and several have the run', async () => {
    const run = await inviting(portal, office, crowd('mort.example', 300));
    await stageRun(portal.parts, idOf(run));
    await sendBatch(portal.parts, idOf(run));
    let sealed = 0;
    const dying: Vault = {
      ...portal.parts.vault,
      seal(plain, label) {
        if (++sealed > 20) throw new Error('killed');
        return portal.parts.vault.seal(plain, label);
      },
    };

    await expect(sendBatch({ ...portal.parts, vault: dying }, idOf(run))).rejects.toThrow('killed');
    expect(await mailsAt('mort.example')).toEqual({ 1: 250 });
    await Promise.all([work(run), work(run), work(run)]);

    expect(await mailsAt('mort.example')).toEqual({ 1: 300 });
    expect(await seen(portal, office, run.id)).toMatchObject({
      state: 'DONE',
      counts: [{ outcome: 'SENT', count: 300 }],
    });
  });

  it('of two runs of the same file at once one mails each address', async () => {
    const file = crowd('deux.example', 60);
    const runs = [await inviting(portal, office, file), await inviting(portal, office, file)];

    await Promise.all(runs.map(work));

    expect(await mailsAt('deux.example')).toEqual({ 1: 60 });
    const counts = await Promise.all(runs.map(async run => (await seen(portal, office, run.id))!.counts));
    const sum = counts.flat().reduce<Record<string, number>>((all, { outcome, count }) => {
      return { ...all, [outcome]: (all[outcome] ?? 0) + count };
    }, {});
    expect(sum).toEqual({ SENT: 60, ALREADY_INVITED: 60 });
  });
});
