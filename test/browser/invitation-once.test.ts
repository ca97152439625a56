import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenCode, GOOD_PASSWORD } from '../invitations/operations.ts';
import { givenPrincipal } from './given-principal.ts';
import {
  box,
  fillNewAccount,
  fillPasswords,
  linkTo,
  openSetting,
  press,
  type Setting,
} from './partner-pages.ts';
import { WORDS } from './words.ts';

const words = WORDS['fr-CA'];
const FOUR = [1, 2, 3, 4];

describe('an invitation is used once, and by nobody’s looking (B2, B3)', () => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await openSetting();
  });
  afterAll(() => setting.close());

  const rows = (sql: string, values: unknown[] = []): Promise<unknown[]> =>
    setting.portal.parts.db.entities.query<unknown[]>(sql, values);

  it('of four browsers that accept at once, one wins, and three are told', async () => {
    const { portal, browser } = setting;
    const { organization, address } = await givenPrincipal(portal);
    const link = linkTo(portal, address, 'code');
    const pages = await Promise.all(FOUR.map(() => browser.open()));
    await Promise.all(
      pages.map(async (page, i) => {
        await page.goto(link);
        await fillNewAccount(page, words, { username: `Course-${i}` });
      }),
    );

    const endings = await Promise.all(
      pages.map(async page => {
        await page.getByRole('button', { name: words.open, exact: true }).click();
        const won = page
          .getByText(words.welcome)
          .waitFor()
          .then(() => 'WON');
        const told = page
          .getByRole('heading', { name: words.used })
          .waitFor()
          .then(() => 'TOLD');
        const ending = await Promise.any([won, told]);
        await Promise.allSettled([page.context().close(), won, told]);
        return ending;
      }),
    );

    expect(endings.sort()).toEqual(['TOLD', 'TOLD', 'TOLD', 'WON']);
    expect(await rows(`select 1 from account where username like 'Course-%'`)).toHaveLength(1);
    expect(await rows('select role from delegation where organization_id = $1', [organization.id])).toEqual([
      { role: 'PRINCIPAL' },
    ]);
  });

  it('opening the link, by a browser or ten times by a mail scanner, changes nothing', async () => {
    const { portal, office, browser } = setting;
    const { address, code } = await givenCode(portal, office);
    const link = linkTo(portal, address, 'code');
    const everything = async (): Promise<string> =>
      JSON.stringify([
        await rows('select *, xmin from invitation order by id'),
        await rows('select id, xmin from mail order by id'),
      ]);
    const before = await everything();

    const page = await browser.reuse();
    for (let i = 0; i < 10; i++) {
      const scanned = await fetch(link);
      expect([scanned.status, await scanned.text()]).toEqual([200, expect.not.stringContaining(code)]);
    }
    for (let i = 0; i < 3; i++) {
      await page.goto(link);
      await box(page, words.username).waitFor();
    }

    expect(await everything()).toBe(before);
  });

  it('a reload, the other language and a lost network go on where the person was', async () => {
    const { portal, office, browser, site } = setting;
    const { address, code } = await givenCode(portal, office);
    const page = await browser.reuse();
    await page.goto(linkTo(portal, address, 'code'));
    await box(page, words.username).waitFor();

    await page.reload();
    expect(await box(page, words.code).inputValue()).toBe(code);
    await page.getByRole('link', { name: words.other }).click();
    await page.waitForURL(site.page('en-CA', 'invitation.html'));
    expect(await box(page, WORDS['en-CA'].code).inputValue()).toBe(code);
    await page.goBack();
    await fillNewAccount(page, words, { username: 'Coupée' });
    await page.getByRole('checkbox', { name: words.existingAccount }).check();
    await page.getByRole('checkbox', { name: words.existingAccount }).uncheck();
    expect(await box(page, words.username).inputValue()).toBe('Coupée');

    await page.context().setOffline(true);
    await page.getByRole('button', { name: words.open, exact: true }).click();
    await page.locator('.summary').getByText(words.offline).waitFor();
    await page.context().setOffline(false);
    await press(page, words.open);

    await page.getByText(words.welcome).waitFor();
    expect(await rows(`select 1 from account where username = 'Coupée'`)).toHaveLength(1);
  });

  it('the keyboard alone leads through, and errors come to the person', async () => {
    const { portal, office, browser } = setting;
    const { address } = await givenCode(portal, office);
    const page = await browser.reuse();
    await page.goto(linkTo(portal, address, 'code'));
    await box(page, words.username).waitFor();
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const { id, name, textContent } = document.activeElement as HTMLInputElement;
        return name || id || textContent.trim();
      });
    const walkTo = async (wanted: string): Promise<void> => {
      for (let i = 0; i < 30 && (await focused()) !== wanted; i++) await page.keyboard.press('Tab');
      expect(await focused()).toBe(wanted);
    };

    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Aller au contenu');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('main');
    const order: string[] = [];
    for (let i = 0; i < 14; i++) {
      await page.keyboard.press('Tab');
      order.push(await focused());
      expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).not.toBe(
        'none',
      );
    }
    expect(order.filter(name => name.startsWith('input.') || name === 'confirmation')).toEqual([
      'input.code',
      'input.username',
      'input.password',
      'confirmation',
      'input.locale',
      'input.acceptedDocuments',
      'input.acceptedDocuments',
    ]);

    await box(page, words.username).focus();
    await page.keyboard.type('Clavier');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('summary');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('input.password');

    await fillPasswords(page, words, GOOD_PASSWORD);
    await walkTo('input.locale');
    await page.keyboard.press('Space');
    for (let i = 0; i < 2; i++) {
      await page.keyboard.press('Tab');
      await walkTo('input.acceptedDocuments');
      await page.keyboard.press('Space');
    }
    await page.keyboard.press('Enter');

    await page.getByText(words.welcome).waitFor();
  });
});
