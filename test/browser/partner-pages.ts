import type * as Core from '@affilia/sdk';
import type * as Accounts from '@affilia/sdk/accounts';
import { expect } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { PASSWORD } from '../accounts/given-account.ts';
import { givenOffice, GOOD_PASSWORD, type Office } from '../invitations/operations.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { openSite, type Site } from '../support/site.ts';
import type { Language, Words } from './words.ts';

/** A portal, the example site of AQPM, which ACPS shares unless others are named, AQPM's staff, and a browser. */
export interface Setting {
  readonly portal: Portal;
  readonly site: Site;
  readonly office: Office;
  readonly browser: TestBrowser;
  close(): Promise<void>;
}

type Sdk = typeof Core & typeof Accounts;

/** Less than a test's own, so that what was waited for in vain is named. */
const PATIENCE = 10_000;

function patient(page: Page): Page {
  page.setDefaultTimeout(PATIENCE);
  return page;
}

export async function openSetting(
  open: () => Promise<Portal> = openPortal,
  trees: Parameters<typeof openSite>[1][] = ['aqpm', 'acps'],
): Promise<Setting> {
  const [portal, browser] = await Promise.all([open(), openBrowser()]);
  const site = await openSite(portal, ...trees);
  const office = await givenOffice(portal);
  return {
    portal,
    site,
    office,
    browser: {
      open: async options => patient(await browser.open(options)),
      reuse: async options => patient(await browser.reuse(options)),
      close: () => browser.close(),
    },
    async close() {
      await browser.close();
      await site.close();
      await portal.close();
    },
  };
}

export const box = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });

/** Presses a button and waits until what it asked for is answered. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.locator('form[aria-busy]').waitFor({ state: 'detached' });
}

export async function fillPasswords(
  page: Page,
  words: Words,
  password: string,
  repeated = password,
): Promise<void> {
  await box(page, words.password).fill(password);
  await box(page, words.confirmation).fill(repeated);
}

/** Answers every question of the form that opens an account. */
export async function fillNewAccount(
  page: Page,
  words: Words,
  { username, password = GOOD_PASSWORD }: { readonly username: string; readonly password?: string },
): Promise<void> {
  await box(page, words.username).fill(username);
  await fillPasswords(page, words, password);
  await page.getByRole('radio', { name: words.language }).check();
  for (const document of await page.getByRole('checkbox', { name: words.accept }).all())
    await document.check();
}

export async function fillSignIn(
  page: Page,
  words: Words,
  { identifier, password }: { readonly identifier: string; readonly password: string },
): Promise<void> {
  await box(page, words.identifier).fill(identifier);
  await box(page, words.password).fill(password);
}

export const texts = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).allInnerTexts();

/** What is said at a field, by its path. */
export const faultsAt = (page: Page, path: string): Promise<string[]> =>
  page.locator(`.field:has([name="${path}"]) .faults li`).allTextContents();

/** The link of a mail that brings this secret. */
export function linkTo(portal: Portal, address: string, secret: string): string {
  const link = portal.mailbox
    .to(address)
    .flatMap(({ links }) => links)
    .filter(one => one.includes(`#${secret}=`))
    .at(-1);
  if (link === undefined) throw new Error(`no link with ${secret} in the mails to ${address}`);
  return link;
}

/** Follows a mailed link in a window where nobody has been. */
export async function openLink(
  { browser }: Pick<Setting, 'browser'>,
  language: Language,
  link: string,
): Promise<Page> {
  const page = await browser.reuse({ locale: language });
  await page.goto(link);
  return page;
}

/** Opens a page of the site as somebody who signed in there before, which the SDK did, without its form. */
export async function openAs(
  { browser, site, portal }: Pick<Setting, 'browser' | 'site' | 'portal'>,
  language: Language,
  identifier: string,
  name: string,
): Promise<Page> {
  const page = await browser.reuse({ locale: language });
  await page.goto(`${site.url}/icon.svg`);
  const options = { endpoint: portal.endpoint, clientKey: site.key, locale: language };
  const signedIn = await page.evaluate(
    async ([sdk, made, given]) => {
      const { createAffilia, accounts } = (await import(sdk)) as Sdk;
      const outcome = await createAffilia({ ...made, use: { accounts } }).accounts.signIn(given);
      return outcome.ok;
    },
    ['/sdk/affilia.js', options, { identifier, password: PASSWORD }] as const,
  );
  expect(signedIn).toBe(true);
  await page.goto(site.page(language, name));
  return page;
}

export const headingSeen = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { name }).first().waitFor();

/**
 * On a narrow telephone: nothing for axe to find, nothing cut off, nothing too small to hit. A walk that is walked in
 * both languages names its own: axe judges structure and colours, which are the same, in French alone; what longer
 * words can push out of the window is looked for in both.
 */
export async function expectAccessible(page: Page, language: Language = 'fr-CA'): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  if (language === 'fr-CA') expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await smallTargets(page)).toEqual([]);
  if (size) await page.setViewportSize(size);
}

/** The same, and on a wide screen, which axe judges in English where the walk is walked in both languages. */
export async function expectAccessibleEverywhere(page: Page, language?: Language): Promise<void> {
  if (language !== 'fr-CA') expect(await accessibilityFaults(page)).toEqual([]);
  await expectAccessible(page, language);
}

/** WCAG 2.2, 2.5.8: 24 by 24 pixels, but for links inside sentences. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, button, input, select, summary')]
      .filter(
        target =>
          !(target.matches('p:not(.tools) a') && target.parentElement?.textContent !== target.textContent),
      )
      .filter(target => target.checkVisibility() && !target.matches('.skip'))
      .filter(target => {
        const { width, height } = target.getBoundingClientRect();
        return width < 24 || height < 24;
      })
      .map(target => target.outerHTML),
  );
