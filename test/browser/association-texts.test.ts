import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givenOffice, issue, newAddress } from '../invitations/operations.ts';
import {
  expectAccessibleEverywhere,
  headingSeen,
  linkTo,
  openLink,
  openSetting,
  type Setting,
} from './partner-pages.ts';
import { LANGUAGES, WORDS, type Language } from './words.ts';

const FRENCH = [
  ['fr-CA', 'Conditions d’utilisation', '/fr/terms'],
  ['fr-CA', 'Avis de confidentialité', '/fr/privacy'],
];
const ENGLISH = [
  ['en-CA', 'Terms of use', '/en/terms'],
  ['en-CA', 'Privacy notice', '/en/privacy'],
];

/** Each link to a text: the language of the text, what it is called and where it is, box by box. */
const textsOn = (page: Page): Promise<string[][][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.field:has(.texts)')].map(field =>
      [...field.querySelectorAll<HTMLAnchorElement>('.texts a')].map(link => [
        link.hreflang,
        link.querySelector<HTMLElement>(`[lang="${link.hreflang}"]`)?.innerText ?? '',
        new URL(link.href).pathname,
      ]),
    ),
  );

describe('the texts that are accepted with a new account (Charter of the French language)', () => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await openSetting();
  });
  afterAll(() => setting.close());

  async function openInvitation(tree: 'aqpm' | 'acps', language: Language): Promise<Page> {
    const { portal } = setting;
    const office = await givenOffice(portal, { body: portal.world[tree] });
    const email = newAddress();
    await issue(portal, office, { email, locale: WORDS[language].api, givenName: 'Luc', familyName: email });
    await portal.runDue();
    const page = await openLink(setting, language, linkTo(portal, email, 'code'));
    await page.locator('.texts').first().waitFor();
    return page;
  }

  it.each(LANGUAGES)(
    'are in French first, then in English, where French has its rights (%s)',
    async language => {
      const page = await openInvitation('aqpm', language);

      expect(await textsOn(page)).toEqual(FRENCH.map((text, i) => [text, ENGLISH[i]]));
      await expectAccessibleEverywhere(page, language);
    },
  );

  it.each(LANGUAGES)('are in the language of the page where the person chooses (%s)', async language => {
    const page = await openInvitation('acps', language);

    const own = language === 'fr-CA' ? FRENCH : ENGLISH;
    expect(await textsOn(page)).toEqual(own.map(text => [text]));
  });

  it('stand under the logo of the association, where it has one', async () => {
    const { portal, site } = setting;
    const page = await setting.browser.reuse();
    const logo = page.locator('header .logo');
    await page.goto(site.page('fr-CA', 'index.html'));
    await headingSeen(page, /./);
    await page.getByText('Association québécoise').first().waitFor();
    expect(await logo.count()).toBe(0);

    await portal.parts.db.transaction(tx =>
      tx.query('update association set brand_logo_url = $2 where id = $1', [
        portal.world.aqpm.association.id,
        `${site.url}/icon.svg`,
      ]),
    );
    await page.reload();
    await logo.waitFor();

    expect(await logo.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
    await expectAccessibleEverywhere(page);
  });
});
