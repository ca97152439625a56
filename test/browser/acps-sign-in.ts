import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PASSWORD } from '../accounts/given-account.ts';
import { newAddress } from '../invitations/operations.ts';
import { givenLogin, type Login } from '../recovery/given-login.ts';
import { box, expectAccessible, headingSeen, linkTo, press, type Setting } from './partner-pages.ts';
import { RECOVERY_WORDS } from './recovery-words.ts';
import { WORDS, type Language } from './words.ts';

/** What is read there beside what everybody reads. */
const ACPS = {
  'fr-CA': {
    name: 'Association canadienne de parachutisme sportif',
    hello: 'Bonjour, Élise Auteur',
    reminder: 'Votre nom d’utilisateur',
  },
  'en-CA': {
    refused: /^We could not sign you in with these details/,
    hello: 'Hello, Élise Auteur',
    helloAgain: 'Hello, Élisabeth Auteur',
  },
} as const;

/** The procedure of an association whose members sign in by their e-mail address, at a site that it shares. */
export function describeAcpsSignIn(setting: () => Setting): void {
  describe('the ACPS sign-in', () => {
    const atAcps = (language: Language, name: string): string =>
      `${setting().site.page(language, name)}?association=acps`;
    const givenElise = async (language: Language, imported: boolean): Promise<Login> =>
      givenLogin(setting().portal, {
        imported,
        username: null,
        address: newAddress(),
        locale: language,
        names: [['Élise', 'Auteur']],
        bodies: [setting().portal.world.acps],
      });
    const signInAs = async (
      page: Page,
      language: Language,
      address: string,
      password: string,
    ): Promise<void> => {
      const [words, say] = [WORDS[language], RECOVERY_WORDS[language]];
      await box(page, say.emailOrNumber).fill(address);
      await box(page, words.password).fill(password);
      await press(page, words.signIn);
    };

    it('opens in the other language, and is left for a forgotten username and a first password, in French', async () => {
      const { portal, site, browser } = setting();
      const [language, other] = ['fr-CA', 'en-CA'] as const;
      const [words, say, here] = [WORDS[language], RECOVERY_WORDS[language], ACPS[language]];
      const elise = await givenElise(language, true);
      const page = await browser.reuse({ locale: other });

      // The language is chosen at the top, and the page stays the association's.
      await page.goto(`${site.url}/?association=acps`);
      await page.getByRole('link', { name: WORDS[other].other, exact: true }).click();
      await page.locator('header').getByText(here.name, { exact: true }).waitFor();
      await page.locator('main').getByRole('link', { name: words.signIn }).click();
      await page.waitForURL(atAcps(language, 'sign-in.html'));
      await box(page, say.emailOrNumber).waitFor();
      expect(await box(page, words.username).count()).toBe(0);

      await page.getByRole('link', { name: say.forgotUsername }).click();
      await box(page, say.address).fill(elise.address);
      await press(page, say.sendUsername);
      await headingSeen(page, say.checkMail);
      await portal.runDue();
      const reminder = portal.mailbox.lastTo(elise.address);
      expect([reminder.subject, reminder.message.from?.address]).toEqual([
        here.reminder,
        'portail@acps.example',
      ]);
      for (const body of [reminder.text, reminder.html]) expect(body).toContain(say.forgotPassword);

      await page.getByRole('navigation').getByRole('link', { name: words.signIn }).click();
      await page.getByRole('link', { name: say.forgotPassword }).click();
      await box(page, say.emailOrNumber).fill(elise.address);
      await press(page, say.sendLink);
      await headingSeen(page, say.checkMail);
      await portal.runDue();
      expect(portal.mailbox.lastTo(elise.address).subject).toBe(say.firstMail);
      await page.goto(linkTo(portal, elise.address, 'token'));
      await page.getByText(say.welcome).waitFor();
      expect(page.url()).toBe(atAcps(language, 'password-reset.html'));
      await box(page, say.newPassword).fill(PASSWORD);
      await box(page, say.repeat).fill(PASSWORD);
      await press(page, say.savePassword);
      await headingSeen(page, say.saved);
      await page.locator('#content').getByRole('link', { name: say.toSignIn }).click();
      await signInAs(page, language, elise.address, PASSWORD);

      await page.waitForURL(atAcps(language, 'profile.html'));
      await page.getByRole('link', { name: here.hello }).waitFor();
    });

    it('says why it refuses, greets by name on the way to the profile, and ends, in English', async () => {
      const { site, browser } = setting();
      const language = 'en-CA';
      const [words, say, here] = [WORDS[language], RECOVERY_WORDS[language], ACPS[language]];
      const elise = await givenElise(language, false);
      const page = await browser.reuse({ locale: language });
      await page.goto(atAcps(language, 'sign-in.html'));

      await signInAs(page, language, elise.address, 'wrong');
      const refusal = page.locator('.summary:not([hidden])');
      await refusal.getByText(here.refused).waitFor();
      for (const name of [say.forgotPassword, say.forgotUsername, say.call])
        expect(await refusal.getByRole('link', { name }).count()).toBe(1);
      await expectAccessible(page);
      await signInAs(page, language, elise.address, PASSWORD);
      await page.waitForURL(atAcps(language, 'profile.html'));

      // A session here is none at the other association of the same site.
      await page.goto(site.page(language, 'profile.html'));
      await page.waitForURL(/sign-in[.]html/);

      await page.goto(atAcps(language, 'organization.html'));
      const hello = page.getByRole('link', { name: here.hello });
      const { x, y } = (await hello.boundingBox()) ?? { x: 0, y: 0 };
      expect([x > 640, y < 200]).toEqual([true, true]);
      await expectAccessible(page);
      await hello.click();
      await page.waitForURL(atAcps(language, 'profile.html'));
      await page.getByText(words.noOrganization).waitFor();
      expect(await box(page, words.givenName).inputValue()).toBe('Élise');
      await box(page, words.givenName).fill('Élisabeth');
      await press(page, words.save);
      await page.getByRole('link', { name: here.helloAgain }).waitFor();

      await page.getByRole('button', { name: words.signOut }).click();
      await page.waitForURL(/sign-in[.]html/);
      expect(await page.locator('.greeting').count()).toBe(0);
    });
  });
}
