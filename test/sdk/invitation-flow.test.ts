import { describe, expect, it } from '@jest/globals';
import { openInvitation } from '@affilia/sdk/flows';
import { fakeSession } from '@affilia/sdk/testing';
import { account, next } from './samples.ts';
import { CODE, values, done, openSite, openPortal, inputs, kinds } from './invitation-site.ts';
import { Browser } from './tab.ts';

describe('Opening the link of an invitation (B2, B3, O3)', () => {
  it('shows what is offered and the form to draw, in one question', async () => {
    const portal = openPortal();

    const flow = await openInvitation(openSite(portal), { code: CODE });

    expect(flow.snapshot()).toMatchObject({
      state: 'FORM',
      code: CODE,
      invitation: { email: 'marie@producteurs.test' },
      existingAccount: false,
      form: { name: 'acceptInvitationWithNewAccount' },
      documents: [{ id: 'doc_1' }],
      problem: null,
      busy: false,
    });
    expect(portal.requests).toHaveLength(1);
  });

  it('asks for the code when the link had none, and takes a typed one', async () => {
    const flow = await openInvitation(openSite(openPortal()));
    expect(flow.snapshot()).toMatchObject({ state: 'CODE', code: null, problem: null });

    const after = await flow.enterCode(CODE);

    expect(after).toMatchObject({ state: 'FORM', code: CODE });
  });

  it('takes the code from the address, once, and leaves the rest of the address alone', async () => {
    const portal = openPortal();
    const tab = new Browser().openTab(`https://site.test/invitation?lang=fr#code=${CODE}&part=2`);
    const { accounts, invitations, createAffilia, openInvitation } = tab.sdk;
    const affilia = createAffilia({
      endpoint: 'https://portal.test/graphql',
      clientKey: 'affilia_pk_test_site',
      locale: 'fr-CA',
      fetch: portal.fetch,
      use: { accounts, invitations },
    });

    const flow = await openInvitation(affilia);
    const again = await openInvitation(affilia);

    expect(flow.snapshot().code).toBe(CODE);
    expect(tab.address()).toBe('https://site.test/invitation?lang=fr#part=2');
    expect(again.snapshot()).toMatchObject({ state: 'CODE', code: null });
  });

  it('says why a code is of no use, what to do, and keeps it filled in', async () => {
    const portal = openPortal();
    portal.answer('InvitationPreview', {
      result: {
        __typename: 'InvitationReplaced',
        message: 'Un code plus récent existe.',
        next: next('USE_NEWEST_MAIL'),
      },
    });

    const flow = await openInvitation(openSite(portal), { code: CODE });

    expect(flow.snapshot()).toMatchObject({
      state: 'CODE',
      code: CODE,
      problem: { __typename: 'InvitationReplaced', message: 'Un code plus récent existe.' },
    });
    expect(kinds(flow.snapshot().next)).toEqual(['USE_NEWEST_MAIL']);
  });

  it('can have an expired one sent afresh', async () => {
    const portal = openPortal();
    portal.answer('InvitationPreview', {
      result: {
        __typename: 'InvitationExpired',
        message: 'Cette invitation est échue.',
        expiredAt: '2026-11-20T00:00:00Z',
        maskedAddress: 'm…@producteurs.test',
        canReissue: true,
        next: next('REQUEST_NEW_INVITATION'),
      },
    });
    portal.answer('ReissueExpiredInvitation', {
      result: {
        __typename: 'ReissueExpiredInvitationSuccess',
        maskedAddress: 'm…@producteurs.test',
        next: next('USE_NEWEST_MAIL'),
      },
    });
    const flow = await openInvitation(openSite(portal), { code: CODE });

    const after = await flow.reissue();

    expect(after).toMatchObject({ state: 'DONE', ending: 'REISSUED', problem: null });
    expect(inputs(portal, 'ReissueExpiredInvitation')[0]).toMatchObject({ code: CODE });
  });

  it('says that the network failed, and can be tried again', async () => {
    const portal = openPortal();
    portal.disconnect(4);
    const flow = await openInvitation(openSite(portal), { code: CODE });
    expect(flow.snapshot()).toMatchObject({ state: 'CODE', busy: false, error: { code: 'NETWORK' } });

    const after = await flow.refresh();

    expect(after).toMatchObject({ state: 'FORM', error: null });
  });
});

describe('Opening an account with an invitation (B3, O3)', () => {
  it('sends the answers with the code, and says what comes next', async () => {
    const portal = openPortal();
    portal.answer('AcceptInvitationWithNewAccount', {
      result: {
        __typename: 'AcceptInvitationWithNewAccountSuccess',
        session: fakeSession(),
        account,
        steps: [done],
        next: next('COMPLETE_PROFILE'),
      },
    });
    const affilia = openSite(portal);
    const flow = await openInvitation(affilia, { code: CODE });

    const after = await flow.openAccount(values);

    expect(after).toMatchObject({ state: 'DONE', ending: 'ACCEPTED', steps: [done] });
    expect(kinds(after.next)).toEqual(['COMPLETE_PROFILE']);
    expect(inputs(portal, 'AcceptInvitationWithNewAccount')).toEqual([
      { ...values, code: CODE, idempotencyKey: expect.any(String) },
    ]);
    expect(await affilia.isSignedIn()).toBe(true);
  });

  it('shows each wrong answer at its field, and drops it once it is right', async () => {
    const portal = openPortal();
    const issue = (rule: string) => ({
      path: ['input', 'password'],
      code: 'PASSWORD_RULE' as const,
      rule,
      message: rule,
    });
    portal.answerOnce('AcceptInvitationWithNewAccount', {
      result: {
        __typename: 'InvalidInput',
        message: 'À corriger.',
        issues: [issue('UPPER'), issue('DIGIT')],
      },
    });
    portal.answerOnce('AcceptInvitationWithNewAccount', {
      result: {
        __typename: 'UsernameTaken',
        message: 'Ce nom est pris.',
        path: ['input', 'username'],
        suggestions: ['Marie2'],
      },
    });
    const flow = await openInvitation(openSite(portal), { code: CODE });
    const { form: drawn } = flow.snapshot();

    const wrong = await flow.openAccount(values);
    const taken = await flow.openAccount(values);

    expect(wrong.issues['input.password']?.map(({ rule }) => rule)).toEqual(['UPPER', 'DIGIT']);
    expect(wrong.state).toBe('FORM');
    expect(taken).toMatchObject({
      issues: { 'input.username': [{ message: 'Ce nom est pris.' }] },
      problem: { suggestions: ['Marie2'] },
    });
    expect(Object.keys(taken.issues)).toHaveLength(1);
    expect(taken.form).toBe(drawn);
  });

  it('happens once for two presses', async () => {
    const portal = openPortal();
    portal.answer('AcceptInvitationWithNewAccount', {
      result: {
        __typename: 'UsernameTaken',
        message: 'Ce nom est pris.',
        path: ['input', 'username'],
        suggestions: [],
      },
    });
    const flow = await openInvitation(openSite(portal), { code: CODE });

    const [first, second] = await Promise.all([flow.openAccount(values), flow.openAccount(values)]);

    expect(first).toBe(second);
    expect(inputs(portal, 'AcceptInvitationWithNewAccount')).toHaveLength(1);
  });

  it('means the same thing when it is pressed again after the network failed, and another after an answer', async () => {
    const portal = openPortal();
    portal.answer('AcceptInvitationWithNewAccount', {
      result: {
        __typename: 'UsernameTaken',
        message: 'Ce nom est pris.',
        path: ['input', 'username'],
        suggestions: [],
      },
    });
    const flow = await openInvitation(openSite(portal), { code: CODE });
    portal.disconnect(4);

    const lost = await flow.openAccount(values);
    await flow.openAccount(values);
    await flow.openAccount(values);

    expect(lost.error?.code).toBe('NETWORK');
    const keys = inputs(portal, 'AcceptInvitationWithNewAccount').map(input => input.idempotencyKey);
    expect(new Set(keys.slice(0, 5)).size).toBe(1);
    expect(keys[5]).not.toBe(keys[0]);
  });

  it('uses the code that the person corrected in the form', async () => {
    const portal = openPortal();
    portal.answer('AcceptInvitationWithNewAccount', {
      result: {
        __typename: 'InvitationCodeUnknown',
        message: 'Code inconnu.',
        next: next('CONTACT_SUPPORT'),
      },
    });
    const flow = await openInvitation(openSite(portal), { code: CODE });

    await flow.openAccount({ ...values, code: 'other' });

    expect(inputs(portal, 'AcceptInvitationWithNewAccount')[0]).toMatchObject({ code: 'other' });
  });

  it('shows the words of a refusal that is newer than the site', async () => {
    const portal = openPortal();
    portal.answer('AcceptInvitationWithNewAccount', {
      result: { __typename: 'InvitationFrozen', message: 'Cette invitation est gelée.' } as never,
    });
    const flow = await openInvitation(openSite(portal), { code: CODE });

    const after = await flow.openAccount(values);

    expect(after.problem).toEqual({
      __typename: 'UnknownProblem',
      name: 'InvitationFrozen',
      message: 'Cette invitation est gelée.',
    });
  });
});
