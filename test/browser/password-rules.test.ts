import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import {
  box,
  expectAccessibleEverywhere,
  fillSignIn,
  openSetting,
  press,
  type Setting,
} from './partner-pages.ts';
import { WORDS } from './words.ts';

const say = {
  next: 'Nouveau mot de passe',
  first: 'Au moins 8 caractères (pas encore)',
  missing: 'Règles encore à respecter\u00A0: 3.',
  all: 'Le mot de passe respecte tout ce qui peut être vérifié ici.',
};

describe('the rules of a password, while it is typed (A3)', () => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await openSetting();
  });
  afterAll(() => setting.close());

  const seen = (page: Page, state: string): Promise<string[]> =>
    page.locator(`.rules .${state}`).allTextContents();

  it('are ticked one by one and told politely, in French', async () => {
    const language = 'fr-CA';
    const { portal, site, browser } = setting;
    const account = await givenAccount(portal, { locale: language });
    const page = await browser.open({ locale: language });
    await page.goto(site.page(language, 'security.html'));
    await page.waitForURL(/sign-in[.]html/);
    await fillSignIn(page, WORDS[language], { identifier: account.address, password: PASSWORD });
    await press(page, WORDS[language].signIn);
    await page.locator('.rules li').first().waitFor();

    const untouched = { unmet: await seen(page, 'unmet'), later: await seen(page, 'later') };
    const told = page.locator('.field:has(.rules) [role=status]');
    const silent = await told.textContent();
    await box(page, say.next).pressSequentially('abc');

    expect([untouched.unmet[0], untouched.unmet.length, untouched.later.length]).toEqual([say.first, 5, 2]);
    expect(silent).toBe('');
    expect(await seen(page, 'unmet')).toHaveLength(4);
    await box(page, say.next).pressSequentially('D');
    expect(await told.textContent()).toBe(say.missing);
    await expectAccessibleEverywhere(page);

    await box(page, say.next).fill('Érablière 2027');
    expect(await seen(page, 'unmet')).toEqual([]);
    expect(await told.textContent()).toBe(say.all);
    await expectAccessibleEverywhere(page);
  });
});
