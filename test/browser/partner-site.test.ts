import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenCode } from '../invitations/operations.ts';
import { accessibilityFaults } from '../support/browser.ts';
import { serveSite, type Site } from '../support/site.ts';
import { box, expectAccessible, linkTo, openSetting, type Setting } from './partner-pages.ts';
import { LANGUAGES, WORDS } from './words.ts';

const PAGES = [
  'index.html',
  'invitation.html',
  'sign-in.html',
  'profile.html',
  'security.html',
  'organization.html',
  'email-confirmation.html',
  'forgot-password.html',
  'forgot-username.html',
  'password-reset.html',
  'completion.html',
  'terms.html',
  'privacy.html',
];

describe('the example site (B2, P5)', () => {
  let setting: Setting;
  let stranger: Site;
  let borrower: Site;
  beforeAll(async () => {
    setting = await openSetting();
    const { portal, site } = setting;
    stranger = await serveSite(portal, { aqpm: site.key });
    borrower = await serveSite(portal, { aqpm: portal.world.aqpm.siteKey });
  });
  afterAll(async () => {
    await Promise.all([stranger.close(), borrower.close()]);
    await setting.close();
  });

  it('opens in the language of the browser', async () => {
    const { url } = setting.site;
    const languageFor = async (wanted: string): Promise<string | null> =>
      (await fetch(`${url}/`, { redirect: 'manual', headers: { 'accept-language': wanted } })).headers.get(
        'location',
      );

    expect(await languageFor('en-CA,en;q=0.9,fr;q=0.8')).toBe('/en/');
    expect(await languageFor('en;q=0.5, fr-CA')).toBe('/fr/');
    expect(await languageFor('de')).toBe('/fr/');
    expect((await fetch(`${url}/fr`)).url).toBe(`${url}/fr/`);
  });

  it.each([
    '/nothing.html',
    '/../serve.mjs',
    '/%2e%2e/package.json',
    '/sdk/../../package.json',
    '/sdk/%2e%2e/x.js',
  ])('has nothing at %s', async path => {
    const answer = await fetch(setting.site.url + path);

    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Page introuvable');
  });

  it('sends every page with a policy that lets in nothing inline but its import map', async () => {
    const { headers } = await fetch(setting.site.page('fr-CA', 'invitation.html'));

    expect(headers.get('content-security-policy')).toMatch(
      new RegExp(
        `^default-src 'none'; script-src 'self' 'sha256-[\\w+/]{43}='; style-src 'self'; img-src 'self'; ` +
          `connect-src ${setting.portal.endpoint}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$`,
      ),
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it.each(LANGUAGES)('every page stands in %s, within its policy, for eyes of every kind', async language => {
    const { site, browser } = setting;
    const page = await browser.reuse({ locale: language });
    const complaints: string[] = [];
    page.on('console', message => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', error => complaints.push(error.message));

    await page.emulateMedia({ colorScheme: 'dark' });
    for (const name of PAGES) {
      await page.goto(site.page(language, name));
      await page.locator('footer').waitFor();
      await page.locator('#content [aria-busy]').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: null });
    await page.goto(`${site.url}/${language.slice(0, 2)}/nowhere.html`);
    await expectAccessible(page, language);

    expect(complaints.filter(text => !text.includes('404'))).toEqual([]);
  });

  it('a page of an origin that is nobody’s, or another client’s, is refused in the browser', async () => {
    const { portal, browser, site } = setting;
    const page = await browser.reuse({ locale: 'en-CA' });
    const reasons: string[] = [];
    page.on('console', message => reasons.push(message.text()));
    const refused = page.getByRole('alert').getByText(WORDS['en-CA'].offline);

    await page.goto(stranger.page('en-CA', 'index.html'));
    await refused.waitFor();
    expect(reasons.join()).toContain('Response to preflight request');
    await expectAccessible(page);

    // The origin is registered, for another client: the preflight passes and the request itself is refused.
    await portal.parts.db.entities.query(
      'insert into client_origin (client_id, origin) select id, $1 from client where publishable_key = $2',
      [borrower.url, site.key],
    );
    reasons.length = 0;
    await page.goto(borrower.page('en-CA', 'index.html'));
    await refused.waitFor();
    expect(reasons.join()).toContain('has been blocked by CORS policy');
    expect(reasons.join()).not.toContain('preflight');
  });

  it('what could not be loaded is loaded at the second try', async () => {
    const { browser, site, portal } = setting;
    const page = await browser.reuse();
    await page.route(portal.endpoint, route => route.abort());
    await page.goto(site.page('fr-CA', 'index.html'));
    await page.getByRole('alert').getByText(WORDS['fr-CA'].offline).waitFor({ timeout: 20_000 });

    await page.unroute(portal.endpoint);
    await page.getByRole('button', { name: 'Réessayer' }).click();

    await page.getByText(/Bienvenue sur le portail/).waitFor();
  });

  it('draws a field that it has never heard of, and sends its answer', async () => {
    const { portal, office, browser } = setting;
    const { address } = await givenCode(portal, office);
    const page = await browser.reuse();
    const field = {
      path: ['input', 'stageName'],
      label: 'Nom de scène',
      help: 'S’il y a lieu.',
      kind: 'KIND_OF_TOMORROW',
      required: true,
      autocomplete: 'nickname',
      maxLength: 20,
      options: [],
      value: null,
      readOnlyReason: null,
      repeats: null,
    };
    await page.route(portal.endpoint, async route => {
      const answer = await route.fetch();
      const body = (await answer.json()) as {
        data?: { result?: { flow?: { forms: { fields: object[] }[] } } };
      };
      body.data?.result?.flow?.forms[0]?.fields.push(field);
      await route.fulfill({ response: answer, json: body });
    });

    await page.goto(linkTo(portal, address, 'code'));
    const drawn = page.getByRole('textbox', { name: 'Nom de scène', description: 'S’il y a lieu.' });
    await drawn.fill('Cléo');
    expect(await drawn.getAttribute('maxlength')).toBe('20');
    const words = WORDS['fr-CA'];
    await box(page, words.username).fill('Scène');
    await box(page, words.password).fill('Printemps!2027');
    await box(page, words.confirmation).fill('Printemps!2027');
    await page.getByRole('radio', { name: words.language }).check();
    for (const document of await page.getByRole('checkbox', { name: words.accept }).all())
      await document.check();
    const show = page.getByRole('button', { name: `Afficher ${words.password}`, exact: true });
    await show.click();
    expect(await box(page, words.password).getAttribute('type')).toBe('text');
    const [request] = await Promise.all([
      page.waitForRequest(sent => sent.postData()?.includes('Scène') === true),
      page.getByRole('button', { name: words.open, exact: true }).click(),
    ]);

    expect(request.postDataJSON()).toMatchObject({ variables: { input: { stageName: 'Cléo' } } });
    expect(request.postData()).not.toContain('confirmation');
    expect(await box(page, words.password).getAttribute('type')).toBe('password');
    // This service does not know the field either, and says so with the number to quote.
    expect(await page.locator('.summary code').textContent()).toMatch(/^[0-9a-f]{24}$/);
    await expectAccessible(page);
    await page.unrouteAll({ behavior: 'wait' });
  });
});
