import { describe, expect, it } from '@jest/globals';
import { openInvitation, readForm, refusal, type InvitationSnapshot } from '@affilia/sdk/flows';
import { next } from './samples.ts';
import { field, form } from './invitation-samples.ts';
import { CODE, openSite, openPortal } from './invitation-site.ts';

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
