import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { perform as performAccount, signedIn } from '../accounts/operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { perform as performRecovery } from '../recovery/operations.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { openVisitor } from '../sign-on/visitor.ts';
import { completing, givenLink, givenPaperMember, perform, preview, type Result } from './operations.ts';

describe('opening an account without an e-mail address (M3, A1)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const complete = (input: object): Promise<Result> => perform(portal, 'completeFirstAccess', input);
  const count = async (sql: string, ...values: unknown[]): Promise<number> =>
    Number(
      (await portal.parts.db.entities.query<{ count: string }[]>(`select count(*) ${sql}`, values))[0]?.count,
    );

  it('a person opens the account without an address, and signs in by username or member number', async () => {
    const person = await givenPaperMember(portal, { givenName: 'Rose', familyName: 'Discrète' }, 'aq 0042-X');
    const organization = await givenOrganization(portal);
    await givenDelegations(portal, organization, person, 'VOTING');
    const token = await givenLink(portal, office, person.publicId);

    const seen = await preview(portal, token);
    const weak = await complete(
      completing(portal, token, person.memberNumber, { password: 'Rose', username: '' }),
    );
    const unread = await complete(completing(portal, token, person.memberNumber, { acceptedDocuments: [] }));
    const wrong = await complete(completing(portal, token, 'AQ 0043-X'));
    const input = completing(portal, token, ' AQ0042 x', {
      username: 'rose-discrete',
      idempotencyKey: 'rose',
    });
    const opened = await complete(input);
    const repeated = await complete(input);
    const late = await complete(completing(portal, token, person.memberNumber));

    expect(seen).toMatchObject({ greeting: expect.stringContaining('Rose'), fact: 'MEMBER_NUMBER' });
    expect(JSON.stringify(seen)).not.toMatch(/Discrète|0042/);
    expect(seen.form?.fields.map(({ path }) => path.at(-1))).toEqual([
      'memberNumber',
      'username',
      'password',
      'confirmation',
      'locale',
      'acceptedDocuments',
      'acceptedDocuments',
    ]);
    expect(weak.__typename).toBe('InvalidInput');
    expect(weak.issues.map(({ path }) => path[1])).toEqual(expect.arrayContaining(['username', 'password']));
    expect(unread.__typename).toBe('DocumentsNotAccepted');
    expect(wrong).toMatchObject({
      __typename: 'MemberNumberWrong',
      guessesLeft: 4,
      path: ['input', 'memberNumber'],
    });
    expect(opened).toMatchObject({
      __typename: 'CompleteFirstAccessSuccess',
      account: { username: 'rose-discrete', addresses: [] },
    });
    expect(repeated.session).toEqual(opened.session);
    expect(late).toMatchObject({ __typename: 'CompletionLinkUsed', next: { kind: 'SIGN_IN' } });
    const password = 'Printemps vert!2027';
    for (const identifier of ['rose-discrete', 'AQ 0042-X'])
      expect((await signedIn(portal, identifier, { password })).accessToken).toBeTruthy();
    const held = `from account_holding h join person p on p.account_id = h.account_id where p.id = $1`;
    expect(await count(held, person.id)).toBe(2);
    const audit = `from audit_entry where act = 'completeFirstAccess' and subject_id = $1`;
    expect(await count(audit, person.id)).toBe(1);
  });

  it('where no username is asked for, the member number alone signs in, and names the account to apps', async () => {
    const { association, siteKey: clientKey, documentIds } = portal.world.acps;
    const acps = await givenOffice(portal, { body: portal.world.acps });
    const { id: personId } = await givenPerson(portal, { associationId: association.id });
    const ofClass = await givenClass(portal, { associationId: association.id, code: 'PAPIER' });
    await givenMembership(portal, ofClass, { personId }, { memberNumber: 'PA-31' });
    const token = await givenLink(portal, acps, toPublicId('Person', personId));
    const password = 'une longue phrase de passe 2027';
    const acceptedDocuments = documentIds.map(id => toPublicId('AssociationDocument', id as never));
    const input = { ...completing(portal, token, 'pa31', { password, acceptedDocuments }), username: null };

    const opened = await perform(portal, 'completeFirstAccess', input, { clientKey });
    const { accessToken } = await signedIn(portal, 'PA-31', { password, clientKey });
    const enrolled = await portal.graphql<{ enrollTotp: { uri: string } }>(
      'mutation { enrollTotp(input: {}) { ... on EnrollTotpSuccess { uri } } }',
      {},
      { clientKey, token: accessToken },
    );

    expect(opened).toMatchObject({ __typename: 'CompleteFirstAccessSuccess', account: { username: null } });
    expect(enrolled.data.enrollTotp.uri).toContain('PA-31');
  });

  it('whoever has no address is mailed nothing, and no act stumbles over it', async () => {
    const person = await givenPaperMember(portal);
    const token = await givenLink(portal, office, person.publicId);
    const { session } = await complete(
      completing(portal, token, person.memberNumber, { username: 'sans-courriel' }),
    );
    const asked = { token: session.accessToken };
    const mails = await count('from mail');
    const given = { givenName: person.givenName, familyName: person.familyName };

    const viewer = await portal.graphql<{
      viewer: { account: { addresses: object[]; emailForm: object | null } };
    }>(
      '{ viewer { account { addresses { address } emailForm { name } passwordForm { name } } persons { profileForm { name } } sessions { nodes { id } } mails { nodes { id } } } }',
      {},
      asked,
    );
    const forgotten = await performRecovery(portal, 'requestPasswordReset', {
      identifier: 'sans-courriel',
      ...given,
    });
    const currentPassword = 'Printemps vert!2027';
    const changed = await performAccount(
      portal,
      'changePassword',
      { currentPassword, newPassword: 'Automne roux!2028' },
      asked,
    );
    await portal.runDue();

    expect(viewer.errors).toEqual([]);
    expect(viewer.data.viewer.account.addresses).toEqual([]);
    expect(forgotten.__typename).toBe('RequestPasswordResetSuccess');
    expect(changed.__typename).toBe('ChangePasswordSuccess');
    expect(await count('from mail')).toBe(mails);
    const newAddress = 'enfin@maboite.example';
    const moving = { newAddress, currentPassword: 'Automne roux!2028' };
    const asks = { token: changed.session.accessToken };
    expect((await performAccount(portal, 'requestEmailChange', moving, asks)).__typename).toBe(
      'RequestEmailChangeSuccess',
    );
    await portal.runDue();
    const [, confirmation] = /#token=([\w-]+)/.exec(portal.mailbox.lastTo(newAddress).text) ?? [];
    expect((await performAccount(portal, 'confirmEmail', { token: confirmation })).__typename).toBe(
      'ConfirmEmailSuccess',
    );
    expect((await signedIn(portal, newAddress, { password: 'Automne roux!2028' })).accessToken).toBeTruthy();
  });

  it('the realm’s own page leads through it where no site has one, in both languages', async () => {
    for (const [language, locale] of [
      ['fr', 'FR_CA'],
      ['en', 'EN_CA'],
    ] as const) {
      const person = await givenPaperMember(portal);
      const token = await givenLink(portal, office, person.publicId);
      const visitor = openVisitor(portal.url);

      const start = await visitor.open(`${portal.url}/realm/${language}/completion`);
      const form = await visitor.submit(start, { 'input.token': `https://ailleurs.example/#token=${token}` });
      const boxes = [...form.html.matchAll(/name="(input\.acceptedDocuments\.[^"]+)"[^>]*value="([^"]+)"/g)];
      const typed = {
        'input.username': `page-${language}`,
        'input.password': 'Printemps vert!2027',
        confirmation: 'Printemps vert!2027',
        'input.locale': locale,
        ...Object.fromEntries(boxes.map(([, name = '', value = '']) => [name, value] as const)),
      };
      const wrong = await visitor.submit(form, { ...typed, 'input.memberNumber': '0' });
      const done = await visitor.submit(wrong, { ...typed, 'input.memberNumber': person.memberNumber });
      const over = await visitor.submit(start, { 'input.token': token });
      const nothing = await visitor.submit(start, { 'input.token': 'rien' });

      expect([start, form, wrong, done, over, nothing].map(({ status }) => status)).toEqual([
        200, 200, 422, 200, 422, 422,
      ]);
      expect(wrong.html).toContain(language === 'fr' ? 'encore 4 fois' : '4 more times');
      expect(done.html).toContain(language === 'fr' ? 'Votre compte est ouvert' : 'Your account is open');
      const password = 'Printemps vert!2027';
      expect((await signedIn(portal, `page-${language}`, { password })).accessToken).toBeTruthy();
    }
  });
});
