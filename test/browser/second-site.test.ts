import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Locale } from '../../src/kernel/locale.ts';
import { toPublicId } from '../../src/kernel/id.ts';
import { ClientRedirectUriEntity, registerClient } from '../../src/modules/integrations/index.ts';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { openRealm, type Realm } from '../sign-on/realm.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';

interface Known {
  readonly clientKey: string;
  readonly clientId: string;
}

/** What the example's `serve.mjs` offers. */
interface Example {
  serve(options: {
    readonly port: number;
    readonly endpoint: string;
    siteOn(host: string): Promise<Known | null>;
  }): Promise<{ readonly port: number; close(): Promise<void> }>;
}

const SAY = {
  'fr-CA': {
    folder: 'fr',
    signIn: 'Ouvrir une session',
    signOut: 'Fermer la session partout',
    hello: 'Vous avez ouvert une session\u00A0: Amélie Roy.',
    declined: 'Vous êtes revenu sans ouvrir de session.',
    home: 'Retour à l’accueil',
  },
  'en-CA': {
    folder: 'en',
    signIn: 'Sign in',
    signOut: 'Sign out everywhere',
    hello: 'You are signed in: Amélie Roy.',
    declined: 'You came back without signing in.',
    home: 'Back to the home page',
  },
} as const;
const LANGUAGES = Object.keys(SAY) as (keyof typeof SAY)[];

describe('an institute and its national body: two sites with one sign-in, in a browser (A12)', () => {
  let realm: Realm;
  let browser: TestBrowser;
  let site: Awaited<ReturnType<Example['serve']>>;
  let institute: string;
  let national: string;
  let account: GivenAccount;
  beforeAll(async () => {
    [realm, browser] = await Promise.all([openRealm(), openBrowser()]);
    const known = new Map<string, Known>();
    const script = new URL('../../examples/second-site/serve.mjs', import.meta.url).href;
    const { serve } = (await import(script)) as Example;
    site = await serve({
      port: 0,
      endpoint: `${realm.issuer}/graphql`,
      siteOn: host => Promise.resolve(known.get(host) ?? null),
    });
    const { oppi, icu } = realm.world;
    institute = `http://localhost:${site.port}`;
    national = `http://127.0.0.1:${site.port}`;
    known.set('localhost', await register(oppi.id, institute));
    known.set('127.0.0.1', await register(icu.association.id, national));

    account = await givenAccount(realm, { associationIds: [oppi.id, icu.association.id] });
    for (const associationId of [oppi.id, icu.association.id]) {
      const person = await givenPerson(realm, {
        accountId: account.id,
        associationId,
        givenName: 'Amélie',
        familyName: 'Roy',
      });
      const held = await givenClass(realm, { associationId, code: 'FULL' });
      await givenMembership(realm, held, { personId: person.id }, { memberNumber: `M-${associationId}` });
    }
  });
  afterAll(async () => {
    await site.close();
    await browser.close();
    await realm.close();
  });

  const register = (associationId: string, origin: string): Promise<Known> =>
    realm.parts.db.transaction(async tx => {
      const { client, key } = await registerClient(realm.parts, tx, {
        associationId: associationId as typeof realm.world.oppi.id,
        name: origin,
        kind: 'PUBLISHABLE',
        keyMode: 'TEST',
        signInMode: 'HOSTED',
        origins: [origin],
        pages: [],
        redirectUris: ['fr', 'en'].map(folder => `${origin}/${folder}/signed-in.html`),
      });
      await tx.insert(
        ClientRedirectUriEntity,
        ['fr', 'en'].map(folder => ({
          clientId: client.id,
          purpose: 'SIGN_OUT' as const,
          uri: `${origin}/${folder}/`,
        })),
      );
      return { clientKey: key, clientId: toPublicId('Client', client.id) };
    });

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const typePassword = async (page: Page): Promise<void> => {
    await page.fill('[name="input.identifier"]', account.address);
    await page.fill('[name="input.password"]', PASSWORD);
    await page.click('main form button');
  };
  const expectAccessible = async (page: Page): Promise<void> => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  };
  const open = async (locale: Locale): Promise<{ page: Page; said: string[] }> => {
    const page = await browser.open({ locale });
    const said: string[] = [];
    page.context().on('console', message => said.push(message.text()));
    page.context().on('weberror', fault => said.push(fault.error().message));
    return { page, said };
  };

  it.each(LANGUAGES)(
    'signed in at one, one is signed in at the other without typing, in %s',
    async locale => {
      const { folder, signIn, signOut, hello } = SAY[locale];
      const { page, said } = await open(locale);
      await page.goto(`${institute}/${folder}/`);
      await page.getByRole('button', { name: signIn }).waitFor();
      await expectAccessible(page);

      await press(page, signIn);
      await page.waitForURL(`${realm.issuer}/**`);
      await typePassword(page);

      await page.getByText(hello).waitFor();
      expect(page.url()).toBe(`${institute}/${folder}/`);
      expect(await page.locator('main li').count()).toBe(2);
      await expectAccessible(page);

      const other = await page.context().newPage();
      await other.goto(`${national}/${folder}/`);
      await other.getByText(hello).waitFor();
      expect(other.url()).toBe(`${national}/${folder}/`);
      expect(await other.locator('main li').count()).toBe(2);
      await expectAccessible(other);

      await press(other, signOut);
      await other.waitForURL(`${realm.issuer}/**`);
      await other.click('button[name="logout"]');
      await other.getByRole('button', { name: signIn }).waitFor();
      expect(other.url()).toBe(`${national}/${folder}/`);
      await page.reload();
      await page.getByRole('button', { name: signIn }).waitFor();
      expect(said).toEqual([]);
      await page.context().close();
    },
  );

  it.each(LANGUAGES)('whoever turns back is told so, in %s', async locale => {
    const { folder, signIn, declined, home } = SAY[locale];
    const { page, said } = await open(locale);
    await page.goto(`${institute}/${folder}/`);
    await press(page, signIn);
    await page.waitForURL(`${realm.issuer}/**`);
    await page.click('button.quiet');

    await page.getByText(declined).waitFor();
    expect(page.url()).toBe(`${institute}/${folder}/signed-in.html`);
    await expectAccessible(page);

    await page.getByRole('link', { name: home }).click();
    await page.getByRole('button', { name: signIn }).waitFor();
    expect(said).toEqual([]);
    await page.context().close();
  });

  it('says that the service cannot be reached, and tries again', async () => {
    const { page } = await open('en-CA');
    await page.route(`${realm.issuer}/graphql`, route => route.abort());
    await page.goto(`${institute}/en/`);
    await page.getByText('The service cannot be reached for now.').waitFor();
    await expectAccessible(page);

    await page.unroute(`${realm.issuer}/graphql`);
    await press(page, 'Try again');

    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.context().close();
  });
});
