import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCardHouse, type CardHouse } from '../billing/card-house.ts';
import { stateOf } from '../billing/card-operations.ts';
import { openRealm } from '../sign-on/realm.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';

const SAY = {
  'fr-CA': {
    title: 'Paiement d’essai',
    declined: 'La carte est expirée. Choisissez une autre carte.',
    other: 'English',
  },
  'en-CA': {
    title: 'Test payment',
    declined: 'The card has expired. Choose another card.',
    other: 'Français',
  },
} as const;

describe('the page of the sandbox in a browser (E21)', () => {
  let house: CardHouse;
  let browser: TestBrowser;
  beforeAll(async () => {
    house = await openCardHouse(await openRealm());
    await house.signIn();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await house.portal.close();
  });

  it.each(['fr-CA', 'en-CA'] as const)(
    'takes a test card in %s, and leads back to the site',
    async locale => {
      const { cardPayment, checkout } = await house.start(
        { invoiceId: await house.owed() },
        { ...house.asked, locale },
      );
      const page = await browser.open({ locale, width: 320 });
      const said: string[] = [];
      page.on('console', message => said.push(message.text()));
      const faults: string[] = [];
      const look = async (): Promise<void> => {
        faults.push(...(await accessibilityFaults(page)));
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 320) faults.push(`${String(width)} pixels`);
      };
      const pay = async (card: string): Promise<void> => {
        await page.check(`input[value="${card}"]`);
        await Promise.all([page.waitForEvent('load'), page.click('button')]);
      };

      await page.goto(checkout.payAt ?? '');
      await look();
      expect(await page.title()).toBe(SAY[locale].title);
      expect(await page.getAttribute('html', 'lang')).toBe(locale);
      // Nothing into which a number could be typed.
      expect(await page.locator('input:not([type=radio])').count()).toBe(0);

      await pay('EXPIRED_CARD');
      await look();
      expect(await page.textContent('[role=alert]')).toBe(SAY[locale].declined);
      expect(await page.textContent('nav')).toBe(SAY[locale].other);

      await pay('APPROVED');
      expect(new URL(page.url()).searchParams.get('cardPayment')).toBe(cardPayment.id);
      expect(new URL(page.url()).pathname).toBe(`/realm/${locale.slice(0, 2)}/invoice`);
      await house.portal.runDue();
      expect(await stateOf(house.portal, { cardPayment }, house.asked)).toMatchObject({ state: 'SUCCEEDED' });

      await page.goto(checkout.payAt ?? '');
      await look();
      expect(await page.locator('form').count()).toBe(0);
      expect(faults).toEqual([]);
      expect(said).toEqual([]);
    },
  );
});
