import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenAccount, type GivenAccount } from '../accounts/given-account.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { perform } from '../recovery/operations.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { minutes, seconds } from '../support/fake-clock.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { focused, openDesk, openTool, overflow, press, type Desk, type StaffTool } from './staff-tool.ts';

describe('people and their mails in the staff’s own tool (A15)', () => {
  let portal: Portal;
  let browser: TestBrowser;
  let tool: StaffTool;
  let office: Office;
  let desk: Desk;
  let page: Page;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([openPortal(), openBrowser()]);
    office = await givenOffice(portal, { name: 'Geneviève Roy', role: StaffRole.MEMBERSHIP });
    tool = await openTool(portal);
    desk = await openDesk(browser, tool);
    ({ page } = desk);
  });
  afterAll(async () => {
    await tool.close();
    await browser.close();
    await portal.close();
  });

  const givenMember = async (familyName: string): Promise<GivenAccount> => {
    const account = await givenAccount(portal, { associationIds: [portal.world.aqpm.association.id] });
    await givenPerson(portal, { givenName: 'Zoé', familyName, accountId: account.id });
    return account;
  };
  const search = async (familyName: string): Promise<void> => {
    await page.fill('#search', familyName);
    await press(page, 'main [role=search] button');
  };
  const facts = (): Promise<string> => page.innerText('.rows > li:first-child');

  it('are found by name, and a mail that waits or was refused says why', async () => {
    const account = await givenMember('Écuyer');
    await perform(portal, 'requestPasswordReset', { identifier: account.address });
    await portal.runDue();
    const fate = (state: string, fault: string | null): Promise<unknown> =>
      portal.parts.db.entities.query(
        `update mail set state = $2, last_fault = $3, settled_at = case when $2 = 'BOUNCED' then $4::timestamptz end,
           next_try_at = $4 where account_id = $1`,
        [account.id, state, fault, new Date(portal.clock.now().getTime() + seconds(30))],
      );
    await fate('DEFERRED', '451 4.7.1');
    await desk.atWork(office.account, '');
    await press(page, 'nav >> text=Personnes');
    await search('ecu');
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, 'text=Voir le dossier : Zoé Écuyer');

    expect(await page.innerText('main')).toContain('principale');
    expect(await page.content()).not.toContain(account.address);
    expect(await facts()).toContain('Le serveur de courriel du destinataire demande d’attendre.');
    expect(await facts()).toContain('Prochain essai le');
    expect(await accessibilityFaults(page)).toEqual([]);

    await fate('BOUNCED', '550 5.1.1');
    await page.reload();
    expect(await facts()).toContain('Cette boîte de courriel n’existe pas ou ne sert plus.');
    expect(await facts()).toContain('Abandonné le');
    await press(page, 'header >> text=English');
    expect(await facts()).toContain('This mailbox does not exist or is no longer used.');
  });

  it('a mail is sent again once, and politely refused before its time', async () => {
    const account = await givenMember('Lévesque');
    await perform(portal, 'requestPasswordReset', { identifier: account.address });
    await portal.runDue();
    await desk.atWork(office.account, 'people?search=levesque', { language: 'en', width: 360 });
    await press(page, 'text=See the record of Zoé Lévesque');

    await press(page, 'text=Send again');
    expect(await focused(page)).toMatch(/Nothing was sent[.] .* It can be sent again in 120 seconds[.]/);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);

    portal.clock.advance(minutes(2));
    await press(page, 'text=Send again');
    expect(await focused(page)).toContain('Another mail is on its way to');
    expect(await page.locator('.rows > li').count()).toBe(2);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goBack();
    await press(page, 'text=Send again');
    await portal.runDue();
    expect(portal.mailbox.to(account.address)).toHaveLength(2);
  });

  it('nobody found, somebody without an account or mails, and an address that leads nowhere say so', async () => {
    const nobody = await givenPerson(portal, { givenName: 'Luc', familyName: 'Xanthe' });
    expect(nobody.accountId).toBeNull();
    await desk.atWork(office.account, 'people?search=introuvable');
    expect(await page.innerText('main')).toContain('Aucun nom de famille ne commence ainsi.');
    await search('xanthe');
    await press(page, 'text=Voir le dossier : Luc Xanthe');
    expect(await page.innerText('main')).toContain('Aucun pour le moment');
    expect(await page.innerText('main')).toContain('L’association n’a rien écrit à cette personne');
    expect(await accessibilityFaults(page)).toEqual([]);

    const answer = await page.goto(`${tool.url}/fr/people/person?person=inconnue`);
    expect(answer?.status()).toBe(404);
    expect(await page.innerText('h1')).toBe('Page introuvable');
  });

  it('staff of another role read nobody’s record', async () => {
    const { account } = await givenOffice(portal, { name: 'Luc D’Astous', role: StaffRole.FINANCE });
    await desk.atWork(account, '');

    const answer = await page.goto(`${tool.url}/fr/people`);

    expect(answer?.status()).toBe(403);
    expect(await page.innerText('h1')).toBe('Hors de vos rôles');
  });
});
