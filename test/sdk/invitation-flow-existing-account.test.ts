import { describe, expect, it } from '@jest/globals';
import { openInvitation } from '@affilia/sdk/flows';
import { account, letIn, next } from './samples.ts';
import { form, previewed } from './invitation-samples.ts';
import { CODE, MOMENT, wait, done, marie, openSite, openPortal, inputs, kinds } from './invitation-site.ts';

describe('Accepting an invitation with an existing account (B2, O3)', () => {
  it('chooses the form by the box, without asking the service', async () => {
    const portal = openPortal();
    const flow = await openInvitation(openSite(portal), { code: CODE });

    const ticked = flow.chooseExistingAccount(true);
    const unticked = flow.chooseExistingAccount(false);

    expect(ticked.form?.name).toBe('signIn');
    expect(unticked.form?.name).toBe('acceptInvitationWithNewAccount');
    expect(portal.requests).toHaveLength(1);
  });

  it('signs in and accepts in one press', async () => {
    const portal = openPortal();
    letIn(portal);
    portal.answer('AcceptInvitation', {
      result: {
        __typename: 'AcceptInvitationSuccess',
        accepted: true,
        account,
        steps: [done],
        next: next('VIEW_ORGANIZATION'),
      },
    });
    const flow = await openInvitation(openSite(portal), { code: CODE });
    flow.chooseExistingAccount(true);

    const after = await flow.signInAndAccept(marie);

    expect(after).toMatchObject({ state: 'DONE', ending: 'ACCEPTED' });
    expect(portal.requests.at(-1)).toMatchObject({
      operation: 'AcceptInvitation',
      token: expect.any(String),
    });
  });

  it('offers the ways on when the sign-in is refused', async () => {
    const portal = openPortal();
    portal.answer('SignIn', {
      result: {
        __typename: 'SignInRefused',
        message: 'Identifiant ou mot de passe incorrect.',
        nextSteps: [next('FORGOTTEN_USERNAME'), next('CONTACT_SUPPORT')],
      },
    });
    const flow = await openInvitation(openSite(portal), { code: CODE });

    const after = await flow.signInAndAccept(marie);

    expect(kinds(after.next)).toEqual(['FORGOTTEN_USERNAME', 'CONTACT_SUPPORT']);
    expect(after.state).toBe('FORM');
  });

  it('does not ask for the password again when only the acceptance is refused', async () => {
    const portal = openPortal();
    letIn(portal);
    portal.answer('AcceptInvitation', {
      result: {
        __typename: 'InvitationAddressMismatch',
        message: 'Cette invitation est pour une autre adresse.',
        maskedAddress: 'm…@producteurs.test',
        next: next('CONTACT_SUPPORT'),
      },
    });
    const flow = await openInvitation(openSite(portal), { code: CODE });
    flow.chooseExistingAccount(true);

    const after = await flow.signInAndAccept(marie);

    expect(after).toMatchObject({
      state: 'FORM',
      form: { name: 'acceptInvitation' },
      problem: { __typename: 'InvitationAddressMismatch' },
    });
  });

  it('waits for the invited address where the association wants it confirmed', async () => {
    const portal = openPortal();
    letIn(portal);
    portal.answer('AcceptInvitation', {
      result: {
        __typename: 'AcceptInvitationSuccess',
        accepted: false,
        account,
        steps: [],
        next: { ...next('CONFIRM_EMAIL'), retryAfterSeconds: MOMENT },
      },
    });
    const affilia = openSite(portal);
    await affilia.accounts.signIn(marie);
    const flow = await openInvitation(affilia, { code: CODE });
    expect(flow.chooseExistingAccount(true).form?.name).toBe('acceptInvitation');
    await flow.sendAgain();
    expect(inputs(portal, 'AcceptInvitation')).toEqual([]);

    const after = await flow.accept();

    expect(after).toMatchObject({ ending: 'AWAITING_ADDRESS', maySendAgain: false });
    await wait();
    expect(flow.snapshot()).toEqual({ ...after, maySendAgain: true });

    expect(await flow.sendAgain()).toEqual(after);
    portal.answerOnce('AcceptInvitation', {
      result: {
        __typename: 'TooManyAttempts',
        message: 'Trop de demandes.',
        retryAfterSeconds: MOMENT,
        next: next('WAIT'),
        nextSteps: [next('WAIT')],
      },
    });
    expect(await flow.sendAgain()).toMatchObject({
      state: 'DONE',
      ending: 'AWAITING_ADDRESS',
      maySendAgain: false,
      problem: { __typename: 'TooManyAttempts' },
    });
    await wait();
    expect(flow.snapshot().maySendAgain).toBe(true);
    const sent = inputs(portal, 'AcceptInvitation');
    expect(sent.map(({ code }) => code)).toEqual([CODE, CODE, CODE]);
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
  });

  it('leads only to signing in where the site may not take passwords', async () => {
    const portal = openPortal();
    portal.answer('InvitationPreview', { result: previewed([form('acceptInvitation', [])]) });

    const flow = await openInvitation(openSite(portal), { code: CODE });

    expect(flow.snapshot()).toMatchObject({ existingAccount: true, form: { name: 'acceptInvitation' } });
  });
});
