import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signedIn } from '../accounts/operations.ts';
import { givenPaperMember, rowsOf } from '../completion/operations.ts';
import { GOOD_PASSWORD } from '../invitations/operations.ts';
import { accessibilityFaults } from '../support/browser.ts';
import {
  box,
  expectAccessible,
  faultsAt,
  fillNewAccount,
  headingSeen,
  openSetting,
  press,
  type Setting,
} from './partner-pages.ts';
import { openTool, openWindow, press as pressAtTool, signIn, type StaffTool } from './staff-tool.ts';
import { WORDS, type Language } from './words.ts';

const SAY = {
  'fr-CA': {
    link: 'lien',
    once: 'Cette liste a déjà été téléchargée',
    number: 'Numéro de membre',
    open: 'Ouvrir mon compte',
    wrong: /Vous pouvez essayer encore 4 fois/,
    welcome: /avec votre nom d’utilisateur ou votre numéro de membre\. Voici votre profil/,
    used: /Votre compte est déjà ouvert/,
    noLink: /ouvrez le lien de la lettre/,
  },
  'en-CA': {
    link: 'link',
    once: 'This list has been downloaded already',
    number: 'Member number',
  },
} as const;

describe('first access by letter, from the staff’s list to the member’s profile (M3)', () => {
  let setting: Setting;
  let tool: StaffTool;
  beforeAll(async () => {
    setting = await openSetting();
    tool = await openTool(setting.portal);
  });
  afterAll(async () => {
    await tool.close();
    await setting.close();
  });

  /** In French for everybody, in English from the record of one person; then the list, which is given once. */
  async function makeList(language: Language, publicId: string): Promise<Record<string, string>> {
    const folder = language === 'fr-CA' ? 'fr' : 'en';
    const { page, strayed } = await openWindow(setting.browser, tool, { language: folder });
    await signIn(page, setting.office.account.address);
    const from = language === 'fr-CA' ? 'members' : `people/person?person=${publicId}`;
    await page.goto(`${tool.url}/${folder}/${from}`);
    await pressAtTool(page, 'a[href*="/letters"]');
    expect(await accessibilityFaults(page)).toEqual([]);
    await pressAtTool(page, 'main button.main');
    expect(await accessibilityFaults(page)).toEqual([]);
    const href = (await page.getAttribute('a[download]', 'href')) ?? '';
    const file = await page.request.get(tool.url + href);
    const again = await page.request.get(tool.url + href);

    expect(file.headers()).toMatchObject({
      'content-disposition': `attachment; filename="${language === 'fr-CA' ? 'premier-acces' : 'first-access'}.csv"`,
      'cache-control': 'no-store',
      'content-type': 'text/csv; charset=utf-8',
    });
    expect(again.status()).toBe(410);
    expect(await again.text()).toContain(SAY[language].once);
    await page.reload();
    expect(await page.locator('a[download]').count()).toBe(0);
    expect(strayed).toEqual([]);
    await page.close();
    const rows = rowsOf((await file.body()).toString());
    return rows.find(row => Object.values(row).includes(publicId))!;
  }

  it('a letter leads to an account without an address, in French', async () => {
    const language = 'fr-CA';
    const { portal, site, browser } = setting;
    const [words, say] = [WORDS[language], SAY[language]];
    const person = await givenPaperMember(portal, { givenName: 'Rosaire', locale: language });
    const row = await makeList(language, person.publicId);
    const link = row[say.link]!;
    expect(link.startsWith(`${site.page(language, 'completion.html')}#token=`)).toBe(true);

    const page = await browser.open({ locale: language });
    await page.goto(link);
    await box(page, say.number).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    expect(await page.innerText('#content')).toContain('Rosaire');
    await expectAccessible(page, language);
    await box(page, say.number).fill('0000');
    const username = `lettre-${language.slice(0, 2)}`;
    await fillNewAccount(page, words, { username });
    await press(page, say.open);
    expect((await faultsAt(page, 'input.memberNumber')).join()).toMatch(say.wrong);
    await expectAccessible(page, language);

    await box(page, say.number).fill(person.memberNumber.toLowerCase());
    await press(page, say.open);
    await page.waitForURL(/profile\.html/);
    await page.getByText(say.welcome).waitFor();
    const identifiers = [username, person.memberNumber];
    for (const identifier of identifiers)
      expect((await signedIn(portal, identifier, { password: GOOD_PASSWORD })).accessToken).toBeTruthy();
    await expectUseless(page, language, link, say.used);
    await expectUseless(page, language, site.page(language, 'completion.html'), say.noLink);
  });

  it('a letter for one person, from their record, opens in English', async () => {
    const language = 'en-CA';
    const { portal, site, browser } = setting;
    const say = SAY[language];
    const person = await givenPaperMember(portal, { givenName: 'Rosaire', locale: language });
    const row = await makeList(language, person.publicId);
    const link = row[say.link]!;
    expect(link.startsWith(`${site.page(language, 'completion.html')}#token=`)).toBe(true);

    const page = await browser.reuse({ locale: language });
    await page.goto(link);
    await box(page, say.number).waitFor();
    expect(await page.innerText('#content')).toContain('Rosaire');
    await expectAccessible(page, language);
  });

  async function expectUseless(page: Page, language: Language, address: string, said: RegExp): Promise<void> {
    await page.goto(address);
    await page.getByText(said).waitFor();
    await headingSeen(page, /./);
    await expectAccessible(page, language);
  }
});
