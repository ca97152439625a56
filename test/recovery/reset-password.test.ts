import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isSignedIn, perform as performAccount, signedIn } from '../accounts/operations.ts';
import { PASSWORD } from '../accounts/given-account.ts';
import { hours, minutes } from '../support/fake-clock.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { givenLogin, type Login, type WantedLogin } from './given-login.ts';
import { perform, preview, tokenMailedTo, type Result } from './operations.ts';

const NEW_PASSWORD = 'Retour permis!2027';

describe('setting a password by a mailed link (A5, A8, A10)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const ask = (identifier: string, asked: Asked = {}): Promise<Result> =>
    perform(portal, 'requestPasswordReset', { identifier }, asked);
  const begin = async (wanted: WantedLogin = {}): Promise<Login & { token: string }> => {
    await portal.parts.db.entities.query('delete from attempt_window');
    const login = await givenLogin(portal, wanted);
    await ask(login.username!);
    return { ...login, token: await tokenMailedTo(portal, login.address) };
  };
  const reset = (token: string, more: object = {}, asked: Asked = {}): Promise<Result> =>
    perform(portal, 'resetPassword', { token, newPassword: NEW_PASSWORD, ...more }, asked);
  const signIn = async (identifier: string, password: string): Promise<string> =>
    (await performAccount(portal, 'signIn', { identifier, password })).__typename;

  it('the link shows what is asked for, until when, and changes nothing however often it is opened', async () => {
    const { token } = await begin();

    const views = [];
    for (let time = 0; time < 3; time++) views.push(await preview(portal, token));

    expect(new Set(views.map(view => JSON.stringify(view))).size).toBe(1);
    expect(views[0]).toMatchObject({
      __typename: 'PasswordResetSuccess',
      expiresAt: new Date(portal.clock.now().getTime() + hours(1)).toISOString(),
      firstAccess: false,
      greeting: 'Choisissez un nouveau mot de passe. Toutes vos sessions ouvertes seront fermées.',
      form: {
        name: 'resetPassword',
        title: 'Choisir un nouveau mot de passe',
        fields: [
          { path: ['input', 'newPassword'], autocomplete: 'new-password', repeats: null },
          { path: ['confirmation'], repeats: ['input', 'newPassword'] },
        ],
      },
      passwordPolicy: { minLength: 8 },
    });
    expect(views[0]!.form!.fields[0]!.help).toContain('Au moins 8 caractères');
    expect((await reset(token)).__typename).toBe('ResetPasswordSuccess');
  });

  it('is never kept by a browser or a cache', async () => {
    const { token } = await begin();

    const { headers } = await portal.graphql(
      'query ($token: String!) { passwordReset(token: $token) { __typename } }',
      { token },
    );

    expect(headers.get('cache-control')).toContain('no-store');
  });

  it('has no form where the pages may take no password, and newer links lead to the realm’s own page', async () => {
    const letSiteBe = (mode: string) =>
      portal.parts.db.entities.query('update client set sign_in_mode = $2 where publishable_key = $1', [
        portal.world.aqpm.siteKey,
        mode,
      ]);
    const { token, username, address } = await begin();
    await letSiteBe('HOSTED');

    const { form } = await preview(portal, token);
    await ask(username!);
    const newer = await tokenMailedTo(portal, address);
    await letSiteBe('DIRECT');

    expect(form).toBeNull();
    const [link] = portal.mailbox.lastTo(address).links;
    expect(link).toBe(`http://localhost:4000/realm/fr/password-reset#token=${newer}`);
  });

  it('sets it, signs nobody in, ends every session, and tells the person', async () => {
    const login = await begin();
    const before = [await signedIn(portal, login.address), await signedIn(portal, login.username!)];

    const answer = await reset(login.token);

    expect(answer).toEqual({
      __typename: 'ResetPasswordSuccess',
      deviceToken: expect.stringMatching(/^affilia_bt_/),
      next: { kind: 'SIGN_IN', label: 'Ouvrir une session', retryAfterSeconds: null },
    });
    for (const session of before) expect(await isSignedIn(portal, session)).toBe(false);
    const ends: unknown = await portal.parts.db.entities.query(
      'select distinct ended_why from session where account_id = $1',
      [login.id],
    );
    expect(ends).toEqual([{ ended_why: 'PASSWORD_RESET' }]);
    expect(await signIn(login.username!, PASSWORD)).toBe('SignInRefused');
    expect(await signIn(login.username!, NEW_PASSWORD)).toBe('SignInSuccess');
    await portal.runDue();
    const mail = portal.mailbox.lastTo(login.address);
    expect(mail.subject).toBe('Votre mot de passe a été changé');
    for (const words of [mail.text, mail.html]) {
      expect(words).toContain('au moyen d’un lien reçu par courriel');
      expect(words).toContain('Si ce n’était pas vous');
    }
  });

  it('welcomes whoever never had one, once, and lets the address sign in from then on', async () => {
    const login = await begin({ imported: true, locale: 'en-CA' });

    const first = await preview(portal, login.token, { locale: 'en-CA' });
    expect(first).toMatchObject({
      firstAccess: true,
      greeting:
        'Welcome! This is your first access. Choose the password with which you will sign in from now on.',
      form: { title: 'Choose your password' },
    });
    expect(await signIn(login.address, NEW_PASSWORD)).toBe('SignInRefused');
    expect((await reset(login.token)).__typename).toBe('ResetPasswordSuccess');

    expect(await signIn(login.address, NEW_PASSWORD)).toBe('SignInSuccess');
    await portal.runDue();
    expect(portal.mailbox.lastTo(login.address).subject).toBe('Your password is set');
    await ask(login.address);
    const again = await preview(portal, await tokenMailedTo(portal, login.address));
    expect(again.firstAccess).toBe(false);
    expect(portal.mailbox.lastTo(login.address).subject).toBe('Choose a new password');
  });

  it('an address at which several people are written to does not sign in by it', async () => {
    const shared = 'famille@maboite.example';
    await portal.parts.db.entities.query('delete from attempt_window');
    const login = await givenLogin(portal, {
      addressless: true,
      imported: true,
      contactEmail: shared,
      names: [['Ana', 'Roy']],
    });
    await ask(login.username!);

    expect((await reset(await tokenMailedTo(portal, shared))).__typename).toBe('ResetPasswordSuccess');

    expect(await signIn(login.username!, NEW_PASSWORD)).toBe('SignInSuccess');
    expect(await signIn(shared, NEW_PASSWORD)).toBe('SignInRefused');
    await portal.runDue();
    expect(portal.mailbox.lastTo(shared).subject).toBe('Votre mot de passe est choisi');
  });

  it('serves every kind of account', async () => {
    for (const kind of ['INDIVIDUAL', 'JOINT', 'NON_PERSONAL'] as const) {
      const { token, username } = await begin({ kind });
      expect((await reset(token)).__typename).toBe('ResetPasswordSuccess');
      expect(await signIn(username!, NEW_PASSWORD)).toBe('SignInSuccess');
    }
  });

  describe('leads back to the start, with the reason', () => {
    const start = {
      kind: 'FIRST_ACCESS_OR_FORGOTTEN_PASSWORD',
      label: 'Premier accès ou mot de passe oublié',
    };
    const expectEverywhere = async (token: string, __typename: string): Promise<void> => {
      expect(await preview(portal, token)).toMatchObject({ __typename, next: start });
      expect(await reset(token)).toMatchObject({ __typename, next: start });
    };

    it('after an hour', async () => {
      const { token } = await begin();
      portal.clock.advance(minutes(59));
      expect((await preview(portal, token)).__typename).toBe('PasswordResetSuccess');
      portal.clock.advance(minutes(1));

      await expectEverywhere(token, 'PasswordResetTokenExpired');
      expect((await preview(portal, token)).message).toBe('Ce lien est expiré. Demandez-en un nouveau.');
    });

    it('after as long as the strictest of the associations says', async () => {
      const { world, parts } = portal;
      await parts.db.entities.query('update association set reset_link_minutes = 20 where id = $1', [
        world.acps.association.id,
      ]);
      const login = await begin({ bodies: [world.aqpm, world.acps] });

      expect(portal.mailbox.lastTo(login.address).text).toContain('pendant 20\u00A0minutes');
      portal.clock.advance(minutes(20));
      await expectEverywhere(login.token, 'PasswordResetTokenExpired');
    });

    it('once it was used', async () => {
      const { token } = await begin();
      await reset(token);

      await expectEverywhere(token, 'PasswordResetTokenUsed');
    });

    it('when a newer one was asked for', async () => {
      const { token, username, address } = await begin();
      await ask(username!);
      const newer = await tokenMailedTo(portal, address);

      await expectEverywhere(token, 'PasswordResetTokenReplaced');
      expect((await reset(newer)).__typename).toBe('ResetPasswordSuccess');
    });

    it('when the password or the address has changed since', async () => {
      const first = await begin();
      const { accessToken: token } = await signedIn(portal, first.address);
      await performAccount(
        portal,
        'changePassword',
        { currentPassword: PASSWORD, newPassword: NEW_PASSWORD },
        { token },
      );
      await expectEverywhere(first.token, 'PasswordResetTokenReplaced');

      const second = await begin();
      const session = await signedIn(portal, second.address);
      await performAccount(
        portal,
        'requestEmailChange',
        { newAddress: 'tout.autre@maboite.example', currentPassword: PASSWORD },
        { token: session.accessToken },
      );
      await performAccount(portal, 'confirmEmail', {
        token: await tokenMailedTo(portal, 'tout.autre@maboite.example'),
      });
      await expectEverywhere(second.token, 'PasswordResetTokenReplaced');
    });

    it('when it never was one, belongs to another tree, or the account is disabled', async () => {
      const { token } = await begin();
      const elsewhere: Asked = { clientKey: portal.world.acps.siteKey };
      const disabled = await begin();
      await portal.parts.db.entities.query('update account set disabled_at = $2 where id = $1', [
        disabled.id,
        portal.clock.now(),
      ]);

      await expectEverywhere('affilia_once_rien', 'PasswordResetTokenUnknown');
      await expectEverywhere(disabled.token, 'PasswordResetTokenUnknown');
      expect(await preview(portal, token, elsewhere)).toEqual(await preview(portal, 'rien', elsewhere));
      expect(await reset(token, {}, elsewhere)).toEqual(await reset('rien', {}, elsewhere));
      expect((await reset(token)).__typename).toBe('ResetPasswordSuccess');
    });
  });

  it('of many who use it at once, one sets the password', async () => {
    const { token, username } = await begin();
    const passwords = Array.from({ length: 6 }, (_, place) => `${NEW_PASSWORD}${String(place)}`);

    const answers = await Promise.all(passwords.map(newPassword => reset(token, { newPassword })));

    const won = answers.findIndex(answer => answer.__typename === 'ResetPasswordSuccess');
    expect(answers.map(answer => answer.__typename).sort()).toEqual([
      ...Array.from({ length: 5 }, () => 'PasswordResetTokenUsed'),
      'ResetPasswordSuccess',
    ]);
    expect(await signIn(username!, passwords[won]!)).toBe('SignInSuccess');
  });

  it('names each rule that the password breaks, of every association, and leaves the link as it was', async () => {
    const { world } = portal;
    const login = await begin({ bodies: [world.acps, world.aqpm], names: [['Maximilienne', 'Roy']] });
    const rulesOf = async (newPassword: string): Promise<unknown> =>
      (await reset(login.token, { newPassword })).issues.map(({ path, rule }) => [path.join('.'), rule]);

    expect(await rulesOf('court')).toEqual([
      ['input.newPassword', 'MIN_LENGTH'],
      ['input.newPassword', 'UPPER'],
      ['input.newPassword', 'DIGIT'],
      ['input.newPassword', 'SPECIAL'],
    ]);
    expect(await rulesOf('Maximilienne!2027')).toEqual([['input.newPassword', 'PERSONAL']]);
    expect(await rulesOf('P@ssw0rd')).toEqual([
      ['input.newPassword', 'MIN_LENGTH'],
      ['input.newPassword', 'COMMON'],
    ]);
    expect((await reset(login.token)).__typename).toBe('ResetPasswordSuccess');
  });

  it('the rules are those of the account, for whoever has its link', async () => {
    const { world } = portal;
    const { token } = await begin({ bodies: [world.aqpm, world.acps] });
    const minLength = async (resetToken: string | null, asked: Asked = {}): Promise<number> => {
      const { data } = await portal.graphql<{ passwordPolicy: { minLength: number } }>(
        'query ($resetToken: String) { passwordPolicy(resetToken: $resetToken) { minLength } }',
        { resetToken },
        asked,
      );
      return data.passwordPolicy.minLength;
    };

    expect(await minLength(null)).toBe(8);
    expect(await minLength(token)).toBe(15);
    expect(await minLength('rien')).toBe(8);
    await reset(token);
    expect(await minLength(token)).toBe(8);
  });

  it('kills the other links of the account', async () => {
    const login = await begin();
    const { accessToken: token } = await signedIn(portal, login.address);
    await performAccount(
      portal,
      'requestEmailChange',
      { newAddress: 'voleuse@maboite.example', currentPassword: PASSWORD },
      { token },
    );
    const change = await tokenMailedTo(portal, 'voleuse@maboite.example');

    await reset(login.token);

    expect((await performAccount(portal, 'confirmEmail', { token: change })).__typename).toBe(
      'ConfirmationTokenReplaced',
    );
  });

  it('answers a repeated request as the first time', async () => {
    const { token } = await begin();
    const more = { idempotencyKey: 'la-meme' };

    expect(await reset(token, more)).toEqual(await reset(token, more));
    expect((await reset(token)).__typename).toBe('PasswordResetTokenUsed');
  });
});
