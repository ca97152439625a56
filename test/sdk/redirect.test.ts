import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Affilia } from '@affilia/sdk';
import type { accounts } from '@affilia/sdk/accounts';
import type { redirect } from '@affilia/sdk/redirect';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { minutes } from '../support/fake-clock.ts';
import { openRealm, type Realm } from '../sign-on/realm.ts';
import { openRedirectSite, type RedirectSite } from './redirect-site.ts';

type Used = { accounts: typeof accounts; redirect: ReturnType<typeof redirect> };
declare const window: { affilia: Affilia<Used>; endings: string[] };

describe('signing in by redirect with the SDK, in a browser (A12, O2)', () => {
  let realm: Realm;
  let browser: TestBrowser;
  let one: RedirectSite;
  let two: RedirectSite;
  let account: GivenAccount;
  beforeAll(async () => {
    [realm, browser] = await Promise.all([openRealm(), openBrowser()]);
    one = await openRedirectSite(realm, { host: 'localhost', tree: 'aqpm' });
    two = await openRedirectSite(realm, { host: '127.0.0.1', tree: 'icu' });
    account = await givenAccount(realm);
  });
  afterAll(async () => {
    one.close();
    two.close();
    await browser.close();
    await realm.close();
  });

  const ready = (page: Page) => page.waitForFunction(() => 'affilia' in window);
  const open = async (page: Page, address: string): Promise<void> => {
    await page.goto(address);
    await ready(page);
  };
  const signIn = async (page: Page, returnTo?: string): Promise<void> => {
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate(
        to => void window.affilia.redirect.signInByRedirect(to ? { returnTo: to } : {}),
        returnTo,
      ),
    ]);
  };
  const typePassword = async (page: Page): Promise<void> => {
    await page.fill('[name="input.identifier"]', account.address);
    await page.fill('[name="input.password"]', PASSWORD);
    await Promise.all([page.waitForEvent('load'), page.click('main form button')]);
    await ready(page);
  };
  const complete = (page: Page) => page.evaluate(() => window.affilia.redirect.completeSignIn());
  const username = (page: Page) =>
    page.evaluate(async () => (await window.affilia.accounts.viewer())?.account.username ?? null);
  const asksInSilence = async (page: Page): Promise<void> => {
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate(() => void window.affilia.redirect.silentSignIn()),
    ]);
    await ready(page);
  };

  it('types the password once, is known at both sites, and goes on being known', async () => {
    const page = await browser.open();
    await open(page, `${one.origin}/profil?vue=tout`);
    await signIn(page);
    expect(new URL(page.url()).origin).toBe(realm.issuer);
    await typePassword(page);
    expect(page.url()).toContain('code=');

    const outcome = await complete(page);

    expect(outcome).toEqual({ ok: true, value: { returnTo: `${one.origin}/profil?vue=tout` } });
    expect(page.url()).toBe(one.registered.redirectUri);
    expect(await complete(page)).toEqual(outcome);
    expect(await username(page)).toBe(account.username);

    await open(page, `${two.origin}/`);
    await signIn(page, '/adhesion');
    await ready(page);
    expect(await complete(page)).toEqual({ ok: true, value: { returnTo: `${two.origin}/adhesion` } });
    expect(await username(page)).toBe(account.username);

    realm.clock.advance(minutes(11));
    await open(page, one.origin);
    expect(await username(page)).toBe(account.username);
    expect(await page.evaluate(() => window.endings)).toEqual([]);
  });

  it('sees in silence who is signed in already, and asks once', async () => {
    const page = await browser.open();
    await open(page, `${two.origin}/accueil`);

    await asksInSilence(page);
    const nobody = await complete(page);

    expect(nobody).toMatchObject({
      ok: false,
      problem: { __typename: 'SignInRequired', returnTo: `${two.origin}/accueil` },
    });
    expect(await page.evaluate(() => window.affilia.redirect.silentSignIn())).toBe(false);

    await open(page, one.origin);
    await signIn(page);
    await typePassword(page);
    await complete(page);
    const other = await page.context().newPage();
    await open(other, two.origin);
    await asksInSilence(other);
    expect(await complete(other)).toMatchObject({ ok: true });
    expect(await username(other)).toBe(account.username);
    expect(await other.evaluate(() => window.affilia.redirect.silentSignIn())).toBe(false);
    await other.close();
  });

  const leaveForSignOut = (page: Page) =>
    Promise.all([
      page.waitForEvent('load'),
      page.evaluate(() => void window.affilia.redirect.signOutByRedirect()),
    ]);
  const completeSignOut = (page: Page) => page.evaluate(() => window.affilia.redirect.completeSignOut());
  const isSignedIn = (page: Page) => page.evaluate(() => window.affilia.isSignedIn());

  it('signs out of every site after a confirmation on the realm’s page', async () => {
    const page = await browser.open();
    await open(page, two.origin);
    await signIn(page);
    await typePassword(page);
    await complete(page);
    await open(page, one.origin);
    await signIn(page);
    await ready(page);
    await complete(page);

    await leaveForSignOut(page);
    await Promise.all([page.waitForEvent('load'), page.click('button[name="logout"]')]);
    await ready(page);

    expect(await completeSignOut(page)).toBe(true);
    expect(page.url()).toBe(one.registered.signedOutUri);
    expect(await isSignedIn(page)).toBe(false);
    expect(await page.evaluate(() => window.endings)).toEqual(['SIGNED_OUT']);
    expect(await page.evaluate(() => window.affilia.redirect.silentSignIn())).toBe(false);
    await open(page, two.origin);
    expect(await username(page)).toBeNull();
  });

  it('changes nothing for whoever turns back on the realm’s page, by its button or the browser’s', async () => {
    const page = await browser.open();
    await open(page, one.origin);
    await signIn(page);
    await typePassword(page);
    await complete(page);

    await leaveForSignOut(page);
    await page.goBack();
    await ready(page);
    expect(await username(page)).toBe(account.username);
    await leaveForSignOut(page);
    await Promise.all([page.waitForEvent('load'), page.click('button.quiet')]);
    await ready(page);

    expect(page.url()).toBe(one.registered.signedOutUri);
    expect(await completeSignOut(page)).toBe(false);
    expect(await username(page)).toBe(account.username);
    expect(await page.evaluate(() => window.endings)).toEqual([]);

    await open(page, `${one.registered.signedOutUri}?state=forged`);
    expect(await completeSignOut(page)).toBe(false);
    expect(await isSignedIn(page)).toBe(true);
  });

  it('says when the person turned back', async () => {
    const page = await browser.open();
    await open(page, one.origin);
    await signIn(page);
    await Promise.all([page.waitForEvent('load'), page.click('button.quiet')]);
    await ready(page);

    expect(await complete(page)).toMatchObject({
      ok: false,
      problem: {
        __typename: 'SignInDeclined',
        message: 'Vous êtes revenu sans ouvrir de session.',
        returnTo: `${one.origin}/`,
      },
    });
    expect(await username(page)).toBeNull();
  });

  it('takes no answer that this tab did not ask for, none twice, and none from another issuer', async () => {
    const page = await browser.open();
    const expired = { ok: false, problem: { __typename: 'SignInExpired' } };
    await open(page, one.origin);
    await signIn(page);
    await typePassword(page);
    const answer = page.url();

    const thief = await browser.open();
    await open(thief, answer);
    expect(await complete(thief)).toMatchObject(expired);
    const forged = new URL(answer);
    forged.searchParams.set('state', 'x');
    await open(page, forged.href);
    expect(await complete(page)).toMatchObject(expired);
    expect(page.url()).toBe(one.registered.redirectUri);

    await open(page, answer);
    expect(await complete(page)).toMatchObject({ ok: true });
    await open(page, answer);
    expect(await complete(page)).toMatchObject(expired);
    expect(await username(page)).toBe(account.username);

    await signIn(page);
    await ready(page);
    const mixed = new URL(page.url());
    mixed.searchParams.set('iss', 'https://elsewhere.example');
    await open(page, mixed.href);
    expect(await complete(page)).toMatchObject(expired);
    await thief.context().close();
  });

  it('answers null on a page that nobody was sent to, and sends nobody to another site', async () => {
    const page = await browser.open();
    await open(page, `${one.origin}/return?code=mine`);

    expect(await complete(page)).toBeNull();
    expect(page.url()).toBe(`${one.origin}/return?code=mine`);
    for (const returnTo of ['https://elsewhere.example/', 'javascript:alert(1)', '//elsewhere.example']) {
      const asked = page.evaluate(
        to =>
          window.affilia.redirect
            .signInByRedirect({ returnTo: to })
            .catch((error: unknown) => (error as Error).message),
        returnTo,
      );
      expect(await asked).toBe('returnTo leads to another site');
    }
  });
});
