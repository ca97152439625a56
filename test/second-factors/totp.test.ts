import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { perform as performAccount, signedIn } from '../accounts/operations.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  addApp,
  atSite,
  begin,
  codeOf,
  givenProtected,
  perform,
  send,
  signInWithApp,
  THREE_WAYS,
  type Protected,
} from './operations.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

describe('an authenticator app (A13)', () => {
  it('is added by its first code, comes with ten recovery codes, and the person is told by mail', async () => {
    const account = await givenAccount(portal);
    const { accessToken } = await signedIn(portal, account.address, atSite(portal));
    const asked = { ...atSite(portal), token: accessToken };

    const enrolled = await perform(portal, 'enrollTotp', {}, asked);
    expect(enrolled.uri).toBe(
      `otpauth://totp/AQPM:${account.username}?secret=${enrolled.secret}&issuer=AQPM`,
    );
    expect(enrolled.qrCode).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^]*<\/svg>\s*$/);
    expect(enrolled.form.name).toBe('confirmTotp');

    const code = codeOf(portal, enrolled.secret);
    const confirmed = await perform(portal, 'confirmTotp', { code }, asked);
    expect(confirmed.account).toMatchObject({
      recoveryCodesLeft: 10,
      secondFactors: [{ kind: 'TOTP', name: 'Application d’authentification', worksHere: true }],
    });
    expect(new Set(confirmed.recoveryCodes).size).toBe(10);
    for (const one of confirmed.recoveryCodes!)
      expect(one).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);

    await portal.runDue();
    const mail = portal.mailbox.lastTo(account.address);
    expect(mail.subject).toBe('Un deuxième facteur a été ajouté à votre compte');
    expect(mail.text).toContain('Une application d’authentification a été ajoutée à votre compte.');
  });

  it('counts for nothing before its first code, and a wrong one adds nothing', async () => {
    const account = await givenAccount(portal);
    const { accessToken } = await signedIn(portal, account.address);
    const asked = { token: accessToken };
    const { secret } = await perform(portal, 'enrollTotp', {}, asked);
    const wrong = codeOf(portal, secret, 50);

    expect(await perform(portal, 'confirmTotp', { code: wrong }, asked)).toMatchObject({
      __typename: 'SecondFactorRefused',
      path: ['input', 'code'],
      nextSteps: [{ kind: 'CONTACT_SUPPORT' }],
    });
    expect(await perform(portal, 'confirmTotp', { code: 'abc' }, asked)).toMatchObject({
      __typename: 'SecondFactorRefused',
    });
    await signedIn(portal, account.address);
  });

  it('is left half added for an hour at most', async () => {
    const account = await givenAccount(portal);
    const { accessToken } = await signedIn(portal, account.address);
    const { secret } = await perform(portal, 'enrollTotp', {}, { token: accessToken });
    portal.clock.advance(61 * 60_000);
    const again = await signedIn(portal, account.address);
    const input = { code: codeOf(portal, secret) };

    expect(await perform(portal, 'confirmTotp', input, { token: again.accessToken })).toMatchObject({
      __typename: 'SecondFactorExpired',
      next: { kind: 'ENROLL_SECOND_FACTOR' },
      nextSteps: [{ kind: 'ENROLL_SECOND_FACTOR' }, { kind: 'CONTACT_SUPPORT' }],
    });
  });

  it('is replaced by a new one, which brings no new recovery codes', async () => {
    const { account, asked, secret: old } = await givenProtected(portal);
    const { secret, recoveryCodes } = await addApp(portal, asked);

    expect(recoveryCodes).toBeNull();
    const { challenge } = await begin(portal, account.address);
    const tried = (code: string) => perform(portal, 'verifySecondFactor', { challenge, code });
    expect((await tried(codeOf(portal, old))).__typename).toBe('SecondFactorRefused');
    expect((await tried(codeOf(portal, secret))).__typename).toBe('VerifySecondFactorSuccess');
  });

  it('can be added by whoever signed in a moment ago only', async () => {
    const account = await givenAccount(portal);
    const { accessToken: token } = await signedIn(portal, account.address);
    portal.clock.advance(9 * 60_000);
    expect((await perform(portal, 'enrollTotp', {}, { token })).__typename).toBe('EnrollTotpSuccess');

    const later = await signedIn(portal, account.address);
    portal.clock.advance(10 * 60_000 + 1);
    const refresh = { refreshToken: later.refreshToken };
    const { session } = await performAccount(portal, 'refreshSession', refresh);
    const asked = { token: session.accessToken };
    expect((await perform(portal, 'enrollTotp', {}, asked)).__typename).toBe('SignInTooOld');
    expect((await perform(portal, 'confirmTotp', { code: '123456' }, asked)).__typename).toBe('SignInTooOld');
  });

  it('is for whoever is signed in, at a site that may take passwords', async () => {
    const { errors } = await send(portal, 'enrollTotp', {});

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('signing in with an app (A13)', () => {
  let member: Protected;
  beforeAll(async () => {
    member = await givenProtected(portal);
  });
  const verify = (input: object) => perform(portal, 'verifySecondFactor', input);

  it('opens no session by the password alone, and says what is owed', async () => {
    const input = { identifier: member.account.address, password: PASSWORD };
    const result = await perform(portal, 'signIn', input);

    expect(result).toMatchObject({
      __typename: 'SignInSuccess',
      session: null,
      account: null,
      next: { kind: 'SECOND_FACTOR' },
      secondFactor: { methods: ['TOTP', 'RECOVERY_CODE'], passkeyOptions: null },
    });
    expect(result.secondFactor!.forms.map(({ name, fields }) => [name, fields[0]!.path])).toEqual([
      ['verifySecondFactor', ['input', 'code']],
      ['verifySecondFactor', ['input', 'recoveryCode']],
    ]);
  });

  it('opens one by the code, typed with spaces or a clock that is half a minute off', async () => {
    for (const steps of [0, 1]) {
      portal.clock.advance(60_000);
      const { challenge } = await begin(portal, member.account.address);
      const code = codeOf(portal, member.secret, steps).replace(/^.../, '$& ');
      const result = await verify({ challenge, code });

      expect(result.session).toMatchObject({ accessToken: expect.any(String) });
      expect(result.next.kind).toBe('DONE');
      expect(result.account?.secondFactors[0]?.lastUsedAt).toBe(portal.clock.now().toISOString());
    }
    portal.clock.advance(60_000);
  });

  it('takes a code once, and none from before it', async () => {
    portal.clock.advance(120_000);
    await signInWithApp(portal, member);
    const { challenge } = await begin(portal, member.account.address);
    for (const steps of [0, -1])
      expect(await verify({ challenge, code: codeOf(portal, member.secret, steps) })).toMatchObject({
        __typename: 'SecondFactorRefused',
        path: ['input', 'code'],
        nextSteps: THREE_WAYS,
      });
    expect((await verify({ challenge, code: codeOf(portal, member.secret, 1) })).__typename).toBe(
      'VerifySecondFactorSuccess',
    );
    portal.clock.advance(60_000);
  });

  it('signs in once with one challenge and one code, however often they are sent together', async () => {
    const { challenge } = await begin(portal, member.account.address);
    const code = codeOf(portal, member.secret);

    const results = await Promise.all(Array.from({ length: 8 }, () => verify({ challenge, code })));

    const opened = results.filter(({ __typename }) => __typename === 'VerifySecondFactorSuccess');
    expect(opened).toHaveLength(1);
    expect((await verify({ challenge, code: codeOf(portal, member.secret, 1) })).__typename).toBe(
      'SecondFactorExpired',
    );
    portal.clock.advance(16 * 60_000);
  });

  it('takes a challenge for ten minutes, from the client that has it, and no made-up one', async () => {
    const elsewhere = { clientKey: portal.world.icu.siteKey };
    const { challenge } = await begin(portal, member.account.address);
    const code = codeOf(portal, member.secret);
    const nextSteps = [{ kind: 'SIGN_IN' }, ...THREE_WAYS];
    const expired = { __typename: 'SecondFactorExpired', next: nextSteps[0], nextSteps };

    expect(await perform(portal, 'verifySecondFactor', { challenge, code }, elsewhere)).toMatchObject(
      expired,
    );
    expect(await verify({ challenge: `${challenge}x`, code })).toMatchObject(expired);
    portal.clock.advance(10 * 60_000);
    expect(await verify({ challenge, code: codeOf(portal, member.secret) })).toMatchObject(expired);
  });

  it('leads nowhere once the password was changed, or the account closed', async () => {
    const other = await givenProtected(portal);
    const { challenge } = await begin(portal, other.account.address);
    const change = { currentPassword: PASSWORD, newPassword: 'Au revoir!2027' };
    await performAccount(portal, 'changePassword', change, other.asked);
    const input = { challenge, code: codeOf(portal, other.secret) };
    expect((await verify(input)).__typename).toBe('SecondFactorExpired');

    const closed = await givenProtected(portal);
    const owed = await begin(portal, closed.account.address);
    await portal.parts.db.transaction(tx =>
      tx.query('update account set disabled_at = now() where id = $1', [closed.account.id]),
    );
    const late = { challenge: owed.challenge, code: codeOf(portal, closed.secret) };
    expect((await verify(late)).__typename).toBe('SecondFactorExpired');
  });

  it.each([
    ['no proof', {}, 'REQUIRED'],
    ['two proofs', { code: '123456', recoveryCode: 'k7v2-9mqa-03xw-tz5c' }, 'NOT_ALLOWED'],
    ['an empty one', { code: '' }, 'REQUIRED'],
  ])('asks for exactly one proof: %s', async (_, proof, code) => {
    const { challenge } = await begin(portal, member.account.address);

    expect(await verify({ challenge, ...proof })).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', 'code'], code }],
    });
  });
});

describe('guessing codes (A13)', () => {
  it('at most ten of 200 tried at once are judged, and the right one is then answered like a wrong one', async () => {
    const { account, secret } = await givenProtected(portal);
    portal.clock.advance(16 * 60_000);
    const { challenge } = await begin(portal, account.address);
    const right = codeOf(portal, secret);
    const wrong = (at: number): string => String((Number(right) + 1 + at) % 1_000_000).padStart(6, '0');

    const results = await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        perform(portal, 'verifySecondFactor', { challenge, code: wrong(at) }),
      ),
    );

    const judged = results.filter(({ __typename }) => __typename === 'SecondFactorRefused');
    expect(judged.length).toBeLessThanOrEqual(10);
    expect(judged.length).toBeGreaterThan(0);
    expect(results.filter(({ __typename }) => __typename === 'TooManyAttempts')).toHaveLength(
      200 - judged.length,
    );
    expect(await perform(portal, 'verifySecondFactor', { challenge, code: right })).toMatchObject({
      __typename: 'TooManyAttempts',
    });
    // Codes and passwords are one budget.
    const input = { identifier: account.address, password: PASSWORD };
    expect((await perform(portal, 'signIn', input)).__typename).toBe('TooManyAttempts');
  });

  it('right codes cost nothing', async () => {
    portal.clock.advance(16 * 60_000);
    const member = await givenProtected(portal);
    for (let time = 0; time < 12; time++) {
      portal.clock.advance(30_000);
      await signInWithApp(portal, member);
    }
  });
});
