import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenClient, isAccepted } from '../integrations/operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { minutes } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { focused, openTool, openWindow, overflow, press, signIn, type StaffTool } from './staff-tool.ts';

describe('clients in the staff’s own tool (L3)', () => {
  let portal: Portal;
  let browser: TestBrowser;
  let tool: StaffTool;
  let office: Office;
  let page: Page;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([openPortal(), openBrowser()]);
    office = await givenOffice(portal, { name: 'Geneviève Roy', role: StaffRole.ADMIN });
    tool = await openTool(portal);
  });
  afterEach(() => page.close());
  afterAll(async () => {
    await tool.close();
    await browser.close();
    await portal.close();
  });

  const atWork = async (language: 'fr' | 'en' = 'fr', width = 1280): Promise<string[]> => {
    const window = await openWindow(browser, tool, { language, width });
    ({ page } = window);
    await signIn(page, office.account.address);
    return window.strayed;
  };
  const shownKey = (): Promise<string> => page.innerText('code.key');

  it('an administrator registers a site, and its key works at once', async () => {
    portal.clock.advance(1);
    const strayed = await atWork();
    await press(page, 'nav >> text=Clients');
    await press(page, 'text=Inscrire un client');
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.fill('#name', 'Site des régions');
    await page.fill('#origins', 'https://regions.aqpm.example\nhttps://aqpm.example/');
    await press(page, 'main button');
    expect(await focused(page)).toContain('Écrivez l’origine comme les navigateurs l’envoient');
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.fill('#origins', 'https://regions.aqpm.example');
    await press(page, 'main button');
    const key = await shownKey();

    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isAccepted(portal, key)).toBe(true);
    await press(page, 'text=Voir les clients');
    const first = await page.innerText('.rows > li:first-child');
    expect(first).toContain('Site des régions');
    expect(first).toContain(key);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(strayed).toEqual([]);
  });

  it('a tool’s key is shown once, in English as well', async () => {
    await atWork('en', 360);
    await page.goto(`${tool.url}/en/clients/register`);
    await page.fill('#name', 'Newsletter service');
    await page.check('[value=SECRET]');
    await page.check('[value=MEMBERS_READ]');
    await press(page, 'main button');

    expect(await focused(page)).toBe('Copy this key now: it is shown this once.');
    const key = await shownKey();
    expect(await isAccepted(portal, key)).toBe(true);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.reload();
    expect(await page.innerText('main')).toContain('This key has been shown already.');
    await press(page, 'text=See the clients');
    expect(await page.innerText('main')).not.toContain(key);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  it('a key is replaced, and the earlier one lives on for a day', async () => {
    const { id, key: old } = await givenClient(portal, portal.world.aqpm.association, {
      name: 'À renouveler',
    });
    await atWork();
    await page.goto(`${tool.url}/fr/clients`);

    await press(page, 'text=Remplacer la clé de À renouveler');
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, 'main button');

    const key = await shownKey();
    expect([await isAccepted(portal, old), await isAccepted(portal, key)]).toEqual([true, true]);
    await page.goto(`${tool.url}/fr/clients/rotate?client=${id}`);
    await page.check('[value="0"]');
    await press(page, 'main button');
    expect([await isAccepted(portal, old), await isAccepted(portal, key)]).toEqual([false, false]);
    expect(await isAccepted(portal, await shownKey())).toBe(true);
  });

  it('a client is revoked after a warning, and says so', async () => {
    const { key } = await givenClient(portal, portal.world.aqpm.association, { name: 'À retirer' });
    await atWork();
    await page.goto(`${tool.url}/fr/clients`);

    await press(page, 'text=Révoquer À retirer');
    expect(await page.innerText('main')).toContain('pour toujours');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isAccepted(portal, key)).toBe(true);
    await press(page, 'main button');

    expect(await focused(page)).toBe('À retirer est révoqué. Toutes ses clés sont refusées dès maintenant.');
    expect(await isAccepted(portal, key)).toBe(false);
    const row = page.locator('.rows > li', { hasText: 'À retirer' });
    expect(await row.innerText()).toContain('Révoqué le');
    expect(await row.locator('a').count()).toBe(0);
  });

  it('whoever signed in more than ten minutes ago signs in again, and comes back', async () => {
    const { id, key } = await givenClient(portal, portal.world.aqpm.association, { name: 'Ancien' });
    await atWork();
    portal.clock.advance(minutes(11));
    await page.goto(`${tool.url}/fr/clients/revoke?client=${id}`);
    await press(page, 'main button');
    expect(await page.innerText('main')).toContain('Rien n’a été fait');
    expect(await isAccepted(portal, key)).toBe(true);

    await press(page, 'text=Ouvrir une session de nouveau');
    await signIn(page, office.account.address);
    expect(page.url()).toContain(`/fr/clients/revoke?client=${id}`);
    await press(page, 'main button');

    expect(await isAccepted(portal, key)).toBe(false);
  });

  it('staff of another role are not offered them, and learn nothing by the address', async () => {
    const { account } = await givenOffice(portal, { name: 'Luc D’Astous' });
    ({ page } = await openWindow(browser, tool));
    await signIn(page, account.address);

    expect(await page.innerText('nav')).not.toContain('Clients');
    const answer = await page.goto(`${tool.url}/fr/clients`);
    expect(answer?.status()).toBe(403);
    expect(await page.innerText('h1')).toBe('Hors de vos rôles');
  });
});
