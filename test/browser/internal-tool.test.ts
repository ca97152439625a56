import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toPublicId } from '../../src/kernel/id.ts';
import type { OrganizationEntity } from '../../src/modules/organizations/index.ts';
import { givenOffice, issue, newAddress, type Office } from '../invitations/operations.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { hours } from '../support/fake-clock.ts';
import {
  givenClass,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  focused,
  openDesk,
  openTool,
  overflow,
  press,
  signIn,
  type Desk,
  type StaffTool,
} from './staff-tool.ts';

describe('the staff’s own tool (A6, B1, B6)', () => {
  let portal: Portal;
  let browser: TestBrowser;
  let tool: StaffTool;
  let desk: Desk;
  let page: Page;
  let office: Office;
  let organization: OrganizationEntity;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([openPortal(), openBrowser()]);
    office = await givenOffice(portal, { name: 'Luc D’Astous' });
    organization = await givenOrganization(portal);
    const { id: personId } = await givenPerson(portal);
    await givenMembership(portal, await givenClass(portal), { personId }, { memberNumber: '2002' });
    await issue(portal, office, { givenName: 'Jean', familyName: 'Tremblay' });
    tool = await openTool(portal);
    desk = await openDesk(browser, tool);
    ({ page } = desk);
  });
  afterAll(async () => {
    await tool.close();
    await browser.close();
    await portal.close();
  });

  it('signs a clerk in, and says for whom they work and in which role', async () => {
    await desk.newcomer();

    await signIn(page, office.account.username ?? '');

    const text = await page.innerText('main');
    expect(text).toContain('Luc D’Astous');
    expect(text).toContain('Association québécoise de la production médiatique');
    expect(text).toContain('Adhésions');
    expect(new URL(page.url()).pathname).toBe('/fr/');
  });

  it('refuses a wrong password with the ways forward, and takes the person to them', async () => {
    await desk.newcomer();

    await signIn(page, office.account.address, 'pas le bon');

    expect(await page.innerText('[role=alert]')).toContain('Premier accès ou mot de passe oublié');
    expect(await page.innerText('[role=alert]')).toContain('aide@aqpm.example');
    expect(await focused(page)).toContain('Premier accès');
    // The realm has the forms that the tool has not: of the same association, in the same language.
    for (const [way, button] of [
      ['Premier accès ou mot de passe oublié', 'Recevoir un lien'],
      ['Nom d’utilisateur oublié', 'Recevoir mon nom d’utilisateur'],
    ] as const) {
      const address = await page.getByRole('link', { name: way }).getAttribute('href');
      const answer = await fetch(address ?? '');
      const form = await answer.text();
      expect([answer.status, answer.url]).toEqual([200, expect.stringMatching(`^${portal.url}/realm/fr/`)]);
      for (const said of [way, button, portal.world.aqpm.association.senderNameFr])
        expect(form).toContain(said);
    }
    expect(await page.inputValue('#identifier')).toBe(office.account.address);
    expect(await page.inputValue('#password')).toBe('');
  });

  it('shows what is missing beside its field', async () => {
    await desk.newcomer({ language: 'en' });

    await press(page, 'main button');

    const described = await page.getAttribute('#password', 'aria-describedby');
    expect(await page.innerText(`#${described ?? ''}`)).not.toBe('');
    expect(await page.getAttribute('#password', 'aria-invalid')).toBe('true');
    expect(await page.title()).toMatch(/^To correct: /);
  });

  it('writes what people wrote as text, never as markup', async () => {
    await givenOrganization(portal, { publicNameFr: '<img src=x>"&\'', legalName: '9000-0009 Québec inc.' });

    await desk.atWork(office.account, `organizations?search=${encodeURIComponent('"><b>')}`);
    expect(await page.inputValue('#search')).toBe('"><b>');
    await page.goto(`${tool.url}/fr/organizations`);

    expect(await page.innerText('.rows')).toContain('<img src=x>"&\'');
    expect(await page.locator('main img, main b').count()).toBe(0);
  });

  it('leads through a long list by its pages, forwards and back', async () => {
    for (let i = 10; i < 40; i++)
      await givenOrganization(portal, { publicNameFr: `Zénith ${i}`, publicNameEn: `Zenith ${i}` });

    await desk.atWork(office.account, 'organizations?search=zenith', { language: 'en' });
    const first = await page.locator('.rows h2').allInnerTexts();
    await press(page, 'text=Next page');
    const second = await page.locator('.rows h2').allInnerTexts();
    await press(page, 'text=Previous page');

    expect(await page.innerText('main')).toContain('30 organizations');
    expect(first).toHaveLength(20);
    expect(second).toEqual(Array.from({ length: 10 }, (_, i) => `Zenith ${30 + i}`));
    expect(await page.locator('.rows h2').allInnerTexts()).toEqual(first);
  });

  it('signs out, and Back shows nothing of what was there', async () => {
    await desk.atWork(office.account, 'organizations');

    await press(page, 'header button');
    expect(await focused(page)).toBe('Votre session est fermée.');

    await page.goBack();
    expect(await page.innerText('h1')).toBe('Ouvrir une session');
    expect(await page.innerText('body')).not.toContain('Productions Boréales');
  });

  it('comes back to the page that was asked for once the person has signed in', async () => {
    await desk.newcomer({ language: 'en' }, 'organizations?search=productions');

    expect(await page.innerText('h1')).toBe('Sign in');
    await signIn(page, office.account.address);

    expect(new URL(page.url()).search).toBe('?search=productions');
    expect(await page.innerText('.rows')).toContain('Boreal Productions');
  });

  it('sends whoever was away for too long to sign in again, and back to their page', async () => {
    await desk.atWork(office.account, '');

    portal.clock.advance(hours(2));
    await page.goto(`${tool.url}/fr/invitations?state=PENDING`);

    expect(await focused(page)).toContain('Votre session a pris fin');
    await signIn(page, office.account.address);
    expect(new URL(page.url()).search).toBe('?state=PENDING');
  });

  it('says what to do while the portal is out of reach', async () => {
    const lost = await openTool({ ...portal, endpoint: 'http://127.0.0.1:9/graphql' });
    try {
      await page.goto(`${lost.url}/en/sign-in`);

      expect(await page.innerText('h1')).toBe('Portal out of reach');
      expect(await focused(page)).toContain('try again: nothing is done twice');
    } finally {
      await lost.close();
    }
  });

  it('leads to none but its own pages after signing in', async () => {
    await desk.newcomer({}, `sign-in?then=${encodeURIComponent('//elsewhere.example/fr/')}`);

    await signIn(page, office.account.address);

    expect(page.url()).toBe(`${tool.url}/fr/`);
  });

  it('gives the browser a random id that scripts cannot read, and neither token nor key', async () => {
    await desk.newcomer();
    const [before] = await page.context().cookies();
    await signIn(page, office.account.address);
    const cookies = await page.context().cookies();

    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict', path: '/' }]);
    expect(cookies[0]?.value).toMatch(/^[\w-]{43}$/);
    expect(cookies[0]?.value).not.toBe(before?.value);
    for (const path of ['', 'organizations', 'members', 'invitations', 'invite']) {
      await page.goto(`${tool.url}/fr/${path}`);
      const source = await page.content();
      expect(source).not.toContain(portal.world.aqpm.toolKey);
      expect(source).not.toMatch(/eyJ[\w-]+\.|affilia_/);
    }
    expect(desk.strayed).toEqual([]);
    await expect(page.evaluate(() => fetch('/fr/'))).rejects.toThrow(/Failed to fetch/);
  });

  it('is refused every list when its key is a website’s', async () => {
    const site = await openTool(portal, { aqpm: portal.world.aqpm.siteKey });
    try {
      await page.context().clearCookies();
      await page.goto(`${site.url}/fr/sign-in`);
      await signIn(page, office.account.address);

      expect(await page.innerText('[role=alert]')).toContain('n’a aucun rôle');
      for (const path of ['organizations', 'members', 'invitations']) {
        await page.goto(`${site.url}/fr/${path}`);
        expect(await page.innerText('h1')).toBe('Hors de vos rôles');
      }
      await page.goto(`${site.url}/fr/invite`);
      await page.fill('#people', `${newAddress()}; A; B`);
      await page.check('[value=FR_CA]');
      await press(page, 'main button');
      expect(await page.innerText('h1')).toBe('Hors de vos rôles');
    } finally {
      await site.close();
    }
  });

  it.each([
    ['fr', 'has an accessibility fault or is wider than a telephone', accessibilityFaults],
    ['en', 'is wider than a telephone', () => []],
  ] as const)('no page in %s %s', async (language, _, faultsOf) => {
    await desk.newcomer({ language, width: 320 });
    const faults: Record<string, unknown> = {};
    const look = async (name: string) => {
      faults[name] = [await faultsOf(page), await overflow(page)];
    };

    await look('sign in');
    await press(page, 'main button');
    await look('refused');
    await signIn(page, office.account.address);
    await look('home');
    for (const path of ['organizations', 'members', 'invitations', 'invite']) {
      await page.goto(`${tool.url}/${language}/${path}`);
      await look(path);
    }
    await press(page, 'main form button');
    await look('invite refused');
    await page.fill('#people', `${newAddress()}; Nom; Long`);
    await page.check('[value=EN_CA]');
    await press(page, 'main form button');
    await look('result');
    await page.goto(
      `${tool.url}/${language}/invite?organization=${toPublicId('Organization', organization.id)}`,
    );
    await look('delegates');
    await page.goto(`${tool.url}/${language}/nowhere`);
    await look('not found');
    await press(page, 'header button');
    await look('signed out');

    expect(Object.entries(faults).filter(([, found]) => JSON.stringify(found) !== '[[],0]')).toEqual([]);
    expect(Object.keys(faults)).toHaveLength(12);
  });
});
