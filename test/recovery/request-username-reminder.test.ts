import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerRecovery } from '../../src/modules/accounts/recovery/answer-recovery.ts';
import type { Database, Tx } from '../../src/platform/database/database.ts';
import { countStatements } from '../support/count-statements.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import type { Body } from '../support/world.ts';
import { givenClientPortal, givenLogin, type Login } from './given-login.ts';
import { forms, perform, send, type Result } from './operations.ts';

describe('a forgotten username (A7, A8)', () => {
  let portal: Portal;
  let strict: Body;
  let atStrict: Asked;
  beforeAll(async () => {
    portal = await openPortal();
    strict = await givenClientPortal(portal);
    atStrict = { clientKey: strict.siteKey };
  });
  afterAll(() => portal.close());

  const ask = async (address: string, more: object = {}, asked: Asked = {}): Promise<Result> => {
    await portal.parts.db.entities.query('delete from attempt_window');
    return perform(portal, 'requestUsernameReminder', { address, ...more }, asked);
  };
  const giveNumber = (login: Login, body: Body, number: string): Promise<unknown> =>
    portal.parts.db.transaction(tx =>
      tx.query(
        `insert into sign_in_identifier (kind, association_id, value, account_id) values ('MEMBER_NUMBER', $1, $2, $3)`,
        [body.association.id, number, login.id],
      ),
    );

  it('mails what signs in, to the address on file, with the numbers of the tree that was asked alone', async () => {
    const login = await givenLogin(portal, {
      username: 'Zoé.Écuyer',
      bodies: [portal.world.aqpm, portal.world.acps],
    });
    await giveNumber(login, portal.world.aqpm, 'q-123');
    await giveNumber(login, portal.world.acps, 'c-456');

    const answer = await ask(login.address.toUpperCase());

    expect(answer).toMatchObject({
      __typename: 'RequestUsernameReminderSuccess',
      next: { kind: 'CHECK_MAIL', retryAfterSeconds: 300 },
    });
    expect(answer.message).toContain('30\u00A0minutes');
    await portal.runDue();
    const mail = portal.mailbox.lastTo(login.address);
    expect(mail.subject).toBe('Votre nom d’utilisateur');
    for (const words of [mail.text, mail.html]) {
      expect(words).toContain('Zoé.Écuyer');
      expect(words).toContain('Numéro de membre (AQPM)');
      expect(words).toContain('Q-123');
      expect(words).toContain(login.address);
      expect(words).not.toMatch(/C-456/i);
    }
  });

  it('in English for whoever reads English', async () => {
    const login = await givenLogin(portal, { locale: 'en-CA' });

    await ask(login.address);

    await portal.runDue();
    const { subject, text, html } = portal.mailbox.lastTo(login.address);
    expect(subject).toBe('Your username');
    for (const words of [text, html]) {
      expect(words).toContain(login.username!);
      expect(words).toContain('“First access or forgotten password”');
    }
  });

  it('goes to individual and joint accounts; the others are mailed the telephone numbers', async () => {
    const couple = await givenLogin(portal, {
      kind: 'JOINT',
      bodies: [strict],
      names: [
        ['Ana', 'Roy'],
        ['Luc', 'Côté'],
      ],
    });
    const estate = await givenLogin(portal, { kind: 'NON_PERSONAL', bodies: [strict], locale: 'en-CA' });

    await ask(couple.address, { givenName: 'LUC', familyName: 'cote' }, atStrict);
    await ask(estate.address, { givenName: 'Ana', familyName: 'Roy' }, atStrict);

    await portal.runDue();
    expect(portal.mailbox.lastTo(couple.address).text).toContain(couple.username!);
    const mail = portal.mailbox.lastTo(estate.address);
    for (const words of [mail.text, mail.html]) {
      expect(words).toContain('We give it by telephone only.');
      expect(words).toContain('Call customer service: 418-838-1107 or 1-888-776-1668.');
      expect(words).not.toContain(estate.username!);
    }
  });

  it('says the rule to everybody on the form', async () => {
    const { data } = await forms(portal, { ...atStrict, locale: 'en-CA' });

    const { title, fields } = data.realm.usernameReminderForm;
    expect(title).toBe('Forgotten username');
    expect(fields[0]).toMatchObject({ path: ['input', 'address'], kind: 'EMAIL', autocomplete: 'email' });
    expect(fields[0]!.help).toContain('we send the telephone numbers of customer service');
    expect(fields.map(field => field.path[1])).toEqual(['address', 'givenName', 'familyName']);
  });

  it('with other names than those on file, says that they do not match', async () => {
    const login = await givenLogin(portal, { bodies: [strict], names: [['Ana', 'Roy']] });

    await ask(login.address, { givenName: 'Anna', familyName: 'Roy' }, atStrict);

    await portal.runDue();
    const mail = portal.mailbox.lastTo(login.address);
    expect(mail.text).toContain('Les noms donnés ne sont pas ceux au dossier');
    expect(mail.raw).not.toContain(login.username!);
  });

  it('sends one mail with an entry per account', async () => {
    const shared = 'maison@maboite.example';
    const logins = [
      await givenLogin(portal, { address: shared }),
      await givenLogin(portal, { addressless: true, contactEmail: shared, names: [['Luc', 'Roy']] }),
    ];

    await ask(shared);

    await portal.runDue();
    expect(portal.mailbox.to(shared)).toHaveLength(1);
    for (const { username } of logins) expect(portal.mailbox.lastTo(shared).text).toContain(username!);
  });

  it('answers alike, after as many statements, whoever is asked for', async () => {
    const addresses = [
      ...(
        await Promise.all(
          [
            {},
            { imported: true },
            { disabled: true },
            { kind: 'JOINT' as const },
            { kind: 'NON_PERSONAL' as const },
          ].map(wanted => givenLogin(portal, wanted)),
        )
      ).map(login => login.address),
      'nulle.part@maboite.example',
    ];
    const seen: string[] = [];
    for (const address of addresses) {
      await portal.parts.db.entities.query('delete from attempt_window');
      let text = '';
      const statements = await countStatements(portal, async () => {
        ({ text } = await send(portal, 'requestUsernameReminder', { address }));
      });
      seen.push(JSON.stringify({ text, statements }));
    }

    expect(new Set(seen).size).toBe(1);
    await portal.runDue();
    expect(portal.mailbox.lastTo('nulle.part@maboite.example').subject).toBe(
      'Au sujet de votre nom d’utilisateur',
    );
  });

  it('mails once of two workers with the same request, whichever is first, out of a budget with one mail left', async () => {
    const { address } = await givenLogin(portal);
    await ask(address);
    const [{ id: requestId }] = await portal.parts.db.entities.query<[{ id: string }]>(
      'select id from recovery_request',
    );
    const mailbox = { name: 'recovery-mailbox-reminders', points: 10, seconds: 3_600 };
    for (let time = 0; time < 9; time++) await portal.parts.limits.spend(mailbox, address);
    const db = Object.assign(Object.create(portal.parts.db) as Database, {
      async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
        await answerRecovery.run(portal.parts, { requestId });
        return portal.parts.db.transaction(work);
      },
    });

    await answerRecovery.run({ ...portal.parts, db }, { requestId });

    await portal.runDue();
    expect(portal.mailbox.to(address).map(({ subject }) => subject)).toEqual(['Votre nom d’utilisateur']);
    expect((await portal.parts.limits.spend(mailbox, address)).allowed).toBe(false);
  });

  it('asks for an address', async () => {
    expect((await ask('pas une adresse')).issues).toMatchObject([
      { path: ['input', 'address'], code: 'BAD_FORMAT' },
    ]);
    expect((await ask(' ')).issues).toMatchObject([{ path: ['input', 'address'], code: 'REQUIRED' }]);
  });
});
