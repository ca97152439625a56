import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { perform as performAccount } from '../accounts/operations.ts';
import { countStatements } from '../support/count-statements.ts';
import { days, hours, minutes } from '../support/fake-clock.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import type { Body } from '../support/world.ts';
import { givenClientPortal, givenLogin, type Login } from './given-login.ts';
import { forms, perform, send, tokensMailedTo, tokenMailedTo, type Result } from './operations.ts';

describe('asking for a password (A4, A5, A9, A10)', () => {
  let portal: Portal;
  let strict: Body;
  let atStrict: Asked;
  beforeAll(async () => {
    portal = await openPortal();
    strict = await givenClientPortal(portal);
    atStrict = { clientKey: strict.siteKey };
  });
  afterAll(() => portal.close());

  const ask = (identifier: string, more: object = {}, asked: Asked = {}): Promise<Result> =>
    perform(portal, 'requestPasswordReset', { identifier, ...more }, asked);
  const mailsTo = async (address: string): Promise<number> => {
    await portal.runDue();
    return portal.mailbox.to(address).length;
  };
  const freeVisitor = async (): Promise<void> => {
    await portal.parts.db.entities.query('delete from attempt_window');
  };

  it('says the same to everybody: what to expect, where to look, and when to ask again', async () => {
    const { username } = await givenLogin(portal);

    const answer = await ask(username!);

    expect(answer).toEqual({
      __typename: 'RequestPasswordResetSuccess',
      message:
        'Si vos renseignements sont exacts, un courriel est en route vers l’adresse au dossier. Il peut prendre jusqu’à 30\u00A0minutes\u00A0: regardez aussi dans le courrier indésirable. Si rien n’arrive, vous pourrez le faire envoyer de nouveau dans 5\u00A0minutes.',
      next: { kind: 'CHECK_MAIL', label: 'Consultez vos courriels', retryAfterSeconds: 300 },
    });
  });

  it('answers byte for byte alike, after as many statements, whoever is asked for', async () => {
    await freeVisitor();
    const logins: readonly Login[] = [
      await givenLogin(portal),
      await givenLogin(portal, { imported: true }),
      await givenLogin(portal, { disabled: true }),
      await givenLogin(portal, { kind: 'JOINT' }),
      await givenLogin(portal, { kind: 'NON_PERSONAL' }),
      await givenLogin(portal, { addressless: true }),
      await givenLogin(portal, { bodies: [strict] }),
      await givenLogin(portal, { bodies: [] }),
    ];
    const identifiers = [
      ...logins.map(login => login.username!),
      logins[0]!.address,
      'personne.nulle.part@maboite.example',
      'nul-ne-sait',
      '0000000',
    ];
    const seen: { text: string; statements: number; headers: string[] }[] = [];
    await ask('pour.chauffer');

    for (const identifier of identifiers) {
      let answer: Awaited<ReturnType<typeof send>> | undefined;
      const statements = await countStatements(portal, async () => {
        answer = await send(portal, 'requestPasswordReset', { identifier });
      });
      seen.push({ text: answer!.text, statements, headers: [...answer!.headers.keys()].sort() });
    }

    expect(seen.length).toBe(12);
    expect(new Set(seen.map(one => JSON.stringify(one))).size).toBe(1);
    const rows: unknown = await portal.parts.db.entities.query(
      `select count(*)::int as requests from recovery_request`,
    );
    expect(rows).toEqual([{ requests: identifiers.length + 2 }]);
  });

  it('keeps what was typed sealed, and nothing of it once it is answered', async () => {
    const { username } = await givenLogin(portal, { username: 'Canari-Jaune' });
    await ask(username!);
    const tables = async (): Promise<string> =>
      JSON.stringify([
        await portal.parts.db.entities.query(
          "select *, encode(sealed_claims, 'escape') from recovery_request",
        ),
        await portal.parts.db.entities.query('select * from graphile_worker._private_jobs'),
        await portal.parts.db.entities.query(`select * from audit_entry where act like '%Password%'`),
      ]).toLowerCase();

    expect(await tables()).not.toContain('canari');
    await portal.runDue();

    expect(await tables()).not.toContain('canari');
    expect(await portal.parts.db.entities.query('select * from recovery_request')).toEqual([]);
  });

  it.each([
    ['its username', (login: Login) => login.username!],
    ['its username in other letter case', (login: Login) => login.username!.toUpperCase()],
    ['its address', (login: Login) => login.address.toUpperCase()],
  ])('finds an account by %s', async (_, identifierOf) => {
    await freeVisitor();
    const login = await givenLogin(portal);

    await ask(identifierOf(login));

    expect(await tokensMailedTo(portal, login.address)).toHaveLength(1);
  });

  it('finds an account by a member number of the tree that is asked, and of no other', async () => {
    const login = await givenLogin(portal, { bodies: [portal.world.aqpm, portal.world.acps] });
    await portal.parts.db.transaction(tx =>
      tx.query(
        `insert into sign_in_identifier (kind, association_id, value, account_id) values ('MEMBER_NUMBER', $1, 'p-77', $2)`,
        [portal.world.acps.association.id, login.id],
      ),
    );

    await ask('P-77');
    expect(await mailsTo(login.address)).toBe(0);
    await ask('P-77', {}, { clientKey: portal.world.acps.siteKey });

    expect(await mailsTo(login.address)).toBe(1);
    expect(portal.mailbox.lastTo(login.address).links[0]).toMatch(
      /^https:\/\/acps\.example\/fr\/password_reset#/,
    );
  });

  it('leads to the registered page of the association that was asked, never to an address of the request', async () => {
    const login = await givenLogin(portal, { locale: 'en-CA' });

    await ask(
      login.username!,
      {},
      { headers: { 'x-forwarded-host': 'evil.example', referer: 'https://evil.example/' } },
    );

    const [token] = await tokensMailedTo(portal, login.address);
    const mail = portal.mailbox.lastTo(login.address);
    expect(mail.links[0]).toBe(`https://aqpm.example/en/password_reset#token=${token!}`);
    expect(mail.raw).not.toContain('evil');
    expect(mail.subject).toBe('Choose a new password');
    for (const words of [mail.text, mail.html]) {
      expect(words).toContain('Somebody, most likely you, asked for a new password for your account.');
      expect(words).toContain('The link works once, for 1 hour.');
      expect(words).toContain('If you did not ask for this, do nothing');
    }
  });

  it('leads elsewhere than to the asking association only if the account holds nothing in its tree', async () => {
    const elsewhere = await givenLogin(portal, { bodies: [portal.world.icu] });
    const nowhere = await givenLogin(portal, { bodies: [] });
    const both = await givenLogin(portal, { bodies: [portal.world.icu, portal.world.aqpm] });

    for (const { username } of [elsewhere, nowhere, both]) await ask(username!);

    await portal.runDue();
    const pageFor = ({ address }: Login): string => portal.mailbox.lastTo(address).links[0]!.split('#')[0]!;
    expect([elsewhere, nowhere, both].map(pageFor)).toEqual([
      'https://icu.example/fr/password_reset',
      'https://aqpm.example/fr/password_reset',
      'https://aqpm.example/fr/password_reset',
    ]);
    expect(portal.mailbox.lastTo(elsewhere.address).message.from?.address).toBe('portail@icu.example');
  });

  it('greets an imported account as a first access', async () => {
    const login = await givenLogin(portal, { imported: true });

    await ask(login.address);

    await portal.runDue();
    const mail = portal.mailbox.lastTo(login.address);
    expect(mail.subject).toBe('Votre premier accès');
    expect(mail.text).toContain('Bienvenue! Votre compte est prêt.');
    expect(mail.html).toContain('Bienvenue! Votre compte est prêt.');
  });

  it('tells an address that no account has so, once a day, in the language of the page', async () => {
    const stranger = 'inconnue@maboite.example';
    await freeVisitor();

    await ask(stranger, {}, { locale: 'en-CA' });
    await ask(stranger.toUpperCase());
    expect(await mailsTo(stranger)).toBe(1);
    const mail = portal.mailbox.lastTo(stranger);
    expect(mail.subject).toBe('About your password');
    for (const words of [mail.text, mail.html])
      expect(words).toContain(
        'Somebody, perhaps you, typed this address to get into an account. No account uses it.',
      );
    expect(mail.links.filter(link => link.includes('#token'))).toEqual([]);

    portal.clock.advance(days(1));
    await ask(stranger);
    await portal.runDue();
    expect(portal.mailbox.to(stranger.toUpperCase()).length + portal.mailbox.to(stranger).length).toBe(2);
  });

  it('mails nobody about a username or number that nobody has', async () => {
    await portal.runDue();
    const before = portal.mailbox.mails.length;

    await ask('nul-ne-porte-ce-nom');
    await ask('9999999');
    await portal.runDue();

    expect(portal.mailbox.mails.length).toBe(before);
  });

  it('tells the holder of a disabled account whom to call', async () => {
    const login = await givenLogin(portal, { disabled: true });

    await ask(login.username!);

    await portal.runDue();
    const mail = portal.mailbox.lastTo(login.address);
    expect(mail.subject).toBe('Au sujet de votre mot de passe');
    for (const words of [mail.text, mail.html]) {
      expect(words).toContain('Il ne peut pas être ouvert en ligne pour le moment.');
      expect(words).toContain('Appelez le service à la clientèle\u00A0: 514 397-7610.');
    }
    expect(mail.raw).not.toContain('token');
  });

  it('sends one mail with an entry per account to an address that several have', async () => {
    await freeVisitor();
    const shared = 'couple@maboite.example';
    const own = await givenLogin(portal, { address: shared, names: [['Ana', 'Roy']] });
    const contact = { addressless: true, contactEmail: 'Couple@maboite.example' };
    const other = await givenLogin(portal, { ...contact, imported: true, names: [['Luc', 'Roy']] });
    await portal.parts.db.entities.query('update account set username = null where id = $1', [other.id]);

    await ask(shared);

    const tokens = await tokensMailedTo(portal, shared);
    expect(new Set(tokens).size).toBe(2);
    expect(portal.mailbox.to(shared)).toHaveLength(1);
    const { text } = portal.mailbox.lastTo(shared);
    expect(text).toContain(`Compte\u00A0: ${own.username!}`);
    expect(text).toContain('Compte\u00A0: Luc Roy');
    const { subject } = portal.mailbox.lastTo(shared);
    expect(subject).toBe('Choisissez un nouveau mot de passe');
    for (const [place, { id }] of [own, other].entries()) {
      const [row] = await portal.parts.db.entities.query<{ n: number }[]>(
        `select count(*)::int as n from one_time_secret where subject_id = $1 and purpose = 'PASSWORD_RESET'`,
        [id],
      );
      expect([place, row?.n]).toEqual([place, 1]);
    }
  });

  it('writes to the address of the account, not to one at which others read', async () => {
    const office = 'info@bureau.example';
    const login = await givenLogin(portal, { names: [['Zoé', 'Roy']], contactEmail: office });

    await ask(office);

    expect(await tokensMailedTo(portal, login.address)).toHaveLength(1);
    expect(await mailsTo(office)).toBe(0);
  });

  it('never writes to an address that waits for its confirmation beside the first one', async () => {
    const login = await givenLogin(portal);
    const waiting = 'en.attente@maboite.example';
    await portal.parts.db.transaction(tx =>
      tx.query(
        `insert into account_address (id, account_id, address, normalized, is_primary, added_at)
         values (gen_random_uuid(), $1, $2, $2, false, $3)`,
        [login.id, waiting, portal.clock.now()],
      ),
    );

    await ask(waiting);
    await portal.runDue();

    expect(portal.mailbox.lastTo(waiting).subject).toBe('Au sujet de votre mot de passe');
    expect(portal.mailbox.lastTo(waiting).raw).not.toContain('token');
    await ask(login.username!);
    expect(await tokensMailedTo(portal, login.address)).toHaveLength(1);
    expect(portal.mailbox.to(waiting)).toHaveLength(1);
  });

  describe('where names are asked for as well (A9)', () => {
    const zoe = { names: [['Zoé-Ève', 'L’Écuyer  Côté']] as const };

    it('the form asks for them, and the service insists', async () => {
      const { data } = await forms(portal, atStrict);

      expect(
        data.realm.passwordResetForm.fields.map(field => [field.path[1], field.required, field.autocomplete]),
      ).toEqual([
        ['identifier', true, 'username'],
        ['givenName', true, 'given-name'],
        ['familyName', true, 'family-name'],
      ]);
      expect((await forms(portal)).data.realm.passwordResetForm.fields).toHaveLength(1);
      expect(
        (await ask('zoe', { givenName: 'Zoé' }, atStrict)).issues.map(issue => [issue.path[1], issue.code]),
      ).toEqual([['familyName', 'REQUIRED']]);
    });

    it.each([
      ['Zoé-Ève', 'L’Écuyer Côté'],
      ['ZOE EVE', 'lecuyer-cote'],
      ['zoe  eve', "L'ECUYER côté"],
    ])('%s %s is the same person', async (givenName, familyName) => {
      await freeVisitor();
      const login = await givenLogin(portal, { ...zoe, bodies: [strict] });

      await ask(login.username!, { givenName, familyName }, atStrict);

      expect(await tokensMailedTo(portal, login.address)).toHaveLength(1);
    });

    it('other names get a mail that says so, and no link', async () => {
      const login = await givenLogin(portal, { ...zoe, bodies: [strict], locale: 'en-CA' });

      await ask(login.username!, { givenName: 'Zoé', familyName: 'L’Écuyer' }, atStrict);

      await portal.runDue();
      const mail = portal.mailbox.lastTo(login.address);
      for (const words of [mail.text, mail.html])
        expect(words).toContain('The names that were given are not those on file');
      expect(mail.raw).not.toContain('token');
      expect(mail.raw).not.toContain('Écuyer');
    });

    it('either person’s names open a joint account', async () => {
      await freeVisitor();
      const couple = await givenLogin(portal, {
        kind: 'JOINT',
        bodies: [strict],
        names: [
          ['Ana', 'Roy'],
          ['Luc', 'Côté'],
        ],
      });

      for (const [givenName, familyName, tokens] of [
        ['Ana', 'Roy', 1],
        ['Luc', 'Cote', 1],
        ['Ana', 'Côté', 0],
      ] as const) {
        await ask(couple.username!, { givenName, familyName }, atStrict);
        expect(await tokensMailedTo(portal, couple.address)).toHaveLength(tokens);
      }
    });

    it('the strictest association decides, whichever is asked, and the mail says where to start again', async () => {
      const login = await givenLogin(portal, { ...zoe, bodies: [portal.world.aqpm, strict] });

      await ask(login.username!);

      await portal.runDue();
      const mail = portal.mailbox.lastTo(login.address);
      expect(mail.text).toContain('demande aussi votre prénom et votre nom de famille');
      expect(mail.links).toContain('https://portail-client.example/fr/password_reset');
      expect(mail.raw).not.toContain('token');
      await ask(login.username!, { givenName: 'Zoé Ève', familyName: 'Lécuyer-Côté' });
      expect(await tokensMailedTo(portal, login.address)).toHaveLength(1);
    });

    it('whoever has no name on file is told whom to call, at both numbers', async () => {
      const login = await givenLogin(portal, { kind: 'NON_PERSONAL', bodies: [strict] });

      await ask(login.username!, { givenName: 'Ana', familyName: 'Roy' }, atStrict);

      await portal.runDue();
      const mail = portal.mailbox.lastTo(login.address);
      expect(mail.text).toContain('418 838-1107 ou 1 888 776-1668');
      expect(mail.html).toContain('418 838-1107 ou 1 888 776-1668');
    });

    it('in a mailbox that two share, whoever gave the right names hears no more', async () => {
      const shared = 'deux@maboite.example';
      await givenLogin(portal, { bodies: [strict], address: shared, names: [['Ana', 'Roy']] });
      await givenLogin(portal, {
        bodies: [strict],
        addressless: true,
        contactEmail: shared,
        names: [['Luc', 'Roy']],
      });

      await ask(shared, { givenName: 'Luc', familyName: 'Roy' }, atStrict);

      expect(await tokensMailedTo(portal, shared)).toHaveLength(1);
      expect(portal.mailbox.to(shared)).toHaveLength(1);
    });
  });

  it('lets an identifier be asked for five times an hour and once in five minutes beyond, known or not, and a visitor twenty times in 15 minutes', async () => {
    await freeVisitor();
    const { username } = await givenLogin(portal);
    const kinds = async (identifier: string): Promise<string[]> => {
      const answers = [];
      for (let time = 0; time < 7; time++) answers.push(await ask(identifier));
      return answers.map(answer => JSON.stringify({ ...answer }));
    };

    const [known, unknown] = [await kinds(username!), await kinds('inconnu-total')];
    const visitor = [];
    for (let time = 0; time < 9; time++) visitor.push((await ask(`autre-${time}`)).__typename);

    expect(known).toEqual(unknown);
    expect(JSON.parse(known[6]!)).toMatchObject({
      __typename: 'TooManyAttempts',
      next: { kind: 'WAIT' },
      retryAfterSeconds: 300,
    });
    expect(visitor.at(-1)).toBe('TooManyAttempts');
    portal.clock.advance(hours(1));
    expect((await ask(username!)).__typename).toBe('RequestPasswordResetSuccess');
  });

  it('stays open while passwords of the account are guessed, and so does signing in by whoever came this way', async () => {
    await freeVisitor();
    const login = await givenLogin(portal);
    const guess = () => performAccount(portal, 'signIn', { identifier: login.username!, password: 'faux' });
    for (let time = 0; time < 10; time++) await guess();
    expect((await guess()).__typename).toBe('TooManyAttempts');

    await ask(login.username!);
    const token = await tokenMailedTo(portal, login.address);
    const reset = await perform(portal, 'resetPassword', { token, newPassword: 'Toujours ouvert!2027' });

    expect(reset.__typename).toBe('ResetPasswordSuccess');
    const signIn = (more: object): Promise<{ __typename: string }> =>
      performAccount(portal, 'signIn', {
        identifier: login.username!,
        password: 'Toujours ouvert!2027',
        ...more,
      });
    expect((await signIn({})).__typename).toBe('TooManyAttempts');
    expect((await signIn({ deviceToken: reset.deviceToken })).__typename).toBe('SignInSuccess');
  });

  it('happens once for one key', async () => {
    const login = await givenLogin(portal);
    const more = { idempotencyKey: 'une-fois' };

    await Promise.all([1, 2, 3].map(() => ask(login.username!, more)));

    expect(await mailsTo(login.address)).toBe(1);
  });

  it('is sent late or not at all: a link that has died is not mailed', async () => {
    const login = await givenLogin(portal);
    portal.mailbox.refuseNext(451, 'later', { times: 1 });
    await ask(login.username!);
    await portal.runDue();

    portal.clock.advance(minutes(61));
    await portal.runDue();

    expect(portal.mailbox.to(login.address)).toEqual([]);
  });
});
