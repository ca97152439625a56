import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page as Window } from 'playwright-core';
import { LOCALES, toApiLocale, type Locale } from '../../src/kernel/locale.ts';
import { realmHelpPath, realmPagePath, type RealmHelp } from '../../src/modules/integrations/index.ts';
import {
  INFORMATION_PAGES,
  type InformationPage,
} from '../../src/modules/sign-on/pages/information-pages.ts';
import { codeMailedTo, givenOffice, issue, preview } from '../invitations/operations.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { openPortal, type Portal } from '../support/portal.ts';

const EVERY = LOCALES.flatMap(locale => INFORMATION_PAGES.map(page => [page, locale] as const));

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());

describe('the realm’s own pages (A6, B12, P5)', () => {
  const open = async (path: string, request: RequestInit = {}) => {
    const response = await fetch(portal.url + path, request);
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  const titleOf = (html: string): string | undefined => /<title>(.+)<\/title>/.exec(html)?.[1];

  it.each(EVERY)(
    '%s in %s says what it is, in that language, with the way to the other',
    async (page, locale) => {
      const other = locale === 'fr-CA' ? 'en-CA' : 'fr-CA';

      const { status, headers, html } = await open(realmPagePath(page, locale), {
        headers: { 'accept-language': other },
      });

      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('content-language')).toBe(locale);
      expect(html).toContain(`<html lang="${locale}">`);
      expect(html).toContain(`<h1>${titleOf(html)}</h1>`);
      expect(html).toContain(`href="${realmPagePath(page, other)}" lang="${other}"`);
      expect(html).toContain(
        locale === 'fr-CA' ? 'n’a pas encore sa propre page' : 'not have a page of its own',
      );
    },
  );

  it('each has a title of its own', async () => {
    const pages = await Promise.all(EVERY.map(([page, locale]) => open(realmPagePath(page, locale))));

    expect(new Set(pages.map(({ html }) => titleOf(html))).size).toBe(EVERY.length);
  });

  it('is kept nowhere, tells nobody where it was opened from, and asks nothing of anybody', async () => {
    const { headers, html } = await open('/realm/fr/renewal');

    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^ ]+'; img-src data:;/,
    );
    expect(html).not.toMatch(/<script|<form|https?:|\bsrc=/);
  });

  it.each([
    ['/realm/fr/nothing', {}],
    ['/realm/de/invitation', {}],
    ['/realm/invitation', {}],
    ['/realm/fr', {}],
    ['/realm/fr/renewal', { method: 'POST' }],
  ])('%s %j is not found, as elsewhere', async (path, request) => {
    const elsewhere = await open('/nothing');
    const { status, html } = await open(path, request);
    const withoutId = (text: string): string => text.replace(/"requestId":"[^"]+"/, '');

    expect(status).toBe(404);
    expect(withoutId(html)).toBe(withoutId(elsewhere.html));
  });

  it.each<[Locale, string]>([
    ['fr-CA', 'Votre invitation'],
    ['en-CA', 'Your invitation'],
  ])(
    'a mail in %s of an association without pages leads to one that is there, and the code stays good',
    async (locale, title) => {
      const { icu } = portal.world;
      await portal.parts.db.transaction(tx =>
        tx.query('update association set pages_client_id = null where id = $1', [icu.association.id]),
      );
      const office = await givenOffice(portal, { body: icu });
      const email = `sans-page-${locale.toLowerCase()}@maboite.example`;
      const named = { email, givenName: 'Une', familyName: `Seule ${locale}` };
      await issue(portal, office, { ...named, locale: toApiLocale(locale) });
      const code = await codeMailedTo(portal, email);
      const link = /http:\/\/localhost:4000(\S+)/.exec(portal.mailbox.lastTo(email).text)?.[1] ?? '';

      const { status, html } = await open(link.split('#')[0] ?? '');

      expect(link).toBe(`/realm/${locale.slice(0, 2)}/invitation#code=${code}`);
      expect(status).toBe(200);
      expect(titleOf(html)).toBe(title);
      const { __typename } = await preview(portal, code, { clientKey: icu.siteKey });
      expect(__typename).toBe('InvitationPreviewSuccess');
    },
  );
});

describe('the realm’s own pages in a browser', () => {
  let browser: TestBrowser;
  let window: Window;
  beforeAll(async () => {
    browser = await openBrowser();
    window = await browser.open({ width: 320 });
  });
  afterAll(() => browser.close());

  it.each<[InformationPage, Locale]>([
    ['RENEWAL', 'fr-CA'],
    ['PREFERENCES', 'fr-CA'],
    ['SIGNED_OUT', 'en-CA'],
  ])(
    '%s in %s has no fault that axe knows, fits 320 pixels and asks for nothing else',
    async (page, locale) => {
      const asked: string[] = [];
      const said: string[] = [];
      window.removeAllListeners();
      window.on('request', request => asked.push(new URL(request.url()).pathname));
      window.on('console', message => said.push(message.text()));

      await window.goto(`${portal.url}${realmPagePath(page, locale)}#code=8e5f9b1c-efcd-432b`);

      expect(await accessibilityFaults(window)).toEqual([]);
      expect(await window.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await window.evaluate(() => getComputedStyle(document.querySelector('main')!).maxWidth)).toBe(
        '640px',
      );
      expect(asked.filter(path => path !== ',')).toEqual([realmPagePath(page, locale)]);
      expect(said).toEqual([]);
    },
  );

  it.each<[RealmHelp, Locale]>([
    ['FORGOTTEN_PASSWORD', 'fr-CA'],
    ['FORGOTTEN_USERNAME', 'en-CA'],
  ])('%s in %s is asked for, and asked for again, without a fault that axe knows', async (help, locale) => {
    const judge = async (): Promise<void> => {
      expect(await accessibilityFaults(window)).toEqual([]);
      expect(await window.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    };
    const go = (element: string): Promise<unknown> =>
      Promise.all([window.waitForEvent('load'), window.click(element)]);

    await window.goto(portal.url + realmHelpPath(help, locale));
    await judge();
    await go('main li a');
    await judge();
    await window.fill('main input', 'nobody@maboite.example');
    await go('main button');
    await judge();
    await go('main button');

    expect(await window.innerText('[role=status]')).not.toBe('');
    expect(await window.getAttribute('html', 'lang')).toBe(locale);
  });

  it('goes over to the other language by keyboard, and leaves the secret behind', async () => {
    await window.goto(`${portal.url}/realm/fr/renewal#confirmation=8e5f9b1c`);

    await window.keyboard.press('Tab');
    await Promise.all([window.waitForEvent('load'), window.keyboard.press('Enter')]);

    expect(window.url()).toBe(`${portal.url}/realm/en/renewal`);
    expect(await window.innerText('h1')).toBe('Your renewal');
  });
});
