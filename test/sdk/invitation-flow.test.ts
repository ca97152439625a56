import { describe, expect, it } from '@jest/globals';
import { createAffilia, type NextStep } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { openInvitation, readForm, refusal, type InvitationSnapshot } from '@affilia/sdk/flows';
import { invitations } from '@affilia/sdk/invitations';
import { createFakePortal, fakeSession, type FakePortal } from '@affilia/sdk/testing';
import { account, letIn, next } from './samples.ts';
import { field, form, previewed } from './invitation-samples.ts';
import { Browser } from './tab.ts';

const CODE = '8e5f9b1c-efcd-432b';
/** In seconds: until a mail may be sent again. */
const MOMENT = 0.02;
const wait = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 2_000 * MOMENT));
const values = {
  username: 'Marie',
  password: 'Secret-1234',
  locale: 'FR_CA',
  acceptedDocuments: ['doc_1'],
} as const;
const done = { name: 'account', label: 'Compte', state: 'DONE' } as const;
const marie = { identifier: 'Marie', password: 'Secret-1234' };

function openSite(portal: FakePortal) {
  return createAffilia({
    endpoint: 'https://portal.test/graphql',
    clientKey: 'affilia_pk_test_site',
    locale: 'fr-CA',
    fetch: portal.fetch,
    pause: () => Promise.resolve(),
    use: { accounts, invitations },
  });
}

function openPortal(): FakePortal {
  const portal = createFakePortal();
  portal.answer('InvitationPreview', { result: previewed() });
  return portal;
}

const inputs = (portal: FakePortal, operation: string) =>
  portal.requests
    .filter(request => request.operation === operation)
    .map(({ variables }) => (variables as { input: Record<string, unknown> }).input);

const kinds = (steps: readonly NextStep[]) => steps.map(({ kind }) => kind);

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

describe('A page that draws the flow (O3)', () => {
  it('is told of each change, sees the flow busy, and the same snapshot until the next', async () => {
    const portal = openPortal();
    const flow = await openInvitation(openSite(portal));
    const seen: InvitationSnapshot[] = [];
    const stop = flow.subscribe(() => seen.push(flow.snapshot()));

    await flow.enterCode(CODE);
    stop();
    await flow.refresh();

    expect(seen.map(({ busy, state }) => `${state} ${busy}`)).toEqual(['CODE true', 'FORM false']);
    expect(flow.snapshot()).toBe(flow.snapshot());
  });

  it('declines for good', async () => {
    const portal = openPortal();
    portal.answer('DeclineInvitation', {
      result: { __typename: 'DeclineInvitationSuccess', next: next('DONE') },
    });
    const flow = await openInvitation(openSite(portal), { code: CODE });

    expect(await flow.decline()).toMatchObject({ state: 'DONE', ending: 'DECLINED', steps: [] });
  });

  it('reads the answers of a form that was drawn from its fields', () => {
    const data = new FormData();
    data.append('email', 'forged@elsewhere.test');
    data.append('input.username', 'Marie');
    data.append('confirmation', 'Secret-1234');
    data.append('input.locale', 'FR_CA');
    data.append('input.acceptedDocuments', 'doc_1');
    data.append('input.acceptedDocuments', 'doc_2');
    const document = (id: string) =>
      field(['input', 'acceptedDocuments'], 'CHECKBOX', { options: [{ value: id, label: id }] });

    const answers = readForm(
      form('acceptInvitationWithNewAccount', [
        field(['email'], 'EMAIL', { readOnlyReason: 'Invited at this address.' }),
        field(['input', 'username'], 'TEXT'),
        field(['input', 'password'], 'PASSWORD', { required: true }),
        field(['confirmation'], 'PASSWORD', { repeats: ['input', 'password'] }),
        field(['input', 'locale'], 'CHOICE', { required: true }),
        field(['input', 'nickname'], 'TEXT'),
        field(['input', 'newsletter'], 'CHECKBOX'),
        document('doc_1'),
        document('doc_2'),
      ]),
      data,
    );

    expect(answers).toEqual({
      username: 'Marie',
      password: '',
      locale: 'FR_CA',
      nickname: null,
      newsletter: false,
      acceptedDocuments: ['doc_1', 'doc_2'],
    });
  });

  it('reads rows into lists', () => {
    const data = new FormData();
    data.append('input.phones.0.kind', 'FAX');
    data.append('input.phones.1.number', '418 643-2100');
    const rows = ['0', '1'].flatMap(row => [
      field(['input', 'phones', row, 'kind'], 'CHOICE', { required: true }),
      field(['input', 'phones', row, 'number'], 'PHONE'),
    ]);

    const answers = readForm(form('setOrganizationCoordinates', rows), data);

    expect(answers).toEqual({
      phones: [
        { kind: 'FAX', number: null },
        { kind: '', number: '418 643-2100' },
      ],
    });
  });

  it('reads a typed code as the argument of its query', () => {
    const data = new FormData();
    data.append('code', CODE);

    const asked = readForm<{ code: string }>(
      form('invitationPreview', [field(['code'], 'CODE', { required: true })]),
      data,
    );

    expect(asked).toEqual({ code: CODE });
  });

  it('says of any refusal what is wrong at which field, and what comes next', () => {
    const wrong = { __typename: 'CurrentPasswordWrong', message: 'Non.', path: ['input', 'currentPassword'] };
    const refused = { __typename: 'SignInRefused', message: 'Non.', nextSteps: [next('CONTACT_SUPPORT')] };

    expect(refusal(wrong)).toEqual({
      problem: wrong,
      issues: { 'input.currentPassword': [{ path: wrong.path, message: 'Non.' }] },
      next: [],
    });
    expect(refusal(refused)).toEqual({ problem: refused, issues: {}, next: refused.nextSteps });
  });
});
