import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  atSite,
  begin,
  codeOf,
  givenProtected,
  perform as performFactor,
} from '../second-factors/operations.ts';
import { minutes } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenAccount, PASSWORD } from './given-account.ts';
import { isSignedIn, perform, send, signedIn, type Result, type Tokens } from './operations.ts';

const NEW_PASSWORD = 'Au revoir!2027';

describe('changing the password', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const change = (
    { accessToken }: Tokens,
    { currentPassword = PASSWORD, newPassword = NEW_PASSWORD, clientKey = portal.world.aqpm.siteKey } = {},
  ): Promise<Result> =>
    perform(portal, 'changePassword', { currentPassword, newPassword }, { token: accessToken, clientKey });

  it('ends every other session, renews this one, and tells the person', async () => {
    const { address } = await givenAccount(portal);
    const here = await signedIn(portal, address);
    const elsewhere = await signedIn(portal, address, { clientKey: portal.world.acps.siteKey });

    const result = await change(here);

    expect(result).toMatchObject({ __typename: 'ChangePasswordSuccess', next: { kind: 'DONE' } });
    expect(await isSignedIn(portal, result.session)).toBe(true);
    expect(await isSignedIn(portal, elsewhere, { clientKey: portal.world.acps.siteKey })).toBe(false);
    const renewed = await perform(portal, 'refreshSession', { refreshToken: result.session.refreshToken });
    expect(renewed.__typename).toBe('RefreshSessionSuccess');
    const before = await perform(portal, 'refreshSession', { refreshToken: here.refreshToken });
    expect(before.__typename).toBe('SessionEnded');
    expect(await isSignedIn(portal, renewed.session)).toBe(true);

    expect((await perform(portal, 'signIn', { identifier: address, password: PASSWORD })).__typename).toBe(
      'SignInRefused',
    );
    await signedIn(portal, address, { password: NEW_PASSWORD });
    await portal.runDue();
    const notice = portal.mailbox.lastTo(address);
    expect(notice.subject).toBe('Votre mot de passe a été changé');
    expect(notice.raw).not.toContain(NEW_PASSWORD);
  });

  it('makes no sign-in by two factors fresh again: an open window and the password take nothing off', async () => {
    const { account, secret } = await givenProtected(portal);
    const { challenge } = await begin(portal, account.address);
    const proof = { challenge, code: codeOf(portal, secret) };
    const proved = await performFactor(portal, 'verifySecondFactor', proof, atSite(portal));
    portal.clock.advance(minutes(11));
    const window = await perform(portal, 'refreshSession', { refreshToken: proved.session!.refreshToken });

    const changed = await change(window.session);
    const asked = { ...atSite(portal), token: changed.session.accessToken };
    const secondFactorId = proved.account!.secondFactors[0]!.id;

    expect(changed.__typename).toBe('ChangePasswordSuccess');
    expect((await performFactor(portal, 'removeSecondFactor', { secondFactorId }, asked)).__typename).toBe(
      'SignInTooOld',
    );
  });

  it('makes a sign-in by the password alone fresh again', async () => {
    const { address } = await givenAccount(portal);
    const { refreshToken } = await signedIn(portal, address);
    portal.clock.advance(minutes(11));
    const { session } = await perform(portal, 'refreshSession', { refreshToken });

    const changed = await change(session);

    const asked = { ...atSite(portal), token: changed.session.accessToken };
    expect((await performFactor(portal, 'enrollTotp', {}, asked)).__typename).toBe('EnrollTotpSuccess');
  });

  it('names each rule that the new password breaks, in both languages', async () => {
    const { address } = await givenAccount(portal, { username: 'Dubreuil' });
    const { accessToken: token } = await signedIn(portal, address);

    const ask = async (newPassword: string, locale: 'fr-CA' | 'en-CA'): Promise<Result['issues']> => {
      const input = { currentPassword: PASSWORD, newPassword };
      return (await perform(portal, 'changePassword', input, { token, locale })).issues;
    };

    expect(await ask('bon', 'fr-CA')).toEqual([
      issue('MIN_LENGTH', 'Le mot de passe doit compter au moins 8 caractères.'),
      issue('UPPER', 'Le mot de passe doit contenir au moins 1 lettre majuscule.'),
      issue('DIGIT', 'Le mot de passe doit contenir au moins 1 chiffre.'),
      issue('SPECIAL', 'Le mot de passe doit contenir au moins 1 caractère spécial (ex. @!?&*).'),
    ]);
    expect(await ask('DubreuilEtFils', 'en-CA')).toEqual([
      issue('DIGIT', 'The password must have at least 1 digit.'),
      issue('SPECIAL', 'The password must have at least 1 special character (such as !@?&*).'),
      issue('PERSONAL', 'The password must not contain your name, username or e-mail address.'),
    ]);
    await signedIn(portal, address);
  });

  const issue = (rule: string, message: string): object => ({
    path: ['input', 'newPassword'],
    code: 'PASSWORD_RULE',
    rule,
    message,
  });

  it('asks for the current password, within the same budget as signing in', async () => {
    const { address } = await givenAccount(portal);
    const session = await signedIn(portal, address);
    for (let i = 0; i < 5; i++)
      await perform(portal, 'signIn', { identifier: address, password: 'Bonjour!2025' });

    const guesses = await Promise.all(
      Array.from({ length: 8 }, () => change(session, { currentPassword: 'Bonjour!2025' })),
    );

    expect(guesses.filter(guess => guess.__typename === 'CurrentPasswordWrong')).toHaveLength(5);
    expect(await change(session)).toMatchObject({
      __typename: 'TooManyAttempts',
      nextSteps: [
        { kind: 'WAIT' },
        { kind: 'FIRST_ACCESS_OR_FORGOTTEN_PASSWORD' },
        { kind: 'CONTACT_SUPPORT' },
      ],
    });
    portal.clock.advance(minutes(15));
  });

  it('succeeds once of many at the same moment', async () => {
    const { address } = await givenAccount(portal);
    const session = await signedIn(portal, address);

    const results = await Promise.all(
      Array.from({ length: 6 }, (_, i) => change(session, { newPassword: `${NEW_PASSWORD}${i}` })),
    );

    expect(results.map(result => result.__typename).sort()).toEqual([
      'ChangePasswordSuccess',
      ...Array.from({ length: 5 }, () => 'CurrentPasswordWrong'),
    ]);
  });

  it('leaves no session of whoever signs in with the old password at that moment', async () => {
    const { address } = await givenAccount(portal);
    const session = await signedIn(portal, address);

    const [changed, ...guests] = await Promise.all([
      change(session),
      ...Array.from({ length: 8 }, () =>
        perform(portal, 'signIn', { identifier: address, password: PASSWORD }),
      ),
    ]);

    expect(changed.__typename).toBe('ChangePasswordSuccess');
    const open = await Promise.all(
      guests
        .filter(guest => guest.__typename === 'SignInSuccess')
        .map(guest => isSignedIn(portal, guest.session)),
    );
    expect(open).not.toContain(true);
  });

  it('leaves no session of whoever refreshes at that moment', async () => {
    const { address } = await givenAccount(portal);
    const session = await signedIn(portal, address);

    const [changed, ...tabs] = await Promise.all([
      change(session),
      ...Array.from({ length: 8 }, () =>
        perform(portal, 'refreshSession', { refreshToken: session.refreshToken }),
      ),
    ]);

    expect(changed.__typename).toBe('ChangePasswordSuccess');
    const successors = tabs.filter(tab => tab.__typename === 'RefreshSessionSuccess');
    for (const { session: tab } of successors) {
      const late = await perform(portal, 'refreshSession', { refreshToken: tab.refreshToken });
      expect(late.__typename).toBe('SessionEnded');
    }
  });

  it('is for those who are signed in', async () => {
    const { errors } = await send(portal, 'changePassword', {
      currentPassword: PASSWORD,
      newPassword: NEW_PASSWORD,
    });

    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
