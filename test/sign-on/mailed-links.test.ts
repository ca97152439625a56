import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { LOCALES, toApiLocale, type Locale } from '../../src/kernel/locale.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { perform, signedIn } from '../accounts/operations.ts';
import { givenCode, givenOffice } from '../invitations/operations.ts';
import { codeOf, givenProtected, perform as performFactor } from '../second-factors/operations.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import { givenSite, openRealm, type Realm } from './realm.ts';
import { openVisitor, type Page, type Visitor } from './visitor.ts';

let realm: Realm;
beforeAll(async () => {
  realm = await openRealm();
  await givenSite(realm);
  await realm.parts.db.transaction(tx => tx.query('update association set pages_client_id = null'));
});
afterAll(() => realm.close());

const titleOf = ({ html }: Page): string => /<h1>\s*([^<]+?)\s*<\/h1>/.exec(html)?.[1] ?? '';
const alertIn = ({ html }: Page): string => /role="alert">([^<]+)/.exec(html)?.[1] ?? '';
const linkMailedTo = async (address: string): Promise<string> => {
  await realm.runDue();
  const { text } = realm.mailbox.lastTo(address);
  return new RegExp(`${realm.issuer}/realm/\\w\\w/email-confirmation#\\S+`).exec(text)?.[0] ?? '';
};
const openLink = async (visitor: Visitor, link: string): Promise<Page> =>
  visitor.submit(await visitor.open(link.split('#')[0]!), { 'input.token': link });
const signsInWith = async (identifier: string): Promise<boolean> =>
  (await perform(realm, 'signIn', { identifier, password: PASSWORD })).__typename === 'SignInSuccess';

describe('the realm’s page of links about addresses and devices (A6, A13)', () => {
  const askForAddress = async (locale: Locale, newAddress: string): Promise<string> => {
    const { address } = await givenAccount(realm, { locale });
    const { accessToken: token } = await signedIn(realm, address);
    await perform(realm, 'requestEmailChange', { newAddress, currentPassword: PASSWORD }, { token });
    return linkMailedTo(newAddress);
  };

  it.each([
    ['fr-CA', 'Votre adresse est confirmée', 'Ouvrir une session'],
    ['en-CA', 'Your address is confirmed', 'Sign in'],
  ] as const)(
    'confirms an address in %s once, and says of an old link what is left to do',
    async (locale, confirmed, signIn) => {
      const [first, second] = [`neuve.${locale}@maboite.example`, `autre.${locale}@maboite.example`];
      const visitor = openVisitor(realm.issuer);
      const link = await askForAddress(locale, first);
      const question = await openLink(visitor, link);
      expect(await signsInWith(first)).toBe(false);
      const done = await visitor.submit(question, {});
      const late = await askForAddress(locale, second);
      const asked = await openLink(visitor, late);
      realm.clock.advance(25 * 3_600_000);

      const refusals = [
        await openLink(visitor, link),
        await openLink(visitor, late),
        await visitor.submit(asked, {}),
      ];

      expect(titleOf(done)).toBe(confirmed);
      expect([await signsInWith(first), await signsInWith(second)]).toEqual([true, false]);
      for (const refused of refusals) {
        expect(refused.status).toBe(422);
        expect(refused.headers.get('content-language')).toBe(locale);
        expect(alertIn(refused)).not.toBe('');
        expect(refused.html).toMatch(new RegExp(`href="/account/sign-in\\?[^"]+"\\s*>${signIn}<`));
        expect(refused.html).toContain('aide@aqpm.example');
        expect(refused.html).not.toContain('<input');
      }
      expect(new Set(refusals.map(alertIn)).size).toBe(2);
    },
  );

  it.each(LOCALES)('in %s a code that never was one says whom to write to', async locale => {
    const visitor = openVisitor(realm.issuer);

    const page = await openLink(visitor, `${realm.issuer}/realm/${locale.slice(0, 2)}/email-confirmation`);

    expect(page.status).toBe(422);
    expect(page.html).toContain(
      locale === 'fr-CA' ? 'Écrivez à l’association qui vous a envoyé' : 'Write to the association that sent',
    );
  });

  it.each([
    ['fr-CA', 'Garder mes deuxièmes facteurs', 'Vos deuxièmes facteurs restent'],
    ['en-CA', 'Keep my second factors', 'Your second factors stay'],
  ] as const)('keeps the second factors of whoever did not lose them (%s)', async (locale, asks, kept) => {
    const member = await givenProtected(realm, { locale });
    const person = await givenPerson(realm, { accountId: member.account.id });
    const office = await givenOffice(realm, { role: StaffRole.ADMIN });
    const personId = toPublicId('Person', person.id);
    await performFactor(realm, 'resetSecondFactors', { personId, identityCheck: 'Permis' }, office.asked);
    const visitor = openVisitor(realm.issuer);

    const link = await linkMailedTo(member.account.address);
    const question = await openLink(visitor, link);
    const done = await visitor.submit(question, {});
    const again = await openLink(visitor, link);
    realm.clock.advance(25 * 3_600_000);
    await realm.runDue();

    expect(link).toContain('#contest=');
    expect([titleOf(question), titleOf(done)]).toEqual([asks, kept]);
    expect(done.html).toContain(`href="/account/security?lang=${locale}"`);
    expect(again.status).toBe(422);
    expect(again.html).toContain('aide@aqpm.example');
    const { secondFactor } = await performFactor(realm, 'signIn', {
      identifier: member.account.address,
      password: PASSWORD,
    });
    expect(secondFactor?.methods).toContain('TOTP');
  });
});

describe('the realm’s page of an invitation, with an account that is there (A13, B3)', () => {
  const begin = async (locale: Locale = 'fr-CA') => {
    const member = await givenProtected(realm, { locale });
    const { address } = member.account;
    const office = await givenOffice(realm);
    const { code } = await givenCode(realm, office, { locale: toApiLocale(locale) });
    const visitor = openVisitor(realm.issuer);
    const page = await visitor.open(`${realm.issuer}/realm/${locale.slice(0, 2)}/invitation`);
    const offer = await visitor.submit(page, { 'input.code': code });
    const form = await visitor.submit(offer, { wish: 'OWN_ACCOUNT' });
    const give = (password: string): Promise<Page> =>
      visitor.submit(form, { 'input.identifier': address, 'input.password': password });
    return { member, visitor, give };
  };

  const openSessions = (): Promise<object> =>
    realm.parts.db.entities.query('select count(*) from session where ended_at is null');

  it.each([
    ['fr-CA', 'Une preuve de plus que c’est bien vous', 'L’invitation est acceptée'],
    ['en-CA', 'One more proof that it is you', 'The invitation is accepted'],
  ] as const)('takes the second factor of the account (%s)', async (locale, asks, done) => {
    const { member, visitor, give } = await begin(locale);
    const before = await openSessions();

    const owed = await give(PASSWORD);
    const wrong = await visitor.submit(owed, { 'input.code': '000000' });
    const right = await visitor.submit(wrong, { 'input.code': codeOf(realm, member.secret) });

    expect([owed.status, titleOf(owed)]).toEqual([200, asks]);
    expect([wrong.status, titleOf(wrong)]).toEqual([422, asks]);
    expect(wrong.html).toContain('class="fault"');
    for (const words of ['/forgotten-password?', '/forgotten-username?', 'aide@aqpm.example']) {
      expect(owed.html).not.toContain(words);
      expect(wrong.html).toContain(words);
    }
    expect([right.status, titleOf(right)]).toEqual([200, done]);
    expect(await openSessions()).toEqual(before);
  });

  it('takes a recovery code, and begins again when the proof comes too late', async () => {
    const { member, visitor, give } = await begin();
    const first = await give(PASSWORD);
    realm.clock.advance(11 * 60_000);
    const [code = ''] = member.recoveryCodes;

    const late = await visitor.submit(first, { 'input.recoveryCode': code });
    const owed = await visitor.submit(late, {
      'input.identifier': member.account.address,
      'input.password': PASSWORD,
    });
    const done = await visitor.submit(owed, { 'input.recoveryCode': code });

    expect(late.status).toBe(422);
    expect(late.html).toContain('name="input.password"');
    for (const words of ['/forgotten-password?', '/forgotten-username?', 'aide@aqpm.example'])
      expect(late.html).toContain(words);
    expect(titleOf(done)).toBe('L’invitation est acceptée');
  });

  it('offers the three ways on under a refused sign-in, and the wait first where there is one', async () => {
    const { visitor, give } = await begin();
    const wrong = await give('Wrong password');
    for (let time = 0; time < 9; time++) await give('Wrong password');
    const throttled = await give(PASSWORD);

    expect([wrong.status, throttled.status]).toEqual([422, 422]);
    for (const { html } of [wrong, throttled])
      for (const words of ['/forgotten-password?', '/forgotten-username?', 'aide@aqpm.example'])
        expect(html).toContain(words);
    expect(throttled.html).toMatch(/<ul>\s*<li>Patienter un moment<\/li>/);
    const [, address = ''] = /href="([^"]*\/forgotten-password[^"]*)"/.exec(wrong.html) ?? [];
    const form = await visitor.open(new URL(address, wrong.address).href);
    expect(titleOf(form)).toBe('Premier accès ou mot de passe oublié');
  });
});
