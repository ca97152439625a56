import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AssociationEntity, StaffRole } from '../../src/modules/associations/index.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { codeOf } from '../second-factors/operations.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { focused, openTool, openWindow, overflow, press, signIn, type StaffTool } from './staff-tool.ts';

const SAY = {
  fr: {
    add: 'Ajouter une application d’authentification',
    codes: 'Vos codes de récupération',
    step: 'Une étape de plus',
    wrong: /n’est pas accepté/,
    home: 'Accueil',
  },
  en: {
    add: 'Add an authenticator app',
    codes: 'Your recovery codes',
    step: 'One more step',
    wrong: /is not accepted/,
    home: 'Home',
  },
} as const;

describe('the staff tool of an association whose roles ask for a second factor (A13)', () => {
  let portal: Portal;
  let tool: StaffTool;
  let browser: TestBrowser;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([openPortal(), openBrowser()]);
    tool = await openTool(portal);
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

  it.each(['fr', 'en'] as const)(
    'has its staff add an app before anything else, and asks for it from then on (%s)',
    async language => {
      const say = SAY[language];
      const office: Office = await givenOffice(portal);
      const { page } = await openWindow(browser, tool, { language, width: 320 });
      const look = async (): Promise<void> =>
        expect([await accessibilityFaults(page), await overflow(page)]).toEqual([[], 0]);
      await signIn(page, office.account.address);
      expect(await page.innerText('h1')).toBe(say.add);
      await page.goto(`${tool.url}/${language}/`);
      expect(await page.innerText('h1')).toBe(say.add);
      await look();

      await press(page, 'main button');
      const secret = (await page.innerText('main code')).replaceAll(' ', '');
      await page.getByRole('img', { name: /QR/ }).waitFor();
      await page.fill('#code', '000000');
      await press(page, 'main button');
      expect(await focused(page)).toMatch(say.wrong);
      await look();
      await page.fill('#code', codeOf(portal, secret));
      await press(page, 'main button');
      expect(await page.innerText('h1')).toBe(say.codes);
      const codes = await page.locator('main li code').allInnerTexts();
      expect(codes).toHaveLength(10);
      await look();
      await press(page, 'main a.way');
      expect(await page.innerText('h1')).toBe(say.home);
      await press(page, 'header button');

      portal.clock.advance(30_000);
      await page.goto(`${tool.url}/${language}/organizations?search=zenith`);
      await signIn(page, office.account.address);
      expect(await page.innerText('h1')).toBe(say.step);
      await look();
      await page.fill('#code', codeOf(portal, secret, 40));
      await press(page, 'main form:first-of-type button');
      expect(await focused(page)).toMatch(say.wrong);
      await page.fill('#code', codeOf(portal, secret));
      await press(page, 'main form:first-of-type button');
      expect(new URL(page.url()).search).toBe('?search=zenith');
      await press(page, 'header button');

      await signIn(page, office.account.address);
      await page.fill('#recoveryCode', codes[0] ?? '');
      await press(page, 'main form:last-of-type button');
      expect(await page.innerText('h1')).toBe(say.home);
    },
  );
});
