import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page as Window } from 'playwright-core';
import { toApiLocale, type Locale } from '../../src/kernel/locale.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { perform } from '../accounts/operations.ts';
import {
  givenCode,
  givenOffice,
  GOOD_PASSWORD,
  lapse,
  preview,
  type Office,
} from '../invitations/operations.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { givenSite, openRealm, type Realm } from './realm.ts';
import { openVisitor, type Page } from './visitor.ts';

/** A realm whose association has no page of its own, so that its mails lead to the realm's. */
async function openBareRealm(): Promise<Realm> {
  const realm = await openRealm();
  await givenSite(realm);
  await realm.parts.db.transaction(tx => tx.query('update association set pages_client_id = null'));
  return realm;
}

const signInAs = async (realm: Realm, identifier: string, password: string): Promise<string> => {
  const asked = { clientKey: realm.world.aqpm.siteKey };
  return (await perform(realm, 'signIn', { identifier, password }, asked)).__typename;
};

const linkMailedTo = (realm: Realm, address: string): string =>
  /http:\/\/localhost:\d+\/realm\/\w\w\/invitation#code=\S+/.exec(realm.mailbox.lastTo(address).text)?.[0] ??
  '';

const titleOf = ({ html }: Page): string => /<h1>\s*([^<]+?)\s*<\/h1>/.exec(html)?.[1] ?? '';

let realm: Realm;
let office: Office;
beforeAll(async () => {
  realm = await openBareRealm();
  office = await givenOffice(realm);
});
afterAll(() => realm.close());

/** Invitations expire, and so do sessions of the staff. */
const expire = async (): Promise<void> => {
  lapse(realm);
  office = await givenOffice(realm);
};

describe('the realm’s own page of an invitation (B1–B4)', () => {
  const begin = async (code: string, locale: Locale = 'fr-CA') => {
    const visitor = openVisitor(realm.issuer);
    const page = await visitor.open(`${realm.issuer}/realm/${locale.slice(0, 2)}/invitation`);
    return { visitor, page: await visitor.submit(page, { 'input.code': code }) };
  };
  const boxes = ({ html }: Page): Record<string, string> =>
    Object.fromEntries(
      [...html.matchAll(/name="(input\.acceptedDocuments\.[^"]+)"[^>]*value="([^"]+)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );
  const answers = (page: Page, username: string): Record<string, string> => ({
    'input.username': username,
    'input.password': GOOD_PASSWORD,
    confirmation: GOOD_PASSWORD,
    'input.locale': 'FR_CA',
    ...boxes(page),
  });
  const openSessions = async (): Promise<number> => {
    const [row] = await realm.parts.db.transaction(tx =>
      tx.query<{ count: string }[]>('select count(*) from session where ended_at is null'),
    );
    return Number(row?.count);
  };

  it('is kept nowhere, runs our own script only, and changes nothing when it is opened', async () => {
    const { code } = await givenCode(realm, office);

    const page = await openVisitor(realm.issuer).open(`${realm.issuer}/realm/fr/invitation`);

    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'; form-action 'self'");
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect((await preview(realm, code)).__typename).toBe('InvitationPreviewSuccess');
  });

  it('shows what is offered and opens an account, without a session that stays', async () => {
    const { code, address } = await givenCode(realm, office);
    const { visitor, page } = await begin(code);
    expect(page.html).toContain('Association québécoise de la production médiatique');
    expect(page.html).toContain(address);
    expect(Object.keys(boxes(page))).toHaveLength(realm.world.aqpm.documentIds.length);
    const before = await openSessions();

    const done = await visitor.submit(page, answers(page, 'sans-site'));

    expect(titleOf(done)).toBe('Votre compte est ouvert');
    expect(done.html).toContain('href="https://');
    expect(await openSessions()).toBe(before);
    expect(visitor.cookies.size).toBe(0);
    expect(await signInAs(realm, 'sans-site', GOOD_PASSWORD)).toBe('SignInSuccess');
    const used = await begin(code);
    expect(used.page.status).toBe(422);
    expect(used.page.html).toContain('Cette invitation a déjà servi');
  });

  it('shows French documents first where French comes first, on the English page too', async () => {
    const { code } = await givenCode(realm, office);

    const { page } = await begin(code, 'en-CA');

    const languages = [...page.html.matchAll(/<a\s+href="[^"]+"\s+lang="(..)"\s+hreflang="..">/g)];
    expect(languages.map(([, language]) => language)).toEqual(['fr', 'en', 'fr', 'en']);
  });

  it('says at each answer what is wrong, keeps what was typed, and leaves the code as it was', async () => {
    const { code } = await givenCode(realm, office);
    const { visitor, page } = await begin(code);
    const right = answers(page, 'a-corriger');

    const empty = await visitor.submit(page, { 'input.password': '' });
    const differing = await visitor.submit(page, { ...right, confirmation: 'autre' });
    const weak = await visitor.submit(page, { ...right, 'input.password': 'aaaa', confirmation: 'aaaa' });
    const strange = await visitor.submit(page, { ...right, 'input.locale': 'DE_DE' });

    expect([empty, differing, weak, strange].map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(empty.html.match(/class="fault"/g)).toHaveLength(6);
    expect(differing.html).toContain('Les deux mots de passe ne sont pas identiques');
    for (const { html } of [differing, weak, strange]) {
      expect(html).toContain('class="fault"');
      expect(html).toContain('value="a-corriger"');
      expect(html).not.toContain(GOOD_PASSWORD);
    }
    expect((await preview(realm, code)).__typename).toBe('InvitationPreviewSuccess');
  });

  it.each(['', 'nothing', '8e5f9b1c-efcd-432b'])(
    'refuses the code «%s», and says whom to write to',
    async code => {
      const { page } = await begin(code);

      expect(page.status).toBe(422);
      expect(page.html).toContain('role="alert"');
      expect(page.html).not.toContain('<script');
    },
  );

  it('says how long to wait once there were too many guesses', async () => {
    const visitor = openVisitor(realm.issuer);
    const page = await visitor.open(`${realm.issuer}/realm/fr/invitation`);
    let last = page;
    for (let time = 0; time < 31; time++)
      last = await visitor.submit(page, { 'input.code': `nothing${time}` });

    expect(last.status).toBe(422);
    expect(last.html).not.toContain('est inconnu ici');
    await expire();
  });

  it('accepts with an account that is there, and leaves no session', async () => {
    const { code, address } = await givenCode(realm, office);
    const own = await givenAccount(realm, { address });
    const { visitor, page } = await begin(code);
    const refused = await visitor.submit(page, answers(page, 'deuxieme-compte'));
    expect(refused.html).toContain('Un compte utilise déjà cette adresse courriel');
    const before = await openSessions();

    const asked = await visitor.submit(page, { wish: 'OWN_ACCOUNT' });
    const signIn = { 'input.identifier': own.address };
    const wrong = await visitor.submit(asked, { ...signIn, 'input.password': 'Wrong password' });
    const done = await visitor.submit(asked, { ...signIn, 'input.password': PASSWORD });

    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('role="alert"');
    expect(titleOf(done)).toBe('L’invitation est acceptée');
    expect(await openSessions()).toBe(before);
  });

  it('sends a fresh invitation for one that has expired, whose code then works', async () => {
    const { code, address } = await givenCode(realm, office);
    await expire();
    const { visitor, page } = await begin(code);
    expect(page.status).toBe(422);
    expect(page.html).toContain('Cette invitation est expirée');

    const sent = await visitor.submit(page, {});

    expect(titleOf(sent)).toBe('Une nouvelle invitation est en route');
    await realm.runDue();
    const fresh = await begin(linkMailedTo(realm, address));
    expect(fresh.page.status).toBe(200);
    const old = await begin(code);
    expect(old.page.html).toContain('Une invitation plus récente');
  });
});

describe('the realm’s own page of an invitation in a browser (B1–B4)', () => {
  let browser: TestBrowser;
  let french: Window;
  beforeAll(async () => {
    browser = await openBrowser();
    french = await browser.open({ width: 320 });
  });
  afterAll(() => browser.close());

  const fits = async (window: Window): Promise<void> =>
    expect(await window.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const judge = async (window: Window): Promise<void> => {
    expect(await accessibilityFaults(window)).toEqual([]);
    await fits(window);
  };
  const go = (window: Window, button: string): Promise<unknown> =>
    Promise.all([window.waitForEvent('load'), window.click(button)]);

  it.each<[Locale, string, boolean]>([
    ['fr-CA', 'Votre compte est ouvert', true],
    ['en-CA', 'Your account is open', false],
  ])(
    'leads from the mail to an account that signs in: %s, «%s», scripts %s',
    async (locale, title, scripts) => {
      const { address } = await givenCode(realm, office, { locale: toApiLocale(locale) });
      const link = linkMailedTo(realm, address);
      const username = `membre-${locale}-${scripts ? 'script' : 'main'}`;
      const window = scripts ? french : await browser.open({ locale, width: 320, scripts });
      const said: string[] = [];
      window.on('console', message => said.push(message.text()));

      // What judges a page waits for timers, which do not run without scripts.
      const judged = (): Promise<void> => (scripts ? judge(window) : fits(window));

      await window.goto(link.split('#')[0] ?? '');
      await judged();
      await window.goto('about:blank');
      await window.goto(link);
      if (scripts) await window.waitForSelector('[name="input.username"]');
      else {
        await window.fill('[name="input.code"]', link);
        await go(window, 'main form button');
      }
      expect(window.url()).not.toContain(link.split('#code=')[1]);
      await judged();
      await go(window, 'button.quiet');
      await judged();
      await go(window, 'button.quiet');
      await window.fill('[name="input.username"]', username);
      await window.fill('[name="input.password"]', GOOD_PASSWORD);
      await window.fill('[name="confirmation"]', 'autre chose');
      await window.selectOption('select', toApiLocale(locale));
      for (const box of await window.locator('[type=checkbox]').all()) await box.check();
      await go(window, 'main form button:not(.quiet)');
      await judged();
      await window.fill('[name="input.password"]', GOOD_PASSWORD);
      await window.fill('[name="confirmation"]', GOOD_PASSWORD);
      await go(window, 'main form button:not(.quiet)');

      expect(await window.innerText('h1')).toBe(title);
      await judged();
      expect(said.filter(line => !line.includes('422'))).toEqual([]);
      expect(await signInAs(realm, username, GOOD_PASSWORD)).toBe('SignInSuccess');
    },
  );

  it.each([
    ['fr-CA', 'Une nouvelle invitation est en route', fits],
    ['en-CA', 'A fresh invitation is on its way', judge],
  ] as const)('sends a fresh invitation from an old mail in %s', async (locale, title, judged) => {
    const { address } = await givenCode(realm, office, { locale: toApiLocale(locale) });
    const link = linkMailedTo(realm, address);
    await expire();
    const window = locale === 'fr-CA' ? french : await browser.open({ locale, width: 320 });
    await window.goto('about:blank');

    await window.goto(link);
    await window.waitForSelector('button.quiet');
    await judged(window);
    await go(window, 'button.quiet');

    expect(await window.innerText('h1')).toBe(title);
    await judged(window);
  });
});
