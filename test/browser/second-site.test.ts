import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toPublicId } from '../../src/kernel/id.ts';
import { ClientRedirectUriEntity, registerClient } from '../../src/modules/integrations/index.ts';
import { DelegateRole } from '../../src/modules/organizations/index.ts';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { openRealm, type Realm } from '../sign-on/realm.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';

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

/** Where people come back to on a site, and who takes their password. */
interface Placed {
  readonly signedIn?: string;
  readonly signInMode?: 'HOSTED' | 'DIRECT';
}

/** What those of the other examples do. */
interface OtherExample {
  serve(options: object): Promise<{ readonly url: string; close(): Promise<void> }>;
}

/** Serves another example beside them. */
async function serveExample(name: string, options: object): ReturnType<OtherExample['serve']> {
  const script = new URL(`../../examples/${name}/serve.mjs`, import.meta.url).href;
  return ((await import(script)) as OtherExample).serve({ port: 0, ...options });
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

describe('an institute and its national body: two sites with one sign-in, in a browser (A12)', () => {
  let realm: Realm;
  let browser: TestBrowser;
  let site: Awaited<ReturnType<Example['serve']>>;
  let institute: string;
  let national: string;
  let account: GivenAccount;
  let page: Page;
  const said: string[] = [];
  beforeAll(async () => {
    [realm, browser] = await Promise.all([openRealm(), openBrowser()]);
    page = await browser.open({ width: 320 });
    page.context().on('console', message => said.push(message.text()));
    page.context().on('weberror', fault => said.push(fault.error().message));
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
      if (associationId === icu.association.id) {
        const organization = await givenOrganization(realm, { associationId, publicNameFr: 'Cabinet Roy' });
        await givenDelegations(realm, organization, person, DelegateRole.PRINCIPAL, DelegateRole.VOTING);
      }
      const held = await givenClass(realm, { associationId, code: 'FULL' });
      await givenMembership(realm, held, { personId: person.id }, { memberNumber: `M-${associationId}` });
    }
  });
  afterAll(async () => {
    await site.close();
    await browser.close();
    await realm.close();
  });

  const register = (
    associationId: string,
    origin: string,
    { signedIn = 'signed-in.html', signInMode = 'HOSTED' }: Placed = {},
  ): Promise<Known> =>
    realm.parts.db.transaction(async tx => {
      const { client, key } = await registerClient(realm.parts, tx, {
        associationId: associationId as typeof realm.world.oppi.id,
        name: origin,
        kind: 'PUBLISHABLE',
        keyMode: 'TEST',
        signInMode,
        origins: [origin],
        pages: [],
        redirectUris: ['fr', 'en'].map(folder => `${origin}/${folder}/${signedIn}`),
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
  const fits = async (shown: Page): Promise<void> =>
    expect(await shown.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const look = async (shown: Page): Promise<void> => {
    await fits(shown);
    expect(await accessibilityFaults(shown)).toEqual([]);
  };

  it('signed in at one in French, one is signed in at the other in English without typing', async () => {
    const [fr, en] = [SAY['fr-CA'], SAY['en-CA']];
    await page.goto(`${institute}/fr/`);
    await page.getByRole('button', { name: fr.signIn }).waitFor();
    await look(page);

    await press(page, fr.signIn);
    await page.waitForURL(`${realm.issuer}/**`);
    await typePassword(page);

    await page.getByText(fr.hello).waitFor();
    expect(page.url()).toBe(`${institute}/fr/`);
    expect(await page.locator('main li').count()).toBe(2);
    await look(page);

    const other = await page.context().newPage();
    await other.goto(`${national}/en/`);
    await other.getByText(en.hello).waitFor();
    expect(other.url()).toBe(`${national}/en/`);
    expect(await other.locator('main li').count()).toBe(2);
    await fits(other);

    await press(other, en.signOut);
    await other.waitForURL(`${realm.issuer}/**`);
    await other.click('button[name="logout"]');
    await other.getByRole('button', { name: en.signIn }).waitFor();
    expect(other.url()).toBe(`${national}/en/`);
    await fits(other);
    await other.close();
    await page.reload();
    await page.getByRole('button', { name: fr.signIn }).waitFor();
    expect(said).toEqual([]);
  });

  it('whoever turns back is told so, in English', async () => {
    const { folder, signIn, declined, home } = SAY['en-CA'];
    await page.goto(`${institute}/${folder}/`);
    await press(page, signIn);
    await page.waitForURL(`${realm.issuer}/**`);
    await page.click('button.quiet');

    await page.getByText(declined).waitFor();
    expect(page.url()).toBe(`${institute}/${folder}/signed-in.html`);
    await look(page);

    await page.getByRole('link', { name: home }).click();
    await page.getByRole('button', { name: signIn }).waitFor();
    expect(said).toEqual([]);
  });

  it('a site that a server draws keeps whoever signed in there in a cookie, out of reach of scripts', async () => {
    const [fr, en] = [SAY['fr-CA'], SAY['en-CA']];
    const { url, close } = await serveExample('server-site', {
      endpoint: `${realm.issuer}/graphql`,
      cookieKey: randomBytes(32).toString('base64'),
      client: () => registered,
    });
    const registered = register(realm.world.icu.association.id, url, { signedIn: 'signed-in' });
    const visitor = await browser.open({ width: 320 });
    visitor.setDefaultTimeout(10_000);
    const cookies = async () =>
      (await visitor.context().cookies(url)).filter(({ name }) => name.startsWith('__Host-'));

    await visitor.goto(`${url}/`);
    await look(visitor);
    await press(visitor, fr.signIn);
    await visitor.waitForURL(`${realm.issuer}/**`);
    await visitor.click('button.quiet');
    await visitor.getByText(fr.declined).waitFor();
    await look(visitor);
    await press(visitor, fr.signIn);
    await visitor.waitForURL(`${realm.issuer}/**`);
    await typePassword(visitor);
    await visitor.getByText(fr.hello).waitFor();
    await look(visitor);
    expect(await visitor.evaluate(() => document.cookie)).toBe('');
    expect(visitor.url()).toBe(`${url}/fr/`);
    expect(await visitor.locator('main li').count()).toBe(3);
    const organization = visitor.locator('main li', { hasText: 'Cabinet Roy' });
    expect(await organization.locator('dd').last().innerText()).toBe('Délégué principal, Délégué votant');
    expect(await cookies()).toEqual([
      expect.objectContaining({ name: '__Host-affilia', httpOnly: true, secure: true, sameSite: 'Lax' }),
    ]);

    await visitor.goto(`${url}/en/signed-in?code=x&state=y`);
    await visitor.getByText('This sign-in is no longer valid.').waitFor();
    await visitor.goto(`${url}/en/`);
    await visitor.getByText(en.hello).waitFor();
    await look(visitor);
    await press(visitor, 'Sign out');
    await visitor.getByRole('button', { name: en.signIn }).waitFor();
    expect(visitor.url()).toBe(`${url}/en/`);
    await press(visitor, en.signIn);
    await visitor.locator('[name="input.password"]').waitFor();
    expect(visitor.url()).toContain(realm.issuer);
    await close();
  });

  it('a site that takes passwords offers the page of the association as well', async () => {
    const there = 'Ouvrir une session sur la page de l’association';
    const keys: Record<string, string> = {};
    const clientIds: Record<string, string> = {};
    const { url, close } = await serveExample('partner-site', {
      endpoint: `${realm.issuer}/graphql`,
      keys,
      clientIds: () => Promise.resolve(clientIds),
    });
    const known = await register(realm.world.icu.association.id, url, { signInMode: 'DIRECT' });
    keys['icu'] = known.clientKey;
    clientIds['icu'] = known.clientId;
    const visitor = await browser.open({ width: 320 });
    visitor.setDefaultTimeout(10_000);

    await visitor.goto(`${url}/fr/sign-in.html?then=security.html`);
    await visitor.getByRole('button', { name: there }).waitFor();
    await look(visitor);
    await press(visitor, there);
    await visitor.waitForURL(`${realm.issuer}/**`);
    await visitor.click('button.quiet');
    await visitor.getByText(SAY['fr-CA'].declined).waitFor();
    await look(visitor);
    await visitor.locator('#content').getByRole('link').click();
    await press(visitor, there);
    await visitor.waitForURL(`${realm.issuer}/**`);
    await typePassword(visitor);
    await visitor.waitForURL(`${url}/fr/profile.html`);

    await press(visitor, 'Fermer la session');
    await visitor.waitForURL(`${url}/fr/sign-in.html`);
    await press(visitor, there);
    await visitor.locator('[name="input.password"]').waitFor();
    expect(visitor.url()).toContain(realm.issuer);
    await close();
  });

  it('says that the service cannot be reached, and tries again', async () => {
    await page.route(`${realm.issuer}/graphql`, route => route.abort());
    await page.goto(`${institute}/en/`);
    await page.getByText('The service cannot be reached for now.').waitFor();
    await look(page);

    await page.unroute(`${realm.issuer}/graphql`);
    await press(page, 'Try again');

    await page.getByRole('button', { name: 'Sign in' }).waitFor();
  });
});
