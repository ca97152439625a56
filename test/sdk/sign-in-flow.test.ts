import { describe, expect, it } from '@jest/globals';
import { createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { openEnrolment, openSignIn, type SignInSnapshot } from '@affilia/sdk/flows';
import { secondFactors, type OwedSecondFactor } from '@affilia/sdk/second-factors';
import { createFakePortal, fakeSession, type FakePortal } from '@affilia/sdk/testing';
import { field, form } from './invitation-samples.ts';
import { account, letIn, next } from './samples.ts';

const marie = { identifier: 'Marie', password: 'Secret-1234' };
const codeForm = form('verifySecondFactor', [field(['input', 'code'], 'CODE')]);
const owed: OwedSecondFactor = {
  challenge: 'affilia_once_x',
  expiresAt: '2026-11-22T15:10:00.000Z',
  methods: ['TOTP', 'RECOVERY_CODE'],
  passkeyOptions: null,
  forms: [codeForm],
};

const openSite = (portal: FakePortal) =>
  createAffilia({
    endpoint: 'https://portal.test/graphql',
    clientKey: 'affilia_pk_test_site',
    locale: 'fr-CA',
    fetch: portal.fetch,
    pause: () => Promise.resolve(),
    use: { accounts, secondFactors },
  });

/** Where a right password owes a second factor, and the first code that is given is wrong. */
function openPortal(after: 'DONE' | 'ENROLL_SECOND_FACTOR' = 'DONE'): FakePortal {
  const portal = createFakePortal();
  portal.answer('SignIn', {
    result: {
      __typename: 'SignInSuccess',
      session: null,
      account: null,
      secondFactor: owed,
      next: next('SECOND_FACTOR'),
    },
  });
  portal.answer('VerifySecondFactor', {
    result: { __typename: 'VerifySecondFactorSuccess', session: fakeSession(), account, next: next(after) },
  });
  return portal;
}

const waysOn = ['FIRST_ACCESS_OR_FORGOTTEN_PASSWORD', 'FORGOTTEN_USERNAME', 'CONTACT_SUPPORT'] as const;
const kinds = ({ next: steps }: SignInSnapshot) => steps.map(({ kind }) => kind);

describe('Signing in, as a flow (A3, A13, O3)', () => {
  it('is done by the password where nothing more is owed', async () => {
    const portal = createFakePortal();
    letIn(portal);
    const affilia = openSite(portal);
    const flow = openSignIn(affilia);
    expect(flow.snapshot()).toMatchObject({ state: 'PASSWORD', passkey: false, secondFactor: null });

    const after = await flow.signIn(marie);

    expect(after).toMatchObject({ state: 'DONE', problem: null, error: null, busy: false });
    expect(kinds(after)).toEqual(['DONE']);
    expect(await affilia.isSignedIn()).toBe(true);
  });

  it('shows a refusal with its three ways on, and drops it with the next answer', async () => {
    const portal = openPortal();
    portal.answerOnce('SignIn', {
      result: {
        __typename: 'SignInRefused',
        message: 'Identifiant ou mot de passe incorrect.',
        nextSteps: waysOn.map(kind => next(kind)),
      },
    });
    const flow = openSignIn(openSite(portal));

    const refused = await flow.signIn(marie);
    const owing = await flow.signIn(marie);

    expect(refused).toMatchObject({ state: 'PASSWORD', problem: { __typename: 'SignInRefused' } });
    expect(kinds(refused)).toEqual(waysOn);
    expect(owing).toMatchObject({ state: 'FACTOR', problem: null, secondFactor: { forms: [codeForm] } });
    expect(kinds(owing)).toEqual([]);
  });

  it('says how long nothing is judged, and what is open meanwhile', async () => {
    const portal = openPortal();
    portal.answerOnce('SignIn', {
      result: {
        __typename: 'TooManyAttempts',
        message: 'Trop de tentatives.',
        retryAfterSeconds: 600,
        next: next('WAIT'),
        nextSteps: [next('WAIT'), ...waysOn.map(kind => next(kind))],
      },
    });
    const flow = openSignIn(openSite(portal));

    const throttled = await flow.signIn(marie);

    expect(throttled).toMatchObject({ state: 'PASSWORD', retryAfterSeconds: 600 });
    expect(kinds(throttled)).toEqual(['WAIT', ...waysOn]);
    expect((await flow.signIn(marie)).retryAfterSeconds).toBeNull();
  });

  it('asks for the second factor until it is right, and sends it with the challenge', async () => {
    const portal = openPortal();
    portal.answerOnce('VerifySecondFactor', {
      result: {
        __typename: 'SecondFactorRefused',
        message: 'Non.',
        path: ['input', 'code'],
        nextSteps: waysOn.map(kind => next(kind)),
      },
    });
    const affilia = openSite(portal);
    const flow = openSignIn(affilia);
    await flow.signIn(marie);

    const wrong = await flow.verify({ code: '000000' });
    expect(wrong).toMatchObject({ state: 'FACTOR', secondFactor: owed });
    expect(kinds(wrong)).toEqual(waysOn);
    expect(wrong.issues['input.code']).toHaveLength(1);
    expect(await affilia.isSignedIn()).toBe(false);
    const right = await flow.verify({ recoveryCode: 'abcd-efgh' });

    expect(right).toMatchObject({ state: 'DONE', secondFactor: null });
    expect(portal.requests.at(-1)?.variables).toMatchObject({
      input: { challenge: owed.challenge, recoveryCode: 'abcd-efgh' },
    });
    expect(await affilia.isSignedIn()).toBe(true);
  });

  it('begins again when the factor came too late, and says why', async () => {
    const portal = openPortal();
    portal.answerOnce('VerifySecondFactor', {
      result: {
        __typename: 'SecondFactorExpired',
        message: 'Trop tard.',
        next: next('SIGN_IN'),
        nextSteps: [next('SIGN_IN'), ...waysOn.map(kind => next(kind))],
      },
    });
    const flow = openSignIn(openSite(portal));
    await flow.signIn(marie);

    const late = await flow.verify({ code: '123456' });

    expect(late).toMatchObject({
      state: 'PASSWORD',
      secondFactor: null,
      problem: { message: 'Trop tard.' },
    });
    expect(kinds(late)).toEqual(waysOn);
  });

  it('goes on from what is owed already, as after an invitation', async () => {
    const flow = openSignIn(openSite(openPortal()), { secondFactor: owed });
    expect(flow.snapshot()).toMatchObject({ state: 'FACTOR', secondFactor: owed });

    expect((await flow.verify({ code: '123456' })).state).toBe('DONE');
  });

  it('takes the answer of a passkey that the service does not know', async () => {
    const portal = openPortal();
    portal.answer('PasskeySignInOptions', { passkeySignInOptions: null });
    portal.answer('SignInWithPasskey', {
      result: { __typename: 'PasskeysUnavailable', message: 'Sur des sites Web seulement.' },
    });

    const after = await openSignIn(openSite(portal)).usePasskey();

    expect(after).toMatchObject({ state: 'PASSWORD', problem: { __typename: 'PasskeysUnavailable' } });
  });

  it('leaves the person where they are when the browser gives no passkey', async () => {
    const affilia = openSite(openPortal());
    const closed = () => Promise.reject(new DOMException('closed', 'NotAllowedError'));
    const flow = openSignIn({
      ...affilia,
      secondFactors: { ...affilia.secondFactors, signInWithPasskey: closed },
    });

    expect(await flow.usePasskey()).toMatchObject({
      state: 'PASSWORD',
      passkeyFault: 'CANCELLED',
      problem: null,
    });
    expect((await flow.signIn(marie)).passkeyFault).toBeNull();
  });

  it('keeps a lost network apart from a refusal, and is told to pages that draw it', async () => {
    const portal = openPortal();
    const flow = openSignIn(openSite(portal));
    const seen: boolean[] = [];
    flow.subscribe(() => seen.push(flow.snapshot().busy));
    portal.disconnect(4);

    const lost = await flow.signIn(marie);

    expect(lost).toMatchObject({ state: 'PASSWORD', problem: null, error: { code: 'NETWORK' } });
    expect(seen).toEqual([true, false]);
  });
});

describe('A second factor that the service demands (A13, O3)', () => {
  const secret = { secret: 'ABCD', uri: 'otpauth://totp/x', qrCode: '<svg/>' };

  function withEnrolment(portal: FakePortal): FakePortal {
    portal.answer('EnrollTotp', { result: { __typename: 'EnrollTotpSuccess', ...secret, form: codeForm } });
    portal.answer('ConfirmTotp', {
      result: {
        __typename: 'ConfirmTotpSuccess',
        account: { secondFactors: [], recoveryCodesLeft: 10, factorOwed: null },
        recoveryCodes: ['aaaa', 'bbbb'],
        next: next('DONE'),
      },
    });
    return portal;
  }

  it('is offered to whoever is signed in, who adds it or goes on', async () => {
    const affilia = openSite(withEnrolment(openPortal('ENROLL_SECOND_FACTOR')));
    const flow = openSignIn(affilia, { secondFactor: owed });

    const demanded = await flow.verify({ code: '123456' });

    expect(demanded.state).toBe('ENROLMENT');
    expect(await affilia.isSignedIn()).toBe(true);
    expect(flow.goOn()).toMatchObject({ state: 'DONE' });
  });

  it('is an app: its secret, its first code, and the recovery codes once', async () => {
    const portal = withEnrolment(openPortal());
    portal.answerOnce('ConfirmTotp', {
      result: {
        __typename: 'SecondFactorRefused',
        message: 'Non.',
        path: ['input', 'code'],
        nextSteps: [next('CONTACT_SUPPORT')],
      },
    });
    const flow = openEnrolment(openSite(portal));
    expect(flow.snapshot()).toMatchObject({ state: 'CHOICE', passkey: false });

    expect(await flow.addApp()).toMatchObject({ state: 'APP', app: secret, form: codeForm });
    const wrong = await flow.confirmApp({ code: '000000' });
    expect(wrong).toMatchObject({ state: 'APP', app: secret });
    expect(wrong.issues['input.code']).toHaveLength(1);
    const added = await flow.confirmApp({ code: '123456' });
    expect(added).toMatchObject({ state: 'RECOVERY_CODES', recoveryCodes: ['aaaa', 'bbbb'], app: null });

    expect(flow.goOn()).toMatchObject({ state: 'DONE', recoveryCodes: [] });
  });

  it('can be given up, and begins again where the sign-in or the secret has become too old', async () => {
    const portal = withEnrolment(openPortal());
    const flow = openEnrolment(openSite(portal));
    await flow.addApp();
    expect(flow.cancel()).toMatchObject({ state: 'CHOICE', app: null, form: null });

    portal.answerOnce('EnrollTotp', {
      result: { __typename: 'SignInTooOld', message: 'Trop ancien.', next: next('SIGN_IN') },
    });
    expect(await flow.addApp()).toMatchObject({ state: 'CHOICE', problem: { message: 'Trop ancien.' } });
    await flow.addApp();
    portal.answerOnce('ConfirmTotp', {
      result: {
        __typename: 'SecondFactorExpired',
        message: 'Trop tard.',
        next: next('ENROLL_SECOND_FACTOR'),
        nextSteps: [next('ENROLL_SECOND_FACTOR'), next('CONTACT_SUPPORT')],
      },
    });
    expect(await flow.confirmApp({ code: '123456' })).toMatchObject({ state: 'CHOICE', app: null });
  });
});
