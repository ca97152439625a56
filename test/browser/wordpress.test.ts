import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { usePagesOf } from '../../src/modules/associations/index.ts';
import { registerClient } from '../../src/modules/integrations/index.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { givenCode, givenOffice, GOOD_PASSWORD, type Office } from '../invitations/operations.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { codeOf, givenProtected } from '../second-factors/operations.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { linkTo } from './partner-pages.ts';
import { WORDPRESS_WORDS } from './wordpress-words.ts';
import { LANGUAGES, WORDS, type Language } from './words.ts';

const plugin = join(import.meta.dirname, '../../examples/wordpress');
const sdk = join(dirname(createRequire(import.meta.url).resolve('@affilia/sdk/package.json')), 'dist');
const SHORTCODES = ['invitation', 'sign_in', 'account'];
const NOSCRIPT = {
  'fr-CA': 'Cette page a besoin de JavaScript.',
  'en-CA': 'This page needs JavaScript.',
} as const;
const unindented = (text: string): string => text.replace(/^\s+/gm, '').trim();

describe('the WordPress plugin, without WordPress', () => {
  it('prints what page.html has, escaped', async () => {
    const php = await readFile(join(plugin, 'affilia.php'), 'utf8');
    const page = unindented(await readFile(join(plugin, 'page.html'), 'utf8'));
    const [, heredoc = ''] = /<<<HTML\n([\s\S]*?)\n\s*HTML;/.exec(php) ?? [];
    const values: Record<string, string> = {
      lang: 'fr-CA',
      endpoint: 'https://api.example.org/graphql',
      key: 'affilia_pk_live_…',
      noscript: NOSCRIPT['fr-CA'],
    };

    const [, named = ''] = /AFFILIA_PAGES = \[(.*?)\]/.exec(php) ?? [];
    expect(named).toBe(SHORTCODES.map(name => `'${name}'`).join(', '));
    for (const name of SHORTCODES) {
      const printed = heredoc.replace(
        /\{\$(\w+)\}/g,
        (_, word: string) => ({ ...values, name })[word] ?? '?',
      );
      expect(page).toContain(unindented(printed));
    }
    for (const [, word = ''] of heredoc.matchAll(/\{\$(\w+)\}/g))
      expect(php).toMatch(new RegExp(`\\$${word} = esc_(attr|html)\\(`));
    expect(page.match(/data-affilia=/g)).toHaveLength(SHORTCODES.length);
  });
});

describe('the pages of the WordPress plugin in a browser', () => {
  let portal: Portal;
  let browser: TestBrowser;
  let office: Office;
  let clientKey = '';
  let policy = '';
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '', 'http://site');
    const [, language, file = ''] = /^\/(fr|en)\/(.*)$/.exec(pathname) ?? [];
    const folder = file === 'affilia.iife.js' ? sdk : plugin;
    readFile(join(folder, file || 'page.html')).then(
      async bytes => {
        answer.setHeader('content-security-policy', policy);
        answer.setHeader('content-type', extname(file) === '.js' ? 'text/javascript' : 'text/html');
        answer.end(file ? bytes : await pageIn(String(bytes), language === 'en' ? 'en-CA' : 'fr-CA'));
      },
      () => answer.writeHead(404).end(),
    );
  });
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pageAt = (language: Language): string => `${origin()}/${language.slice(0, 2)}/`;

  /** As the plugin prints it for this site, in the language of the page. */
  async function pageIn(html: string, language: Language): Promise<string> {
    const published = await readFile(join(sdk, 'integrity.json'), 'utf8');
    const { 'affilia.iife.js': integrity } = JSON.parse(published) as { 'affilia.iife.js': string };
    return html
      .replaceAll('fr-CA', language)
      .replaceAll(NOSCRIPT['fr-CA'], NOSCRIPT[language])
      .replaceAll('https://api.example.org/graphql', portal.endpoint)
      .replaceAll('affilia_pk_live_…', clientKey)
      .replaceAll('sha384-…', integrity);
  }

  beforeAll(async () => {
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    [portal, browser] = await Promise.all([openPortal(), openBrowser()]);
    office = await givenOffice(portal);
    const { association } = portal.world.aqpm;
    clientKey = await portal.parts.db.transaction(async tx => {
      const { client, key } = await registerClient(portal.parts, tx, {
        associationId: association.id,
        name: 'WordPress',
        kind: 'PUBLISHABLE',
        keyMode: 'TEST',
        signInMode: 'DIRECT',
        origins: [origin()],
        pages: LANGUAGES.map(locale => ({ page: 'PASSWORD_RESET' as const, locale, url: pageAt(locale) })),
      });
      await usePagesOf(tx, association.id, client.id);
      return key;
    });
    const readme = await readFile(join(plugin, 'README.md'), 'utf8');
    policy = /Content-Security-Policy: (.*)/.exec(readme)?.[1] ?? '';
    expect(policy).toContain('https://api.example.org/graphql');
    policy = policy.replaceAll('https://api.example.org/graphql', portal.endpoint);
  });
  afterAll(async () => {
    server.close();
    await browser.close();
    await portal.close();
  });

  const expectAccessible = async (page: Page): Promise<void> => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  };
  const open = async (language: Language, fragment = ''): Promise<Page> => {
    const page = await browser.reuse({ locale: language });
    page.setDefaultTimeout(10_000);
    await page.goto(pageAt(language) + fragment);
    return page;
  };

  it('sign in and out, and show what is theirs, in French', async () => {
    const language = 'fr-CA';
    const [say, words] = [WORDPRESS_WORDS[language], WORDS[language]];
    const { address } = await givenAccount(portal, { locale: language });
    const page = await open(language);
    const place = page.locator('[data-affilia="sign_in"]');
    const submit = async (password: string): Promise<void> => {
      await place.getByLabel(words.identifier, { exact: true }).fill(address);
      await place.getByLabel(words.password, { exact: true }).fill(password);
      await place.getByRole('button', { name: words.signIn, exact: true }).click();
    };
    await page.getByText(say.nobody).waitFor();
    await page.locator('[data-affilia="invitation"] form').waitFor();
    await place.locator('form').waitFor();
    await expectAccessible(page);

    await submit('faux');
    await place.getByRole('alert').waitFor();
    expect(await place.locator('form').getByRole('button', { name: say.forgotUsername }).count()).toBe(1);
    await expectAccessible(page);
    await submit(PASSWORD);
    const account = page.locator('[data-affilia="account"]');
    await account.getByText(say.signedIn).waitFor();
    await place.getByText(say.signedIn).waitFor();
    await expectAccessible(page);

    await account.getByRole('button', { name: say.signOut }).click();
    await account.getByText(say.nobody).waitFor();
  });

  it('lead from an invitation to an account, in English', async () => {
    const language = 'en-CA';
    const [say, words] = [WORDPRESS_WORDS[language], WORDS[language]];
    const { code } = await givenCode(portal, office, { locale: words.api });
    const page = await open(language, `#code=${code}`);
    const place = page.locator('[data-affilia="invitation"]');
    const submit = () => place.getByRole('button', { name: words.open, exact: true }).click();
    await place.getByLabel(words.username, { exact: true }).waitFor();
    expect(page.url()).not.toContain(code);

    const passwords = async (password: string, repeated = password): Promise<void> => {
      await place.getByLabel(words.password, { exact: true }).fill(password);
      await place.getByLabel(words.confirmation, { exact: true }).fill(repeated);
      await submit();
    };
    await place.getByLabel(words.username, { exact: true }).fill(`mot-${language}`);
    await place.getByRole('radio', { name: words.language }).check();
    for (const document of await place.getByRole('checkbox', { name: words.accept }).all())
      await document.check();
    await passwords('abc', 'abd');
    await place.getByText(words.passwordsDiffer).waitFor();
    await passwords('abc');
    await place.locator('[aria-invalid]').first().waitFor();
    await expectAccessible(page);
    await passwords(GOOD_PASSWORD);

    await place.getByText(say.done).waitFor();
    await expectAccessible(page);
    await page.reload();
    await page.locator('[data-affilia="account"]').getByText(say.signedIn).waitFor();
  });

  it('ask for the second factor after the password, in English', async () => {
    const language = 'en-CA';
    const [say, words] = [WORDPRESS_WORDS[language], WORDS[language]];
    const { account, secret } = await givenProtected(portal, { locale: language });
    const page = await open(language);
    const place = page.locator('[data-affilia="sign_in"]');
    await place.getByLabel(words.identifier, { exact: true }).fill(account.address);
    await place.getByLabel(words.password, { exact: true }).fill(PASSWORD);
    await place.getByRole('button', { name: words.signIn, exact: true }).click();

    const step = place.getByRole('form', { name: say.sixDigits });
    await step.getByLabel(say.code, { exact: true }).fill(codeOf(portal, secret, 40));
    await step.getByRole('button', { name: say.confirm }).click();
    await step.getByText(say.codeRefused).first().waitFor();
    await expectAccessible(page);
    await step.getByLabel(say.code, { exact: true }).fill(codeOf(portal, secret));
    await step.getByRole('button', { name: say.confirm }).click();

    await page.locator('[data-affilia="account"]').getByText(say.signedIn).waitFor();
  });

  it('have a forgotten username mailed, in English', async () => {
    const language = 'en-CA';
    const say = WORDPRESS_WORDS[language];
    const { address, username } = await givenAccount(portal, { locale: language });
    const page = await open(language);
    const place = page.locator('[data-affilia="sign_in"]');
    await place.getByRole('button', { name: say.forgotUsername }).click();
    await place.getByLabel(say.address, { exact: true }).fill(address);
    await place.getByRole('button', { name: say.sendUsername }).click();

    await place.getByRole('status').getByText(say.halfAnHour).waitFor();
    await expectAccessible(page);
    await portal.runDue();
    const { text, html } = portal.mailbox.lastTo(address);
    for (const body of [text, html]) expect(body).toContain(username);
  });

  it('lead from a forgotten password to a new one, in French', async () => {
    const language = 'fr-CA';
    const say = WORDPRESS_WORDS[language];
    const { address } = await givenAccount(portal, { locale: language });
    const page = await open(language);
    await page.clock.install();
    const place = page.locator('[data-affilia="sign_in"]');
    await place.getByRole('button', { name: say.forgotPassword }).click();
    await place.locator('[name="input.identifier"]:not([autocomplete="off"])').first().fill(address);
    await place.getByRole('button', { name: say.sendLink }).click();
    await place.getByRole('status').waitFor();
    expect(await place.getByRole('button', { name: say.sendAgain }).count()).toBe(0);
    await page.clock.runFor('05:01');
    await place.getByRole('button', { name: say.sendAgain }).waitFor();
    await expectAccessible(page);
    await portal.runDue();

    const next = await browser.reuse({ locale: language });
    await next.goto(linkTo(portal, address, 'token'));
    await next.getByLabel(say.newPassword, { exact: true }).fill(GOOD_PASSWORD);
    await next.getByLabel(say.repeat, { exact: true }).fill(GOOD_PASSWORD);
    await expectAccessible(next);
    await next.getByRole('button', { name: say.save }).click();

    await next.getByText(say.done).waitFor();
  });
});
