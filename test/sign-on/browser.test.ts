import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { perform } from '../recovery/operations.ts';
import { givenProtected } from '../second-factors/operations.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { openPartner, type Partner } from './partner.ts';
import { openRealm, type Realm } from './realm.ts';

describe('one sign-in for two sites on different hosts, in a browser (A12)', () => {
  let realm: Realm;
  let browser: TestBrowser;
  let one: Partner;
  let two: Partner;
  let account: GivenAccount;
  let windows: Readonly<Record<'fr-CA' | 'en-CA', Page>>;
  beforeAll(async () => {
    [realm, browser] = await Promise.all([openRealm(), openBrowser()]);
    one = await openPartner(realm, { host: 'localhost', tree: 'aqpm' });
    two = await openPartner(realm, { host: '127.0.0.1', tree: 'icu' });
    account = await givenAccount(realm);
    windows = {
      'fr-CA': await browser.open({ width: 320 }),
      'en-CA': await browser.open({ locale: 'en-CA', width: 320 }),
    };
  });
  afterAll(async () => {
    one.close();
    two.close();
    await browser.close();
    await realm.close();
  });

  /** As somebody finds it who was never here, and what it says to the console from now on. */
  const forget = async (window: Page): Promise<string[]> => {
    await window.context().clearCookies();
    window.removeAllListeners('console');
    const said: string[] = [];
    window.on('console', message => said.push(message.text()));
    return said;
  };
  const typePassword = async (
    window: Page,
    identifier = account.address,
    password = PASSWORD,
  ): Promise<void> => {
    await window.fill('[name="input.identifier"]', identifier);
    await window.fill('[name="input.password"]', password);
    await Promise.all([window.waitForEvent('load'), window.click('main form button')]);
  };

  it.each([true, false])('signs in once for both, and out of both (scripts: %s)', async scripts => {
    const window = scripts ? windows['fr-CA'] : await browser.open({ scripts });
    const said = await forget(window);

    await window.goto(`${one.origin}/sign-in`);
    await typePassword(window);
    expect(await window.textContent('body')).toContain('hello acc_');
    await window.goto(`${two.origin}/sign-in`);
    expect(new URL(window.url()).origin).toBe(two.origin);
    expect(await window.textContent('body')).toContain('hello acc_');

    await window.goto(`${one.origin}/sign-out`);
    await Promise.all([window.waitForEvent('load'), window.click('button[name="logout"]')]);
    expect(window.url()).toBe(`${one.origin}/signed-out`);
    await window.goto(`${two.origin}/sign-in`);
    expect(new URL(window.url()).origin).toBe(realm.issuer);
    expect(said).toEqual([]);
  });

  it('goes back to the site without signing in', async () => {
    const window = windows['fr-CA'];
    await forget(window);
    await window.goto(`${one.origin}/sign-in`);
    await Promise.all([window.waitForEvent('load'), window.click('button.quiet')]);

    expect(await window.textContent('body')).toBe('not signed in: access_denied');
  });

  it.each(['fr-CA', 'en-CA'] as const)(
    'every page in %s has no fault, fits 320 pixels, and says nothing to the console',
    async locale => {
      const own = await givenProtected(realm);
      const window = windows[locale];
      const said = await forget(window);
      const faults: string[] = [];
      const titles: string[] = [];
      const look = async (): Promise<void> => {
        const title = await window.title();
        titles.push(title);
        // What axe judges, structure and colours, is the same in both.
        if (locale === 'fr-CA')
          faults.push(...(await accessibilityFaults(window)).map(fault => `${title}: ${fault}`));
        const width = await window.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) faults.push(`${title}: ${width} pixels`);
        if ((await window.getAttribute('html', 'lang')) !== locale) faults.push(`${title}: language`);
      };
      const follow = async (selector: string): Promise<void> => {
        await Promise.all([window.waitForEvent('load'), window.click(selector)]);
      };

      await window.goto(`${one.origin}/sign-in`);
      await look();
      const begun = window.url();
      await typePassword(window, account.address, 'Wrong password');
      await look();
      await follow('a[href*="/password?"]');
      await look();
      await window.fill('[name="input.identifier"]', account.address);
      await follow('main form button');
      await look();
      await window.goto(begun);
      await follow('a[href*="/username?"]');
      await look();
      await window.goto(begun);
      await typePassword(window, own.account.address);
      await look();
      await window.goto(begun);
      await typePassword(window);
      await window.goto(begun);
      await look();
      await window.goto(`${realm.issuer}/oidc/authorize?client_id=nobody`);
      await look();
      await window.goto(`${realm.issuer}/account`);
      await look();
      await window.goto(`${one.origin}/sign-out`);
      await look();
      await follow('button[name="logout"]');
      await window.goto(`${realm.issuer}/oidc/sign-out`);
      await look();
      await window.goto(`${realm.issuer}/account`);
      await look();

      expect(faults).toEqual([]);
      expect(new Set(titles).size).toBeGreaterThan(9);
      expect(said.filter(text => !/status of (404|400|422)/.test(text))).toEqual([]);
    },
  );

  it.each([
    ['fr-CA', 'Votre mot de passe est en place', () => []],
    ['en-CA', 'Your password is set', accessibilityFaults],
  ] as const)(
    'a mailed link opens the page for a new password in %s, and takes its secret out of the address',
    async (locale, title, faultsOf) => {
      const own = await givenAccount(realm, { locale });
      await realm.parts.db.transaction(tx =>
        tx.query('update association set pages_client_id = null where id = $1', [
          realm.world.aqpm.association.id,
        ]),
      );
      await perform(realm, 'requestPasswordReset', { identifier: own.address }, { locale });
      await realm.runDue();
      const [link] = /http:\/\/localhost:\d+\/realm\/..\/password-reset#token=\S+/.exec(
        realm.mailbox.lastTo(own.address).text,
      )!;
      const window = windows[locale];
      await forget(window);

      await window.goto(link);
      await window.waitForSelector('[name="input.newPassword"]');

      expect(window.url()).not.toContain('#');
      expect(await faultsOf(window)).toEqual([]);
      expect(await window.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await window.fill('[name="input.newPassword"]', 'Retour permis!2027');
      await window.fill('[name="confirmation"]', 'Retour permis!2027');
      await Promise.all([window.waitForEvent('load'), window.click('main form button')]);
      expect(await window.innerText('h1')).toBe(title);
      expect(await faultsOf(window)).toEqual([]);
    },
  );
});
