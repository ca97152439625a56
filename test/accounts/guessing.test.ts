import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { forgetOldBrowsers } from '../../src/modules/accounts/index.ts';
import { PASSWORD_COST } from '../../src/platform/secrets/create-passwords.ts';
import { days, minutes } from '../support/fake-clock.ts';
import { openPortal, type Answer, type Portal } from '../support/portal.ts';
import { givenAccount, PASSWORD, type GivenAccount } from './given-account.ts';
import { perform, send, signedIn, type Result } from './operations.ts';

const WRONG = 'Bonjour!1999';

describe('guessing passwords (A1, M4)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  beforeEach(() => {
    portal.clock.advance(days(2));
  });
  afterAll(() => portal.close());

  const guess = async (identifier: string, password = WRONG, deviceToken?: string): Promise<Result> =>
    perform(portal, 'signIn', { identifier, password, ...(deviceToken && { deviceToken }) });
  const throttle = async ({ address }: GivenAccount): Promise<void> => {
    for (let i = 0; i < 10; i++) await guess(address);
    expect((await guess(address, PASSWORD)).__typename).toBe('TooManyAttempts');
  };
  /** Signs in from a browser, and gives what it is known by from then on. */
  const browserOf = async ({ address }: GivenAccount): Promise<string> => {
    const { deviceToken } = await signedIn(portal, address);
    return deviceToken ?? '';
  };

  it('is held to ten in any fifteen minutes, wherever they begin', async () => {
    const { address } = await givenAccount(portal);
    const judged: number[] = [];
    for (let minute = 0; minute < 32; minute++) {
      const answers = await Promise.all([guess(address), guess(address)]);
      judged.push(answers.filter(({ __typename: type }) => type === 'SignInRefused').length);
      portal.clock.advance(minutes(1));
    }

    const perWindow = judged.map((_, from) => judged.slice(from, from + 15).reduce((sum, n) => sum + n, 0));

    expect(Math.max(...perWindow)).toBe(10);
    expect(judged.slice(15).some(n => n > 0)).toBe(true);
  });

  it('counts signing in and changing the password together', async () => {
    const account = await givenAccount(portal);
    const { accessToken: token } = await signedIn(portal, account.address);
    const change = () =>
      perform(portal, 'changePassword', { currentPassword: WRONG, newPassword: 'Bonsoir!2027' }, { token });

    const answers = [];
    for (let i = 0; i < 6; i++) answers.push(await guess(account.address), await change());

    expect(answers.map(answer => answer.__typename)).toEqual([
      ...Array.from({ length: 5 }, () => ['SignInRefused', 'CurrentPasswordWrong']).flat(),
      'TooManyAttempts',
      'TooManyAttempts',
    ]);
  });

  it('answers the right password like a wrong one while the account is throttled, byte by byte', async () => {
    const { address } = await givenAccount(portal, { locale: 'en-CA' });
    for (let i = 0; i < 10; i++) await guess(address);
    const asked = { locale: 'en-CA' } as const;

    const wrong = await send(portal, 'signIn', { identifier: address, password: WRONG }, asked);
    const right = await send(portal, 'signIn', { identifier: address, password: PASSWORD }, asked);

    expect(right.text).toBe(wrong.text);
    expect(right.data['signIn']?.message).toBe(
      'Too many attempts. Try again in about 15 minutes. You can also set a new password now, with a link that we email you.',
    );
  });

  it('is not paid for by whoever shares the guesser’s address: what is not judged does not count', async () => {
    const account = await givenAccount(portal);
    await throttle(account);
    await Promise.all(Array.from({ length: 120 }, () => guess(account.address)));

    expect((await guess((await givenAccount(portal)).address)).__typename).toBe('SignInRefused');
  });

  describe('from a browser that signed in before', () => {
    it('is counted apart, so that a stranger locks nobody out', async () => {
      const account = await givenAccount(portal);
      const browser = await browserOf(account);
      await throttle(account);

      expect((await guess(account.address, WRONG, browser)).__typename).toBe('SignInRefused');
      const answer = await guess(account.address, PASSWORD, browser);

      expect(answer).toMatchObject({ __typename: 'SignInSuccess', session: { deviceToken: browser } });
      expect((await guess(account.address, PASSWORD)).__typename).toBe('TooManyAttempts');
    });

    it('has ten guesses of its own and no more, and spends none of the account’s', async () => {
      const account = await givenAccount(portal);
      const browser = await browserOf(account);

      const answers = await Promise.all(
        Array.from({ length: 30 }, () => guess(account.address, WRONG, browser)),
      );

      expect(answers.filter(({ __typename: type }) => type === 'SignInRefused')).toHaveLength(10);
      expect((await guess(account.address, PASSWORD, browser)).__typename).toBe('TooManyAttempts');
      expect((await guess(account.address, PASSWORD)).__typename).toBe('SignInSuccess');
    });

    it('counts for the account alone that it signed in to', async () => {
      const [own, other] = [await givenAccount(portal), await givenAccount(portal)];
      const browser = await browserOf(own);
      await throttle(other);

      expect((await guess(other.address, PASSWORD, browser)).__typename).toBe('TooManyAttempts');
      portal.clock.advance(minutes(15));
      const { session } = await guess(other.address, PASSWORD, browser);
      expect(session.deviceToken).not.toBe(browser);
    });

    it('is known for 400 days after it was last used, and stands in the table as a digest', async () => {
      const account = await givenAccount(portal);
      const browser = await browserOf(account);
      portal.clock.advance(days(399));
      expect((await guess(account.address, PASSWORD, browser)).session.deviceToken).toBe(browser);
      portal.clock.advance(days(400));
      expect((await guess(account.address, PASSWORD, browser)).session.deviceToken).not.toBe(browser);

      await forgetOldBrowsers(portal.parts);

      const kept = await portal.parts.db.entities.query<{ digest: Buffer }[]>(
        'select digest from known_browser where account_id = $1',
        [account.id],
      );
      expect(kept).toHaveLength(1);
      expect(kept[0]?.digest.toString()).not.toContain('affilia_bt_');
    });

    it('is one of twenty at most: the latest', async () => {
      const account = await givenAccount(portal);
      const browsers: string[] = [];
      for (let i = 0; i < 22; i++) {
        portal.clock.advance(minutes(1));
        browsers.push(await browserOf(account));
      }
      await throttle(account);

      const [first = '', , third = ''] = browsers;

      expect((await guess(account.address, PASSWORD, first)).__typename).toBe('TooManyAttempts');
      expect((await guess(account.address, PASSWORD, third)).__typename).toBe('SignInSuccess');
    });

    it('gives no more than that: nobody is signed in by it, and refreshing gives no other', async () => {
      const account = await givenAccount(portal);
      const { refreshToken, deviceToken } = await signedIn(portal, account.address);

      const asBearer = await send(portal, 'setLocale', { locale: 'FR_CA' }, { token: deviceToken ?? '' });
      const asRefresh = await perform(portal, 'refreshSession', { refreshToken: deviceToken });
      const refreshed = await perform(portal, 'refreshSession', { refreshToken });

      expect(asBearer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
      expect(asRefresh.__typename).toBe('SessionEnded');
      expect(refreshed.session.deviceToken).toBeNull();
    });
  });

  it('leaves the way by mail open while an account is throttled', async () => {
    const account = await givenAccount(portal);
    await throttle(account);

    const answer = await portal.graphql<Record<string, { __typename: string }>>(
      'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) { __typename } }',
      { input: { identifier: account.address } },
    );
    await portal.runDue();

    expect(answer.data['requestPasswordReset']?.__typename).toBe('RequestPasswordResetSuccess');
    expect(portal.mailbox.to(account.address)).toHaveLength(1);
  });
});

describe('a storm of sign-ins', () => {
  let portal: Portal;
  beforeAll(async () => {
    // Half the work of real ones: slow enough for the others to wait.
    portal = await openPortal({ passwordCost: { ...PASSWORD_COST, timeCost: 1 } });
  });
  afterAll(() => portal.close());

  it('is queued, and what is too much is told when to come back; then all is as before', async () => {
    const { address } = await givenAccount(portal);
    const query =
      'mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Problem { message } } }';
    const knock = (i: number): Promise<Answer<Record<string, Result> | null>> =>
      portal.graphql(
        query,
        { input: { identifier: `personne-${i}`, password: PASSWORD } },
        {
          clientKey: portal.world.aqpm.toolKey,
          headers: { 'x-affilia-visitor': `198.51.${100 + (i % 100)}.${Math.floor(i / 100) + 1}` },
        },
      );

    const answers = await Promise.all(Array.from({ length: 500 }, (_, i) => knock(i)));

    const shed = answers.filter(({ errors }) => errors.length > 0);
    const served = answers.filter(({ errors }) => errors.length === 0);
    expect(shed.length).toBeGreaterThan(0);
    expect(served.length).toBeGreaterThan(100);
    expect(new Set(served.map(({ data }) => data?.['signIn']?.__typename))).toEqual(
      new Set(['SignInRefused']),
    );
    for (const { status, headers, errors } of shed) {
      expect([status, errors[0]?.extensions.code]).toEqual([503, 'SERVICE_BUSY']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await perform(portal, 'signIn', { identifier: address, password: PASSWORD })).__typename).toBe(
      'SignInSuccess',
    );
  });
});
