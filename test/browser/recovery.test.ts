import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { newAddress } from '../invitations/operations.ts';
import { givenLogin, type Login } from '../recovery/given-login.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { hours } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { openSite, type Site } from '../support/site.ts';
import {
  box,
  expectAccessible,
  expectAccessibleEverywhere,
  faultsAt,
  fillSignIn,
  headingSeen,
  linkTo,
  press,
} from './partner-pages.ts';
import { RECOVERY_WORDS } from './recovery-words.ts';
import { LANGUAGES, WORDS, type Language } from './words.ts';

const GOOD_PASSWORD = 'Retour permis!2027';

describe('who cannot sign in yet, or any more', () => {
  let portal: Portal;
  let browser: TestBrowser;
  let clientPortal: Site;
  let icu: Site;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([openPortal(), openBrowser()]);
    clientPortal = await openSite(portal, 'aqpm');
    icu = await openSite(portal, 'icu');
    await portal.parts.db.entities.query(
      `update association set recovery_policy = 'IDENTIFIER_AND_NAMES', support_phone = '+14188381107',
         support_toll_free_phone = '+18887761668', username_case = 'IGNORED' where code = 'aqpm'`,
    );
    await portal.parts.db.entities.query(
      `update association set identifier_policy = 'EMAIL' where code = 'icu'`,
    );
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([clientPortal.close(), icu.close()]);
    await portal.close();
  });

  const open = async (locale: Language): Promise<Page> => {
    await portal.parts.db.entities.query('delete from attempt_window');
    const page = await browser.reuse({ locale });
    page.setDefaultTimeout(10_000);
    return page;
  };
  const choosePassword = async (page: Page, language: Language, password: string): Promise<void> => {
    const say = RECOVERY_WORDS[language];
    await box(page, say.newPassword).fill(password);
    await box(page, say.repeat).fill(password);
    await press(page, say.savePassword);
  };
  const bodiesOf = (address: string): string[] => {
    const { text, html } = portal.mailbox.lastTo(address);
    return [text, html];
  };

  describe('« portail client »', () => {
    const zoe = async (language: Language, wanted: { imported?: boolean } = {}): Promise<Login> =>
      givenLogin(portal, {
        ...wanted,
        address: newAddress(),
        locale: language,
        names: [['Zoé-Ève', 'L’Écuyer']],
      });
    const askForLink = async (
      page: Page,
      language: Language,
      login: Login,
      familyName = 'lecuyer',
    ): Promise<void> => {
      const [words, say] = [WORDS[language], RECOVERY_WORDS[language]];
      await box(page, words.identifier).fill(login.username!);
      await box(page, say.givenName).fill('zoe eve');
      await box(page, say.familyName).fill(familyName);
      await press(page, say.sendLink);
      await headingSeen(page, say.checkMail);
      await portal.runDue();
    };

    it.each(LANGUAGES)(
      'a first access by user code and names: the mail, the password, and in, in %s (A9, A10)',
      async language => {
        const [words, say] = [WORDS[language], RECOVERY_WORDS[language]];
        const login = await zoe(language, { imported: true });
        const page = await open(language);
        await page.goto(clientPortal.page(language, 'sign-in.html'));
        await page.getByRole('link', { name: say.forgotPassword }).click();
        await box(page, words.identifier).waitFor();
        await expectAccessibleEverywhere(page, language);
        await press(page, say.sendLink);
        expect(await faultsAt(page, 'input.familyName')).toHaveLength(1);

        await askForLink(page, language, login);
        expect(await page.getByText(say.halfAnHour).count()).toBe(1);
        await expectAccessibleEverywhere(page, language);
        expect(portal.mailbox.lastTo(login.address).subject).toBe(say.firstMail);

        await page.goto(linkTo(portal, login.address, 'token'));
        await page.getByText(say.welcome).waitFor();
        expect(page.url()).not.toContain('affilia_once');
        await expectAccessibleEverywhere(page, language);
        await choosePassword(page, language, 'court');
        expect((await faultsAt(page, 'input.newPassword')).length).toBeGreaterThan(2);
        await choosePassword(page, language, GOOD_PASSWORD);
        await headingSeen(page, say.saved);
        await expectAccessibleEverywhere(page, language);
        await page.locator('#content').getByRole('link', { name: say.toSignIn }).click();
        await fillSignIn(page, words, { identifier: login.username!, password: GOOD_PASSWORD });
        await press(page, words.signIn);
        await page.waitForURL(/profile[.]html/);
      },
    );

    // These steps are the same in both languages, and each is tried in one of them.
    it('an estate that forgot its user code is mailed the telephone numbers; the screen says the rule (A7, A8)', async () => {
      const language = 'en-CA';
      const say = RECOVERY_WORDS[language];
      const person = await zoe(language);
      const estate = await givenLogin(portal, {
        kind: 'NON_PERSONAL',
        address: newAddress(),
        locale: language,
      });
      const page = await open(language);
      const remind = async (address: string): Promise<string> => {
        await page.goto(clientPortal.page(language, 'sign-in.html'));
        await page.getByRole('link', { name: say.forgotUsername }).click();
        await box(page, say.address).fill(address);
        await box(page, say.givenName).fill('Zoé Ève');
        await box(page, say.familyName).fill('L’Écuyer');
        expect(await page.getByText(say.rule).count()).toBe(1);
        if (address === person.address) await expectAccessible(page);
        await press(page, say.sendUsername);
        await headingSeen(page, say.checkMail);
        await portal.runDue();
        return page.locator('#content').innerHTML();
      };

      expect(await remind(person.address)).toBe(await remind(estate.address));

      for (const body of bodiesOf(person.address)) expect(body).toContain(person.username!);
      for (const body of bodiesOf(estate.address)) {
        expect(body).toContain(say.phones);
        expect(body).toContain(say.byPhone);
        expect(body).not.toContain(estate.username!);
      }
    });

    it('a link of an hour ago, or used, leads back to the start with the reason (A5)', async () => {
      const language = 'fr-CA';
      const [words, say] = [WORDS[language], RECOVERY_WORDS[language]];
      const login = await zoe(language);
      const page = await open(language);
      await page.goto(clientPortal.page(language, 'forgot-password.html'));
      await askForLink(page, language, login);
      expect(portal.mailbox.lastTo(login.address).subject).toBe(say.forgottenMail);

      portal.clock.advance(hours(1));
      await page.goto(linkTo(portal, login.address, 'token'));
      await page.getByText(say.expired).waitFor();
      await expectAccessible(page);
      await askForLink(page, language, login);
      const link = linkTo(portal, login.address, 'token');
      await page.goto(link);
      await choosePassword(page, language, GOOD_PASSWORD);
      await headingSeen(page, say.saved);

      const other = await open(language);
      await other.goto(link);
      await other.getByText(say.used).waitFor();
      await box(other, words.identifier).waitFor();
    });

    it('a sign-in that is refused offers the three ways on', async () => {
      const language = 'en-CA';
      const [words, say] = [WORDS[language], RECOVERY_WORDS[language]];
      const page = await open(language);
      await page.goto(clientPortal.page(language, 'sign-in.html'));

      await fillSignIn(page, words, { identifier: 'personne', password: 'rien' });
      await press(page, words.signIn);

      const summary = page.locator('.summary:not([hidden])');
      await summary.getByRole('link', { name: say.forgotUsername }).waitFor();
      expect(await summary.getByRole('link', { name: say.call }).getAttribute('href')).toBe(
        'tel:+14188381107',
      );
      expect(await summary.textContent()).toContain(say.tollFree);
      await expectAccessible(page);
      await summary.getByRole('link', { name: say.forgotPassword }).click();
      await page.waitForURL(/forgot-password[.]html/);
    });

    it('a mail that does not come can be sent again, after a while (A15)', async () => {
      const language = 'fr-CA';
      const say = RECOVERY_WORDS[language];
      const login = await zoe(language);
      await portal.parts.db.entities.query('delete from attempt_window');
      const page = await browser.open({ locale: language });
      await page.clock.install();
      await page.goto(clientPortal.page(language, 'forgot-password.html'));
      await askForLink(page, language, login);
      const again = page.getByRole('button', { name: say.sendAgain });

      await page.clock.runFor('04:30');
      expect(await again.count()).toBe(0);
      await page.clock.runFor('00:31');
      await again.waitFor();
      await expectAccessible(page);
      await again.click();
      await again.waitFor({ state: 'detached' });
      await portal.runDue();

      expect(portal.mailbox.to(login.address)).toHaveLength(2);
    });

    it('other names than those on file are told by mail alone', async () => {
      const language = 'en-CA';
      const say = RECOVERY_WORDS[language];
      const login = await zoe(language);
      const page = await open(language);
      await page.goto(clientPortal.page(language, 'forgot-password.html'));

      await askForLink(page, language, login, 'Côté');

      expect(await page.getByText(say.halfAnHour).count()).toBe(1);
      expect(portal.mailbox.lastTo(login.address).raw).not.toContain('#token');
    });
  });

  it.each(LANGUAGES)('ICU: a first access by the principal e-mail address, in %s (A10)', async language => {
    const say = RECOVERY_WORDS[language];
    const words = WORDS[language];
    const login = await givenLogin(portal, {
      imported: true,
      username: language === 'fr-CA' ? 'urbaniste-un' : 'urbaniste-deux',
      address: newAddress(),
      locale: language,
      // A member of the national body, and one of a province who comes in by the same door.
      bodies: [language === 'fr-CA' ? portal.world.icu : { association: portal.world.oppi }],
    });
    const page = await open(language);

    await page.goto(icu.page(language, 'sign-in.html'));
    await page.getByRole('link', { name: say.forgotPassword }).click();
    await box(page, say.emailOrNumber).fill(login.address.toUpperCase());
    expect(await box(page, say.givenName).count()).toBe(0);
    await press(page, say.sendLink);
    await headingSeen(page, say.checkMail);
    await portal.runDue();
    await page.goto(linkTo(portal, login.address, 'token'));
    await page.getByText(say.welcome).waitFor();
    await choosePassword(page, language, GOOD_PASSWORD);
    await headingSeen(page, say.saved);
    await expectAccessibleEverywhere(page, language);
    await page.locator('#content').getByRole('link', { name: say.toSignIn }).click();
    await box(page, say.emailOrNumber).fill(login.address);
    await box(page, words.password).fill(GOOD_PASSWORD);
    await press(page, words.signIn);

    await page.waitForURL(/profile[.]html/);
    expect(portal.mailbox.lastTo(login.address).message.from?.address).toBe('portail@icu.example');
  });
});
