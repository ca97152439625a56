import { describe, expect, it } from '@jest/globals';
import { createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { openPasswordReset, openUsernameReminder } from '@affilia/sdk/flows';
import { recovery } from '@affilia/sdk/recovery';
import { createFakePortal, type FakePortal } from '@affilia/sdk/testing';
import { field, form } from './invitation-samples.ts';
import { next } from './samples.ts';
import { Browser } from './tab.ts';

const TOKEN = 'affilia_once_token';
const choice = form('resetPassword', [field(['input', 'newPassword'], 'PASSWORD')]);
const place = {
  endpoint: 'https://portal.test/graphql',
  clientKey: 'affilia_pk_test_site',
  locale: 'fr-CA',
} as const;
const openSite = (portal: FakePortal) =>
  createAffilia({
    ...place,
    fetch: portal.fetch,
    pause: () => Promise.resolve(),
    use: { accounts, recovery },
  });

/** In seconds; the service says minutes. */
const MOMENT = 0.02;
const slow = { ...next('CHECK_MAIL'), retryAfterSeconds: MOMENT };
const throttled = {
  __typename: 'TooManyAttempts',
  message: 'Trop de demandes.',
  retryAfterSeconds: MOMENT,
  next: next('WAIT'),
  nextSteps: [next('WAIT')],
} as const;
const over = {
  __typename: 'PasswordResetTokenUsed',
  message: 'Ce lien a déjà servi.',
  next: next('FIRST_ACCESS_OR_FORGOTTEN_PASSWORD'),
} as const;

function openPortal(): FakePortal {
  const portal = createFakePortal();
  const message = 'Consultez vos courriels.';
  portal.answer('RequestPasswordReset', {
    result: { __typename: 'RequestPasswordResetSuccess', message, next: slow },
  });
  portal.answer('RequestUsernameReminder', {
    result: { __typename: 'RequestUsernameReminderSuccess', message, next: slow },
  });
  portal.answer('PasswordReset', {
    result: {
      __typename: 'PasswordResetSuccess',
      expiresAt: '2026-11-22T16:00:00Z',
      firstAccess: true,
      greeting: 'Bienvenue!',
      form: choice,
      passwordPolicy: { minLength: 8, maxLength: 128, rules: [] },
    },
  });
  portal.answer('ResetPassword', {
    result: { __typename: 'ResetPasswordSuccess', deviceToken: 'affilia_bt_1', next: next('SIGN_IN') },
  });
  return portal;
}

const keys = (portal: FakePortal, operation: string) =>
  portal.requests
    .filter(request => request.operation === operation)
    .map(({ variables }) => (variables as { input: { idempotencyKey: string } }).input.idempotencyKey);

/** Until what is allowed after a moment is allowed. */
const wait = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 2_000 * MOMENT));

describe('A mail that whoever cannot sign in asks for, as a flow (A8, A9, A15, O3)', () => {
  it('is asked for, can be slow, and is sent again once the service allows it', async () => {
    const portal = openPortal();
    const flow = await openPasswordReset(openSite(portal), { token: null });
    expect(flow.snapshot()).toMatchObject({ state: 'ASK', maySendAgain: false });
    let told = 0;

    const asked = await flow.ask({ identifier: 'Marie' });
    flow.subscribe(() => told++);
    expect(asked).toMatchObject({ state: 'ASKED', message: 'Consultez vos courriels.', maySendAgain: false });
    await wait();
    expect(flow.snapshot()).toEqual({ ...asked, maySendAgain: true });
    expect(told).toBe(1);
    const again = await flow.sendAgain();

    expect(again).toMatchObject({ state: 'ASKED', maySendAgain: false });
    expect(new Set(keys(portal, 'RequestPasswordReset')).size).toBe(2);
    expect(portal.requests.at(-1)?.variables).toMatchObject({ input: { identifier: 'Marie' } });
  });

  it('waits longer where it was asked for too often', async () => {
    const portal = openPortal();
    const flow = openUsernameReminder(openSite(portal));
    await flow.ask({ address: 'marie@producteurs.test' });
    await wait();
    portal.answerOnce('RequestUsernameReminder', { result: throttled });

    const refused = await flow.sendAgain();

    expect(refused).toMatchObject({ state: 'ASKED', maySendAgain: false, problem: throttled });
    await wait();
    expect(flow.snapshot().maySendAgain).toBe(true);
    expect(await flow.sendAgain()).toMatchObject({ state: 'ASKED', problem: null });
  });

  it('shows what is wrong at its field, and means the same when the network failed', async () => {
    const portal = openPortal();
    portal.answerOnce('RequestUsernameReminder', {
      result: {
        __typename: 'InvalidInput',
        message: 'À corriger.',
        issues: [{ path: ['input', 'address'], code: 'REQUIRED', rule: null, message: 'Requis.' }],
      },
    });
    const flow = openUsernameReminder(openSite(portal));

    const wrong = await flow.ask({ address: '' });
    expect(wrong.state).toBe('ASK');
    expect(wrong.issues['input.address']).toHaveLength(1);
    portal.disconnect(4);
    const lost = await flow.ask({ address: 'marie@producteurs.test' });
    await flow.ask({ address: 'marie@producteurs.test' });

    expect(lost).toMatchObject({ state: 'ASK', error: { code: 'NETWORK' } });
    expect(flow.snapshot()).toMatchObject({ state: 'ASKED', error: null });
    const [first, ...others] = keys(portal, 'RequestUsernameReminder');
    expect(others).not.toContain(first);
    expect(new Set(others).size).toBe(1);
  });
});

describe('The mailed link to set a password, as a flow (A5, A9, O3)', () => {
  it('takes its secret out of the address, greets, and sets the password', async () => {
    const portal = openPortal();
    const tab = new Browser().openTab(`https://site.test/password#token=${TOKEN}`);
    const affilia = tab.sdk.createAffilia({
      ...place,
      fetch: portal.fetch,
      use: { accounts, recovery },
    });

    const flow = await tab.sdk.openPasswordReset(affilia);
    expect(tab.address()).toBe('https://site.test/password');
    expect(flow.snapshot()).toMatchObject({
      state: 'CHOOSE',
      token: TOKEN,
      link: { firstAccess: true, greeting: 'Bienvenue!' },
      form: choice,
    });
    const done = await flow.choose({ newPassword: 'Retour permis!2027' });

    expect(done).toMatchObject({ state: 'DONE', token: null, form: null });
    expect(done.next.map(({ kind }) => kind)).toEqual(['SIGN_IN']);
    expect(portal.requests.at(-1)?.variables).toMatchObject({
      input: { token: TOKEN, newPassword: 'Retour permis!2027' },
    });
    expect(await affilia.isSignedIn()).toBe(false);
  });

  it('stays with the form while the password breaks a rule', async () => {
    const portal = openPortal();
    portal.answerOnce('ResetPassword', {
      result: {
        __typename: 'InvalidInput',
        message: 'À corriger.',
        issues: [
          { path: ['input', 'newPassword'], code: 'PASSWORD_RULE', rule: 'UPPER', message: 'Majuscule.' },
        ],
      },
    });
    const flow = await openPasswordReset(openSite(portal), { token: TOKEN });

    const weak = await flow.choose({ newPassword: 'faible' });

    expect(weak).toMatchObject({ state: 'CHOOSE', token: TOKEN, form: choice });
    expect(weak.issues['input.newPassword']).toHaveLength(1);
    expect((await flow.choose({ newPassword: 'Retour permis!2027' })).state).toBe('DONE');
  });

  it('leads back to the start with the reason, whether it was used before it came or after', async () => {
    const portal = openPortal();
    portal.answer('ResetPassword', { result: over });
    const used = await openPasswordReset(openSite(portal), { token: TOKEN });
    await used.choose({ newPassword: 'Retour permis!2027' });
    portal.answer('PasswordReset', { result: over });
    const old = await openPasswordReset(openSite(portal), { token: TOKEN });

    for (const flow of [used, old])
      expect(flow.snapshot()).toMatchObject({
        state: 'ASK',
        token: null,
        form: null,
        problem: over,
        next: [],
      });
    expect(await old.ask({ identifier: 'Marie' })).toMatchObject({ state: 'ASKED', problem: null });
  });

  it('is held where the network failed, and read again', async () => {
    const portal = openPortal();
    portal.disconnect(4);
    const flow = await openPasswordReset(openSite(portal), { token: TOKEN });
    expect(flow.snapshot()).toMatchObject({ state: 'LINK', token: TOKEN, error: { code: 'NETWORK' } });

    expect(await flow.refresh()).toMatchObject({ state: 'CHOOSE', error: null });
  });
});
