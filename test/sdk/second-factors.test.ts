import { describe, expect, it } from '@jest/globals';
import { createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { openInvitation } from '@affilia/sdk/flows';
import { invitations } from '@affilia/sdk/invitations';
import { passkeysWork, secondFactors, type OwedSecondFactor } from '@affilia/sdk/second-factors';
import { createFakePortal, fakeSession, type FakePortal } from '@affilia/sdk/testing';
import { expectOk } from '../support/outcomes.ts';
import { previewed } from './invitation-samples.ts';
import { account, next } from './samples.ts';

const marie = { identifier: 'Marie', password: 'Secret-1234' };
const owed: OwedSecondFactor = {
  challenge: 'affilia_once_x',
  expiresAt: '2026-11-22T15:10:00.000Z',
  methods: ['TOTP', 'RECOVERY_CODE'],
  passkeyOptions: null,
  forms: [],
};

const openSite = (portal: FakePortal) =>
  createAffilia({
    endpoint: 'https://portal.test/graphql',
    clientKey: 'affilia_pk_test_site',
    locale: 'fr-CA',
    fetch: portal.fetch,
    pause: () => Promise.resolve(),
    use: { accounts, invitations, secondFactors },
  });

/** Where a right password owes a second factor. */
function openPortal(): FakePortal {
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
    result: { __typename: 'VerifySecondFactorSuccess', session: fakeSession(), account, next: next('DONE') },
  });
  return portal;
}

describe('Signing in with a second factor (A13)', () => {
  it('keeps no session before the factor is given, and keeps it then', async () => {
    const affilia = openSite(openPortal());

    const { secondFactor } = expectOk(await affilia.accounts.signIn(marie));
    expect(secondFactor).toEqual(owed);
    expect(await affilia.isSignedIn()).toBe(false);

    const input = { challenge: owed.challenge, code: '123456' };
    expect(expectOk(await affilia.secondFactors.verify(input)).next.kind).toBe('DONE');
    expect(await affilia.isSignedIn()).toBe(true);
  });

  it('is part of accepting an invitation with an account that exists', async () => {
    const portal = openPortal();
    portal.answer('InvitationPreview', { result: previewed() });
    portal.answer('AcceptInvitation', {
      result: {
        __typename: 'AcceptInvitationSuccess',
        accepted: true,
        account,
        next: next('DONE'),
        steps: [],
      },
    });
    const affilia = openSite(portal);
    const flow = await openInvitation(affilia, { code: '8e5f9b1c-efcd-432b' });
    flow.chooseExistingAccount(true);

    const waiting = await flow.signInAndAccept(marie);
    expect(waiting).toMatchObject({ state: 'FORM', secondFactor: owed, problem: null, ending: null });

    await affilia.secondFactors.verify({ challenge: owed.challenge, code: '123456' });
    expect(await flow.refresh()).toMatchObject({ secondFactor: null, form: { name: 'acceptInvitation' } });
    expect(await flow.accept()).toMatchObject({ state: 'DONE', ending: 'ACCEPTED', secondFactor: null });
  });

  it('says where there are no passkeys, such as outside of a browser', async () => {
    expect(passkeysWork()).toBe(false);

    const portal = openPortal();
    portal.answer('PasskeySignInOptions', { passkeySignInOptions: null });
    portal.answer('SignInWithPasskey', {
      result: { __typename: 'PasskeysUnavailable', message: 'Sur des sites Web seulement.' },
    });
    const outcome = await openSite(portal).secondFactors.signInWithPasskey();
    expect(outcome).toMatchObject({ ok: false, problem: { __typename: 'PasskeysUnavailable' } });
  });
});
