import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOCALES, type Locale } from '../../src/kernel/locale.ts';
import { REALM_HELP, realmHelpPath, realmPagePath } from '../../src/modules/integrations/index.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { givenClientPortal, givenLogin } from '../recovery/given-login.ts';
import type { Body } from '../support/world.ts';
import { givenSite, openRealm, type Realm, type Registered } from './realm.ts';
import { askTo, codeIn, newVerifier, typePassword } from './sign-in.ts';
import { openVisitor, type Page, type Visitor } from './visitor.ts';

const NEW_PASSWORD = 'Retour permis!2027';

describe('the realm’s pages for whoever cannot sign in, where no site has one (A4–A6)', () => {
  let realm: Realm;
  let site: Registered;
  let strict: Body;
  beforeAll(async () => {
    realm = await openRealm();
    site = await givenSite(realm);
    strict = await givenClientPortal(realm);
    await realm.parts.db.transaction(tx => tx.query('update association set pages_client_id = null'));
  });
  afterAll(() => realm.close());

  const titleOf = ({ html }: Page): string => /<h1>\s*([^<]+?)\s*<\/h1>/.exec(html)?.[1] ?? '';
  const begin = async (visitor: Visitor, locale: Locale = 'fr-CA'): Promise<Page> =>
    visitor.open(askTo(realm, site, newVerifier(), { ui_locales: locale, prompt: 'login' }));
  const follow = (visitor: Visitor, { html, address }: Page, part: string): Promise<Page> => {
    const [, found = ''] = new RegExp(`href="([^"]*${part}[^"]*)"`).exec(html) ?? [];
    return visitor.open(new URL(found.replaceAll('&amp;', '&'), address).href);
  };
  const linkMailedTo = async (address: string, part: string): Promise<string> => {
    await realm.runDue();
    const { text, links } = realm.mailbox.lastTo(address);
    const [link = ''] = new RegExp(`${realm.issuer}/realm/\\w\\w/${part}\\S+`).exec(text) ?? [];
    expect(links).toContain(link);
    return link;
  };
  const resetLink = (address: string): Promise<string> => linkMailedTo(address, 'password-reset#token=');
  const openLink = async (visitor: Visitor, link: string): Promise<Page> =>
    visitor.submit(await visitor.open(link.split('#')[0]!), { 'input.token': link });
  const choose = (visitor: Visitor, page: Page, password: string): Promise<Page> =>
    visitor.submit(page, { 'input.newPassword': password, confirmation: password });
  /** Asks on the sign-in page, and opens what was mailed. */
  const comeByMail = async (visitor: Visitor, address: string, locale: Locale = 'fr-CA') => {
    const form = await follow(visitor, await begin(visitor, locale), '/password\\?');
    await visitor.submit(form, { 'input.identifier': address });
    const link = await resetLink(address);
    return { link, page: await openLink(visitor, link) };
  };

  it('whoever sets a password there signs in from that browser while strangers spend the guesses', async () => {
    const own = await givenAccount(realm);
    const [home, strange] = [openVisitor(realm.issuer), openVisitor(realm.issuer)];
    const elsewhere = await begin(strange);
    for (let time = 0; time < 10; time++)
      await typePassword(strange, elsewhere, own.address, 'Wrong password');

    const { page } = await comeByMail(home, own.address);
    const done = await choose(home, page, NEW_PASSWORD);

    expect(titleOf(done)).toBe('Votre mot de passe est en place');
    expect(done.html).toContain('--brand: #1b3a5c');
    expect(done.html).toContain('href="https://aqpm.example/"');
    const signIn = await follow(home, done, '/account/sign-in');
    expect(signIn.html).toContain('name="input.password"');
    const throttled = await typePassword(strange, elsewhere, own.address, NEW_PASSWORD);
    expect(throttled.status).toBe(422);
    expect(codeIn(await typePassword(home, await begin(home), own.address, NEW_PASSWORD))).not.toBe('');
    realm.clock.advance(16 * 60_000);
  });

  it.each<[Locale, string, string, string]>([
    ['fr-CA', 'Premier accès ou mot de passe oublié', 'Ce lien a déjà servi', 'Ce lien est expiré'],
    [
      'en-CA',
      'First access or forgotten password',
      'This link has already been used',
      'This link has expired',
    ],
  ])(
    'in %s a link that is used up or too old leads back to the start, with the reason',
    async (locale, title, used, expired) => {
      const own = await givenAccount(realm, { locale });
      const visitor = openVisitor(realm.issuer);
      const { link, page } = await comeByMail(visitor, own.address, locale);
      await choose(visitor, page, NEW_PASSWORD);

      const again = await openLink(visitor, link);
      await visitor.submit(again, { 'input.identifier': own.address });
      const fresh = await resetLink(own.address);
      const anew = await openLink(visitor, fresh);
      realm.clock.advance(61 * 60_000);
      const late = await choose(visitor, anew, NEW_PASSWORD);

      expect(anew.html).toContain('name="input.newPassword"');
      for (const [refused, reason] of [
        [again, used],
        [late, expired],
      ] as const) {
        expect([refused.status, titleOf(refused)]).toEqual([422, title]);
        expect(refused.html.replaceAll(/\s+/g, ' ')).toContain(`<html lang="${locale}">`);
        expect(/role="alert">([^<]+)/.exec(refused.html)?.[1]).toContain(reason);
        for (const words of ['aide@aqpm.example', '/account/sign-in?', '--brand: #1b3a5c'])
          expect(refused.html).toContain(words);
      }
    },
  );

  it.each(LOCALES)('in %s a code that never was one leads to the form of one’s association', async locale => {
    const visitor = openVisitor(realm.issuer);
    const page = await openLink(visitor, realm.issuer + realmPagePath('PASSWORD_RESET', locale));

    const { nameFr, nameEn } = realm.world.acps.association;
    const choice = await follow(visitor, page, '/forgotten-password');
    const name = locale === 'fr-CA' ? nameFr : nameEn;
    const [, address = ''] =
      new RegExp(`href="([^"]+)"\\s*>${name.replace(/[()]/g, '\\$&')}<`).exec(choice.html) ?? [];
    const form = await visitor.open(new URL(address, choice.address).href);

    expect([page.status, choice.status, form.status]).toEqual([422, 200, 200]);
    expect(form.headers.get('content-language')).toBe(locale);
    expect(form.html).toContain('name="input.identifier"');
    expect(form.html).toContain('aide@acps.example');
  });

  it.each([
    ['password', 'input.identifier', 'forgotten-password'],
    ['username', 'input.address', 'forgotten-username'],
  ] as const)(
    'a mail that says that names are missing leads to a form that asks for them (%s)',
    async (step, field, part) => {
      const own = await givenLogin(realm, { bodies: [realm.world.aqpm, strict], names: [['Zoé', 'Roy']] });
      const visitor = openVisitor(realm.issuer);
      const form = await follow(visitor, await begin(visitor), `/${step}\\?`);
      expect(form.html).not.toContain('givenName');
      await visitor.submit(form, { [field]: own.address });

      const again = await visitor.open(await linkMailedTo(own.address, part));
      const half = await visitor.submit(again, { [field]: own.address });
      const names = { 'input.givenName': 'Zoe', 'input.familyName': 'ROY' };
      const asked = await visitor.submit(again, { [field]: own.address, ...names });

      expect(again.html).toContain('Portail client');
      expect(half.status).toBe(422);
      expect(half.html.match(/class="fault"/g)).toHaveLength(2);
      expect(asked.html).toContain('role="status"');
      if (step === 'password')
        expect((await openLink(visitor, await resetLink(own.address))).html).toContain(
          'name="input.newPassword"',
        );
      else {
        await realm.runDue();
        expect(realm.mailbox.lastTo(own.address).text).toContain(own.username);
      }
    },
  );

  it.each([
    ['password', 'input.identifier'],
    ['username', 'input.address'],
  ] as const)('has the mail sent again from where it was asked for (%s)', async (step, field) => {
    const own = await givenAccount(realm);
    const visitor = openVisitor(realm.issuer);
    const form = await follow(visitor, await begin(visitor), `/${step}\\?`);
    const asked = await visitor.submit(form, { [field]: own.address });
    const nobodys = await visitor.submit(form, { [field]: 'nobody@maboite.example' });
    const empty = await visitor.submit(form, { [field]: ' ' });
    await realm.runDue();
    const before = realm.mailbox.lastTo(own.address);

    const again = await visitor.submit(asked, {});
    await realm.runDue();

    expect(asked.html).toContain('Rien n’est arrivé?');
    expect(asked.html).toContain('aide@aqpm.example');
    expect(asked.html).toMatch(/5\s?minutes/);
    expect(empty.status).toBe(422);
    expect(again.html).toBe(asked.html);
    expect(nobodys.html.replace('nobody@maboite.example', own.address)).toBe(asked.html);
    expect(realm.mailbox.lastTo(own.address)).not.toEqual(before);
  });

  it('speaks the language of an association that speaks one alone', async () => {
    const { id } = strict.association;
    await realm.parts.db.transaction(tx =>
      tx.query("update association set language_policy = 'FR_ONLY' where id = $1", [id]),
    );

    const pages = [];
    for (const help of REALM_HELP) {
      const visitor = openVisitor(realm.issuer);
      const form = await visitor.open(realm.issuer + realmHelpPath(help, 'en-CA', id));
      pages.push(form, await visitor.submit({ ...form, html: form.html.replace('/fr/', '/en/') }, {}));
    }

    for (const page of pages) {
      expect(page.headers.get('content-language')).toBe('fr-CA');
      expect(page.address).toContain('/realm/fr/');
      expect(page.html).not.toContain('English');
    }
  });

  it.each(['cross-site', 'same-site'])('takes no form that a page from elsewhere sends (%s)', async from => {
    const own = await givenAccount(realm);
    const address =
      realm.issuer + realmHelpPath('FORGOTTEN_PASSWORD', 'en-CA', realm.world.aqpm.association.id);
    const form = await openVisitor(realm.issuer, { 'sec-fetch-site': from }).open(address);
    const send = (site: string): Promise<Page> =>
      openVisitor(realm.issuer, { 'sec-fetch-site': site }).submit(form, { 'input.identifier': own.address });

    const refused = await send(from);
    await realm.runDue();
    const mailed = realm.mailbox.to(own.address).length;
    const taken = await send('same-origin');

    expect([form.status, refused.status, taken.status]).toEqual([200, 403, 200]);
    expect(mailed).toBe(0);
    expect(titleOf(refused)).toBe('This form comes from elsewhere');
    expect(refused.headers.get('content-language')).toBe('en-CA');
  });

  it('cuts no password that is pasted, and counts characters as people do', async () => {
    const own = await givenAccount(realm);
    const visitor = openVisitor(realm.issuer);
    const { page } = await comeByMail(visitor, own.address);
    const bees = `Aa1!${'🐝'.repeat(65)}`;

    const long = await choose(visitor, page, `Aa1!${'x'.repeat(136)}`);
    const endless = await choose(visitor, page, 'x'.repeat(1_025));
    const longest = await choose(visitor, page, `Aa1!${'長'.repeat(1_020)}`);
    const huge = await choose(visitor, page, 'x'.repeat(40_000));
    const differing = await visitor.submit(page, { 'input.newPassword': bees, confirmation: 'x' });
    const done = await choose(visitor, page, bees);

    expect(page.html).not.toContain('maxlength');
    expect([long.status, endless.status]).toEqual([422, 422]);
    expect(differing.html).toContain('Les deux mots de passe ne sont pas identiques');
    for (const { html } of [long, longest])
      expect(/id="input-newPassword-fault">([^<]+)/.exec(html)?.[1]).toMatch(/128/);
    expect([huge.status, titleOf(huge)]).toEqual([413, 'Cette demande est illisible']);
    expect(/id="input-newPassword-fault">([^<]+)/.exec(endless.html)?.[1]).toMatch(/1\s?024/);
    expect(titleOf(done)).toBe('Votre mot de passe est en place');
    expect(codeIn(await typePassword(visitor, await begin(visitor), own.address, bees))).not.toBe('');
  });
});
