import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { isSignedIn, perform as performAccount, signedIn, type Tokens } from '../accounts/operations.ts';
import {
  addressesOf,
  confirmationMailedTo,
  perform,
  subjectsTo,
  type Result,
} from '../addresses/operations.ts';
import {
  addPasskey,
  atSite,
  codeOf,
  givenProtected,
  perform as performFactor,
} from '../second-factors/operations.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
  givenStaff,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { givenRows, TREATED } from './account-columns.ts';
import { givenOwnApproval } from './money-columns.ts';

describe('two accounts of one person become one (A14)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  type Person = GivenAccount & { readonly tokens: Tokens; readonly asked: Asked };
  const begin = async (wanted: Parameters<typeof givenAccount>[1] = {}): Promise<Person> => {
    const account = await givenAccount(portal, wanted);
    const tokens = await signedIn(portal, account.address);
    return { ...account, tokens, asked: { token: tokens.accessToken } };
  };
  const link = (
    { asked }: { readonly asked: Asked },
    identifier: string,
    more: object = {},
  ): Promise<Result> => perform(portal, 'linkAccounts', { identifier, password: PASSWORD, ...more }, asked);
  const query = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    portal.parts.db.entities.query<Row[]>(sql, [...values]);
  const rowsOf = async (column: string, accountId: string): Promise<number> => {
    const [table, name] = column.split('.');
    const sql = `select count(*)::int as count from ${table} where ${name} = $1`;
    return (await query<{ count: number }>(sql, [accountId]))[0]!.count;
  };
  const signIn = async (identifier: string, clientKey = portal.world.aqpm.siteKey): Promise<string> =>
    (await performAccount(portal, 'signIn', { identifier, password: PASSWORD }, { clientKey })).__typename;

  it('knows what becomes of every column that names an account', async () => {
    const columns = await query<{ column: string }>(
      `select table_name || '.' || column_name as column from information_schema.columns
       where table_schema = 'public' and column_name ~ 'account_id$'
       union
       select c.conrelid::regclass || '.' || a.attname from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
       where c.contype = 'f' and c.confrelid = 'account'::regclass`,
    );

    expect(columns.map(({ column }) => column).sort()).toEqual(Object.keys(TREATED).sort());
  });

  it('moves all that the other has to the one that is signed in, and tells every address of both', async () => {
    const { aqpm, icu } = portal.world;
    const kept = await begin({ username: 'Zoe.Ecuyer' });
    const other = await begin({ username: 'Zoe.Boreal', locale: 'en-CA' });
    const elsewhere = await signedIn(portal, kept.address);
    const own = await givenPerson(portal, { accountId: kept.id });
    const twin = await givenPerson(portal, { accountId: other.id });
    const planner = await givenPerson(portal, { associationId: icu.association.id, accountId: other.id });
    const ofClass = await givenClass(portal, { associationId: aqpm.association.id });
    await givenMembership(portal, ofClass, { personId: twin.id }, { memberNumber: 'AQ-777' });
    await givenDelegations(portal, await givenOrganization(portal), twin, 'DUES');
    await givenStaff(portal, other.id, aqpm.association, StaffRole.READER);
    await perform(portal, 'addEmailAddress', { address: `plus.${other.address}` }, other.asked);
    await givenRows(portal, other.id, kept.id);
    const moving = Object.keys(TREATED).filter(column => TREATED[column] === 'MOVED');
    for (const column of moving) expect([column, await rowsOf(column, other.id)]).not.toEqual([column, 0]);

    const linked = await link(kept, 'zoe.boreal'.replace('z', 'Z').replace('b', 'B'));

    expect(linked).toMatchObject({
      __typename: 'LinkAccountsSuccess',
      secondFactor: null,
      next: { kind: 'DONE' },
      account: {
        username: 'Zoe.Ecuyer',
        addresses: [
          { address: kept.address, primary: true },
          { address: other.address, primary: false, verified: true },
        ],
      },
    });
    for (const column of Object.keys(TREATED).filter(one => TREATED[one] !== 'STAYS'))
      expect([column, await rowsOf(column, other.id)]).toEqual([column, 0]);
    for (const column of moving) expect([column, await rowsOf(column, kept.id)]).not.toEqual([column, 0]);

    // The member number, both addresses and both usernames sign in, to the same account.
    for (const identifier of ['AQ-777', 'Zoe.Ecuyer', 'Zoe.Boreal', 'zoe.boreal', other.address])
      expect([identifier, await signIn(identifier)]).toEqual([identifier, 'SignInSuccess']);
    expect(await isSignedIn(portal, kept.tokens)).toBe(true);
    expect([await isSignedIn(portal, other.tokens), await isSignedIn(portal, elsewhere)]).toEqual([
      false,
      false,
    ]);
    const [closed] = await query<object>(
      'select disabled_at is not null as closed, password_hash, linked_into_id from account where id = $1',
      [other.id],
    );
    expect(closed).toEqual({ closed: true, password_hash: null, linked_into_id: kept.id });

    // Two records of one association are for staff to look at; that of another one simply comes along.
    expect(
      await query('select kept_person_id, other_person_id from merge_task where kept_person_id = $1', [
        own.id,
      ]),
    ).toEqual([{ kept_person_id: own.id, other_person_id: twin.id }]);
    expect(await query('select account_id from person where id = $1', [planner.id])).toEqual([
      { account_id: kept.id },
    ]);
    const trail = await query<{ subject_id: string; after: object }>(
      `select subject_id, after from audit_entry where act = 'linkAccounts' order by id`,
    );
    expect(trail).toEqual(
      expect.arrayContaining([
        {
          subject_id: kept.id,
          after: expect.objectContaining({ linked: other.id, persons: 2, mergeTasks: 1 }),
        },
        { subject_id: other.id, after: { linkedInto: kept.id } },
      ]),
    );
    await portal.runDue();
    expect(subjectsTo(portal, kept.address)).toContain('Vos deux comptes n’en font plus qu’un');
    expect(subjectsTo(portal, other.address)).toContain('Your two accounts are now one');
    expect(portal.mailbox.lastTo(other.address).text).toContain('that of the account Zoe.Ecuyer');
  });

  it('goes on where one person was both pairs of eyes already, and leaves what says so', async () => {
    const [kept, other] = [await begin(), await begin()];
    await givenOwnApproval(portal, kept.id, other.id);
    await givenOwnApproval(portal, other.id, kept.id);

    expect((await link(kept, other.address)).__typename).toBe('LinkAccountsSuccess');

    const eyes =
      'select prepared_by, approved_by from remittance_batch where $1 in (prepared_by, approved_by)';
    expect(await query(eyes, [other.id])).toEqual([
      { prepared_by: kept.id, approved_by: other.id },
      { prepared_by: other.id, approved_by: kept.id },
    ]);
  });

  it('asks for a second factor of the other account, and for one on the kept one first', async () => {
    const [bare, kept] = [await begin(), await givenProtected(portal)];
    const other = await givenProtected(portal);
    const { address } = other.account;

    expect(await link(bare, address)).toMatchObject({
      __typename: 'LinkNeedsSecondFactor',
      next: { kind: 'ENROLL_SECOND_FACTOR' },
    });
    const owed = await link(kept, address);

    expect(owed).toMatchObject({ __typename: 'LinkAccountsSuccess', next: { kind: 'SECOND_FACTOR' } });
    expect(owed.account.addresses).toHaveLength(1);
    expect(owed.secondFactor).toMatchObject({ methods: ['TOTP', 'RECOVERY_CODE'] });
    expect(owed.secondFactor!.forms.map(({ name }) => name)).toEqual([
      'confirmAccountLink',
      'confirmAccountLink',
    ]);
    const { challenge } = owed.secondFactor!;
    const confirm = (code: string): Promise<Result> =>
      perform(portal, 'confirmAccountLink', { challenge, code }, kept.asked);
    // The kept account’s own code proves nothing of the other one.
    expect(await confirm(codeOf(portal, kept.secret))).toMatchObject({ __typename: 'SecondFactorRefused' });
    const linked = await confirm(codeOf(portal, other.secret));

    expect(linked).toMatchObject({ __typename: 'ConfirmAccountLinkSuccess', next: { kind: 'DONE' } });
    expect(linked.account.addresses).toHaveLength(2);
    expect((await confirm(codeOf(portal, other.secret, 1))).__typename).toBe('SecondFactorExpired');
    portal.clock.advance(30_000);
    const again = await performFactor(
      portal,
      'signIn',
      { identifier: address, password: PASSWORD },
      atSite(portal),
    );
    const proof = { challenge: again.secondFactor!.challenge, code: codeOf(portal, kept.secret) };
    expect((await performFactor(portal, 'verifySecondFactor', proof, atSite(portal))).__typename).toBe(
      'VerifySecondFactorSuccess',
    );
  });

  it('takes a passkey of the other account too', async () => {
    const [kept, other] = [await givenProtected(portal), await givenProtected(portal)];
    const { passkey } = await addPasskey(portal, other.asked);
    const { secondFactor } = await link(kept, other.account.address);

    const linked = await perform(
      portal,
      'confirmAccountLink',
      { challenge: secondFactor!.challenge, passkey: passkey.answer(secondFactor!.passkeyOptions!) },
      kept.asked,
    );

    expect(linked.__typename).toBe('ConfirmAccountLinkSuccess');
  });

  it('refuses what does not sign in, itself, shared accounts and an old sign-in, and does nothing then', async () => {
    const [kept, other, joint] = [await begin(), await begin(), await begin()];
    await portal.parts.db.transaction(tx =>
      tx.query(`update account set kind = 'JOINT' where id = $1`, [joint.id]),
    );

    expect(await link(kept, other.address, { password: 'Bonjour!2025' })).toMatchObject({
      __typename: 'SignInRefused',
      nextSteps: [{ kind: 'FIRST_ACCESS_OR_FORGOTTEN_PASSWORD' }, { kind: 'FORGOTTEN_USERNAME' }, {}],
    });
    expect(await link(kept, 'personne@nulle-part.example')).toMatchObject({ __typename: 'SignInRefused' });
    expect(await link(kept, kept.address)).toMatchObject({ __typename: 'AccountsAlreadyOne' });
    expect(await link(kept, joint.address)).toMatchObject({
      __typename: 'AccountNotPersonal',
      next: { kind: 'CONTACT_SUPPORT' },
    });
    portal.clock.advance(11 * 60_000);
    const { refreshToken } = kept.tokens;
    const { accessToken: token } = (await performAccount(portal, 'refreshSession', { refreshToken })).session;
    expect(await link({ asked: { token } }, other.address)).toMatchObject({ __typename: 'SignInTooOld' });
    expect(await addressesOf(portal, { token })).toHaveLength(1);
    expect(await signIn(other.address)).toBe('SignInSuccess');
  });

  it('counts wrong passwords with those of the other account’s sign-ins', async () => {
    const [kept, other] = [await begin(), await begin()];

    for (let guess = 0; guess < 10; guess++) await link(kept, other.address, { password: `Faux!${guess}` });

    expect(await link(kept, other.address)).toMatchObject({ __typename: 'TooManyAttempts' });
    expect(await signIn(other.address)).toBe('TooManyAttempts');
    expect(await signIn(kept.address)).toBe('SignInSuccess');
  });

  it('happens once when both join each other at once, ten times over', async () => {
    for (let round = 0; round < 10; round++) {
      const [one, other] = [await begin(), await begin()];

      const answers = await Promise.all([
        perform(portal, 'linkAccounts', { identifier: other.address, password: PASSWORD }, one.asked).catch(
          String,
        ),
        perform(portal, 'linkAccounts', { identifier: one.address, password: PASSWORD }, other.asked).catch(
          String,
        ),
      ]);

      const done = answers.filter(
        answer => typeof answer !== 'string' && answer.__typename === 'LinkAccountsSuccess',
      );
      expect([answers, done.length]).toEqual([answers, 1]);
      const links = await query(
        'select linked_into_id from account where id in ($1, $2) and linked_into_id is not null',
        [one.id, other.id],
      );
      expect(links).toHaveLength(1);
    }
  });

  it('ends what was mailed to either, and gives the primary address to an account without one', async () => {
    const [kept, other] = [await begin(), await begin()];
    await perform(portal, 'addEmailAddress', { address: 'deux.comptes@maboite.example' }, other.asked);
    const token = await confirmationMailedTo(portal, 'deux.comptes@maboite.example');
    await portal.parts.db.transaction(async tx => {
      await tx.query('delete from account_address where account_id = $1', [kept.id]);
      await tx.query('delete from sign_in_identifier where account_id = $1', [kept.id]);
      await tx.query('update account set username = null where id = $1', [kept.id]);
    });

    const linked = await link(kept, other.username!);

    expect(linked.account).toMatchObject({
      username: other.username,
      addresses: [{ address: other.address, primary: true }],
    });
    expect((await performAccount(portal, 'confirmEmail', { token })).__typename).not.toBe(
      'ConfirmEmailSuccess',
    );
    await portal.runDue();
    expect(portal.mailbox.lastTo(other.address).text).toContain(
      'celui du compte où votre session était ouverte',
    );
  });
});
