import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toPublicId, type AccountId } from '../../src/kernel/id.ts';
import { AssociationEntity, StaffRole } from '../../src/modules/associations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { employedSince } from '../lost-address/operations.ts';
import { codeOf, givenProtected, perform } from '../second-factors/operations.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { givenPerson } from '../support/given/membership-world.ts';
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

const say = {
  add: 'Ajouter une application d’authentification',
  codes: 'Vos codes de récupération',
  step: 'Une étape de plus',
  wrong: /n’est pas accepté/,
  home: 'Accueil',
};

let portal: Portal;
let tool: StaffTool;
let browser: TestBrowser;
let desk: Desk;
beforeAll(async () => {
  [portal, browser] = await Promise.all([openPortal(), openBrowser()]);
  tool = await openTool(portal);
  desk = await openDesk(browser, tool);
  const { id } = portal.world.aqpm.association;
  await portal.parts.db.transaction(tx =>
    tx.update(AssociationEntity, { id }, { factorRoles: Object.values(StaffRole) }),
  );
});
afterAll(async () => {
  await browser.close();
  await tool.close();
  await portal.close();
});

const fits = async (page: Page): Promise<void> =>
  expect([page.url(), await overflow(page)]).toEqual([page.url(), 0]);
const look = async (page: Page): Promise<void> => {
  expect([page.url(), await accessibilityFaults(page)]).toEqual([page.url(), []]);
  await fits(page);
};

describe('the staff tool of an association whose roles ask for a second factor (A13)', () => {
  it('has its staff add an app before anything else, and asks for it from then on', async () => {
    const language = 'fr';
    const office: Office = await givenOffice(portal);
    const { page } = desk;
    await desk.newcomer({ language, width: 320 });
    await signIn(page, office.account.address);
    expect(await page.innerText('h1')).toBe(say.add);
    await page.goto(`${tool.url}/${language}/`);
    expect(await page.innerText('h1')).toBe(say.add);
    await look(page);

    await press(page, 'main button');
    const secret = (await page.innerText('main code')).replaceAll(' ', '');
    await page.getByRole('img', { name: /QR/ }).waitFor();
    await page.fill('#code', '000000');
    await press(page, 'main button');
    expect(await focused(page)).toMatch(say.wrong);
    await look(page);
    await page.fill('#code', codeOf(portal, secret));
    await press(page, 'main button');
    expect(await page.innerText('h1')).toBe(say.codes);
    const codes = await page.locator('main li code').allInnerTexts();
    expect(codes).toHaveLength(10);
    await look(page);
    await press(page, 'main a.way');
    expect(await page.innerText('h1')).toBe(say.home);
    await press(page, 'header button');

    portal.clock.advance(30_000);
    await page.goto(`${tool.url}/${language}/organizations?search=zenith`);
    await signIn(page, office.account.address);
    expect(await page.innerText('h1')).toBe(say.step);
    await look(page);
    await page.fill('#code', codeOf(portal, secret, 40));
    await press(page, 'main form:first-of-type button');
    expect(await focused(page)).toMatch(say.wrong);
    expect(await page.locator('main a[href*="/forgotten-password"]').count()).toBe(1);
    await look(page);
    await page.fill('#code', codeOf(portal, secret));
    await press(page, 'main form:first-of-type button');
    expect(new URL(page.url()).search).toBe('?search=zenith');
    await press(page, 'header button');

    await signIn(page, office.account.address);
    await page.fill('#recoveryCode', codes[0] ?? '');
    await press(page, 'main form:last-of-type button');
    expect(await page.innerText('h1')).toBe(say.home);
  });
});

describe('what administrators decide and do about second factors, in the staff tool (A13)', () => {
  const CHECK = 'Permis de conduire comparé au dossier';
  const FR = { language: 'fr', width: 320, tree: 'icu' } as const;
  const EN = { language: 'en', width: 320, tree: 'icu' } as const;
  /** Staff of another association, whose roles ask for nothing. */
  const givenStaffOf = (role: StaffRole): Promise<Office> =>
    givenOffice(portal, { body: portal.world.icu, role });
  let office: Office;
  let colleague: Office;
  let elsewhere: Desk;
  beforeAll(async () => {
    office = await givenStaffOf(StaffRole.ADMIN);
    colleague = await givenStaffOf(StaffRole.ADMIN);
    for (const { account } of [office, colleague]) await employedSince(portal, account.id);
    elsewhere = await openDesk(browser, tool);
  });
  const text = (page: Page): Promise<string> => page.innerText('main');
  const askReset = async (page: Page, check: string): Promise<void> => {
    await page.fill('#identityCheck', check);
    await press(page, 'main form button');
  };
  const personOf = async (accountId: AccountId): Promise<string> => {
    const { id } = await givenPerson(portal, { associationId: portal.world.icu.association.id, accountId });
    return toPublicId('Person', id);
  };

  it('roles and days are set, by one at a time (fr and en)', async () => {
    const { page } = desk;
    const { page: other } = elsewhere;
    await desk.atWork(office.account, '', FR);
    await press(page, 'nav a[href*="/settings"]');
    await look(page);
    await page.check('[name="factorRoles"][value="READER"]');
    await page.fill('#invitationDays', 'trente');
    await press(page, 'main form button');
    expect(await focused(page)).toMatch(/Écrivez un nombre entier/);
    await look(page);
    await page.fill('#invitationDays', '91');
    await press(page, 'main form button');
    expect(await page.innerText('#invitationDays-faults')).toMatch(/90/);
    await page.fill('#invitationDays', '45');
    await press(page, 'main form button');
    expect(await focused(page)).toMatch(/Les réglages sont enregistrés/);
    expect(await page.isChecked('[name="factorRoles"][value="READER"]')).toBe(true);
    expect(await page.inputValue('#invitationDays')).toBe('45');
    await look(page);

    await elsewhere.atWork((await givenStaffOf(StaffRole.READER)).account, 'settings', EN);
    expect(await other.innerText('h1')).toBe('Add an authenticator app');
    await elsewhere.atWork((await givenStaffOf(StaffRole.MEMBERSHIP)).account, 'settings', EN);
    expect(await text(other)).toMatch(/Only administrators/);
    await look(other);

    await elsewhere.atWork(colleague.account, 'settings', EN);
    await page.uncheck('[name="factorRoles"][value="READER"]');
    await press(page, 'main form button');
    await other.fill('#invitationDays', '60');
    await press(other, 'main form button');
    expect(await focused(other)).toMatch(/Somebody has changed these settings/);
    await look(other);
    await press(other, 'main a[href*="/settings"]');
    expect(await other.inputValue('#invitationDays')).toBe('45');
  });

  it('a lost device: one waits a day, two do not (en and fr)', async () => {
    const { page } = desk;
    const lost = await givenProtected(portal, { associationIds: [portal.world.icu.association.id] });
    const person = await personOf(lost.account.id);
    await desk.atWork(office.account, `people/person?person=${person}`, EN);
    await press(page, 'text=Remove the second factors (lost device)');
    await look(page);
    await askReset(page, '');
    expect(await page.innerText('#identityCheck-faults')).not.toBe('');
    await look(page);
    await askReset(page, CHECK);
    expect(await focused(page)).toMatch(/Their second factors will be removed on .* at/);
    await look(page);
    const form = `people/factors?person=${person}`;
    await page.goto(`${tool.url}/en/${form}`);
    expect(await text(page)).toMatch(/You have made this request already/);
    await look(page);

    const { page: second } = elsewhere;
    await elsewhere.atWork(colleague.account, form, FR);
    expect(await text(second)).toMatch(/Une autre personne qui administre a déjà fait/);
    await fits(second);
    await askReset(second, CHECK);
    expect(await focused(second)).toMatch(/Les deuxièmes facteurs sont retirés/);
    await look(second);
    await askReset(page, CHECK);
    expect(await focused(page)).toMatch(/has no second factor/);
    await look(page);

    await page.goto(`${tool.url}/en/people/factors?person=${await personOf(office.account.id)}`);
    await askReset(page, CHECK);
    expect(await focused(page)).toMatch(/their own second factors/);
    await fits(page);
  });

  it('who said no is not passed over in silence (fr and en)', async () => {
    const { page } = desk;
    const { account } = await givenProtected(portal, { associationIds: [portal.world.icu.association.id] });
    const personId = await personOf(account.id);
    await perform(portal, 'resetSecondFactors', { personId, identityCheck: CHECK }, office.asked);
    await portal.runDue();
    const [, token] = /#contest=([\w-]+)/.exec(portal.mailbox.lastTo(account.address).text) ?? [];
    await perform(portal, 'contestSecondFactorReset', { token }, { clientKey: portal.world.icu.siteKey });

    await desk.atWork(office.account, `people/factors?person=${personId}`, FR);

    expect(await text(page)).toMatch(/La personne a refusé la dernière demande/);
    await look(page);
    await page.goto(`${tool.url}/en/people/factors?person=${personId}`);
    expect(await text(page)).toMatch(/The person said no to the latest request/);
    await fits(page);
  });
});
