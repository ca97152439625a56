import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { codeOf } from '../second-factors/operations.ts';
import { openPartner, type Partner } from '../sign-on/partner.ts';
import { openRealm, type Realm } from '../sign-on/realm.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { press } from './staff-tool.ts';
import { plugIn } from './virtual-authenticator.ts';

const SAY = {
  'fr-CA': {
    account: 'Votre compte',
    security: 'Sécurité de votre compte',
    emails: 'Vos adresses courriel',
    link: 'Réunir un autre de mes comptes à celui-ci',
    none: 'Vous n’avez pas de deuxième facteur.',
    addPasskey: 'Ajouter la clé d’accès',
    addApp: 'Ajouter une application d’authentification',
    confirmApp: 'Ajouter l’application',
    codes: 'Vos codes de récupération',
    kept: 'Je les ai gardés\u00A0: continuer',
    withPasskey: 'Ouvrir une session avec une clé d’accès',
    usePasskey: 'Utiliser ma clé d’accès',
    failed: /Aucune clé d’accès n’a été utilisée/,
    again: 'Ouvrir une nouvelle session',
    remove: /^Retirer \(/,
  },
  'en-CA': {
    account: 'Your account',
    security: 'Security of your account',
    emails: 'Your e-mail addresses',
    link: 'Join another of my accounts to this one',
    none: 'You have no second factor.',
    addPasskey: 'Add the passkey',
    addApp: 'Add an authenticator app',
    confirmApp: 'Add the app',
    codes: 'Your recovery codes',
    kept: 'I have kept them: go on',
    withPasskey: 'Sign in with a passkey',
    usePasskey: 'Use my passkey',
    failed: /No passkey was used/,
    again: 'Sign in again',
    remove: /^Remove \(/,
  },
} as const;

describe('second factors on the realm’s own pages, in a browser (A13, A12)', () => {
  let realm: Realm;
  let browser: TestBrowser;
  let partner: Partner;
  let mirror: Page;
  beforeAll(async () => {
    [realm, browser] = await Promise.all([openRealm(), openBrowser()]);
    partner = await openPartner(realm, { host: '127.0.0.1', tree: 'aqpm' });
    mirror = await browser.open({ width: 320 });
  });
  afterAll(async () => {
    partner.close();
    await browser.close();
    await realm.close();
  });

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const click = async (page: Page, name: string | RegExp): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), button(page, name).first().click()]);
  };
  const givePassword = async (page: Page, identifier: string): Promise<void> => {
    await page.fill('[name="input.identifier"]', identifier);
    await page.fill('[name="input.password"]', PASSWORD);
    await press(page, 'main form button');
  };
  const fits = async (page: Page): Promise<void> =>
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const look = async (page: Page): Promise<void> => {
    expect([page.url(), await accessibilityFaults(page)]).toEqual([page.url(), []]);
    await fits(page);
  };
  /** The same where no scripts run, and axe neither: what is there is looked at in another window. */
  const lookWithout = async (page: Page): Promise<void> => {
    await mirror.setContent(await page.content());
    await look(mirror);
  };
  const open = async (locale: keyof typeof SAY, scripts = true) => {
    const page = await browser.open({ locale, width: 320, scripts });
    const said: string[] = [];
    page.on('console', message => {
      if (!/status of 422/.test(message.text())) said.push(message.text());
    });
    return { page, said };
  };
  /** Opens the account page signed out: it leads to the sign-in of an association, and back. */
  const signInForAccount = async (
    page: Page,
    path: string,
    identifier: string,
    looking: typeof look,
  ): Promise<void> => {
    await page.goto(`${realm.issuer}${path}`);
    await looking(page);
    await press(page, 'main a[href*="association=aqpm"]');
    await looking(page);
    await givePassword(page, identifier);
  };

  /** The pages beside it, each from the account page and back. */
  const seeTheOthers = async (
    page: Page,
    say: (typeof SAY)[keyof typeof SAY],
    looking: typeof look,
  ): Promise<void> => {
    for (const [path, title] of [
      ['addresses', say.emails],
      ['link', say.link],
    ] as const) {
      await press(page, `main a[href*="/account/${path}"]`);
      expect(await page.innerText('h1')).toBe(title);
      await looking(page);
      await press(page, 'main a[href^="/account?"]');
    }
  };

  it('a member adds a passkey there, and signs in with it at a site, in French', async () => {
    const locale = 'fr-CA';
    const say = SAY[locale];
    const account = await givenAccount(realm, { locale });
    const { page, said } = await open(locale);
    const device = await plugIn(page);
    await signInForAccount(page, '/account', account.address, look);
    expect([await page.innerText('h1'), new URL(page.url()).pathname]).toEqual([say.account, '/account']);
    expect(page.url()).not.toContain('code=');
    await look(page);
    await seeTheOthers(page, say, look);

    await press(page, 'main a[href*="/account/security"]');
    expect(await page.innerText('main')).toContain(say.none);
    await look(page);
    await page.fill('[name="input.name"]', 'Mon « téléphone »');
    await click(page, say.addPasskey);
    expect(await page.innerText('h1')).toBe(say.codes);
    expect(await page.locator('main li code').count()).toBe(10);
    await look(page);
    await press(page, `main a:has-text("${say.kept}")`);
    expect(await page.innerText('main')).toContain('Mon « téléphone »');
    await look(page);
    await page.context().clearCookies();

    await page.goto(`${partner.origin}/sign-in`);
    await device.refuse();
    await button(page, say.withPasskey).click();
    await page.getByText(say.failed).waitFor();
    await look(page);
    await device.allow();
    await click(page, say.withPasskey);
    expect(await page.textContent('body')).toContain('hello acc_');
    await page.context().clearCookies();

    await page.goto(`${partner.origin}/sign-in`);
    await givePassword(page, account.address);
    await look(page);
    await click(page, say.usePasskey);
    expect(await page.textContent('body')).toContain('hello acc_');
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('whoever runs no scripts adds an app and gives its codes, in English', async () => {
    const locale = 'en-CA';
    const say = SAY[locale];
    const account = await givenAccount(realm, { locale });
    const { page } = await open(locale, false);
    await signInForAccount(page, '/account/security', account.address, lookWithout);
    expect([await page.innerText('h1'), new URL(page.url()).pathname]).toEqual([
      say.security,
      '/account/security',
    ]);
    expect(await button(page, say.addPasskey).count()).toBe(0);
    await press(page, 'main a[href^="/account?"]');
    await seeTheOthers(page, say, lookWithout);
    await press(page, 'main a[href*="/account/security"]');

    await click(page, say.addApp);
    const secret = (await page.innerText('main code')).replaceAll(' ', '');
    await page.getByRole('img', { name: /QR/ }).waitFor();
    await lookWithout(page);
    await page.fill('[name="input.code"]', '000000');
    await click(page, say.confirmApp);
    expect(await page.locator('.fault').count()).toBe(1);
    await lookWithout(page);
    await page.fill('[name="input.code"]', codeOf(realm, secret));
    await click(page, say.confirmApp);
    expect(await page.innerText('h1')).toBe(say.codes);
    await press(page, `main a:has-text("${say.kept}")`);
    await page.context().clearCookies();

    realm.clock.advance(30_000);
    await page.goto(`${partner.origin}/sign-in`);
    expect(await button(page, say.withPasskey).count()).toBe(0);
    await givePassword(page, account.address);
    await lookWithout(page);
    await page.fill('[name="input.code"]', codeOf(realm, secret));
    await press(page, 'main form button');
    expect(await page.textContent('body')).toContain('hello acc_');

    realm.clock.advance(11 * 60_000);
    await page.goto(`${realm.issuer}/account/security`);
    expect(await button(page, say.remove).count()).toBe(0);
    await lookWithout(page);
    await press(page, `main a:has-text("${say.again}")`);
    await press(page, 'main a[href*="association=aqpm"]');
    await givePassword(page, account.address);
    await page.fill('[name="input.code"]', codeOf(realm, secret));
    await press(page, 'main form button');
    await click(page, say.remove);
    expect(await page.innerText('main')).toContain(say.none);
    await page.context().close();
  });

  it('whoever turns back at the sign-in for the account page stays signed out, and is not sent there again', async () => {
    const page = mirror;
    await page.goto(`${realm.issuer}/account`);
    await press(page, 'main a[href*="association=aqpm"]');
    await press(page, 'main form button.quiet');

    expect(new URL(page.url()).pathname).toBe('/account');
    expect(await page.innerText('main')).toContain('Aucune session n’est ouverte dans ce navigateur.');
    await look(page);
  });
});
