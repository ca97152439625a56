import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { newAddress } from '../invitations/operations.ts';
import { givenLogin, type Login } from '../recovery/given-login.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { hours } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { openSite, type Site } from '../support/site.ts';
import {
  box,
  expectAccessibleEverywhere,
  faultsAt,
  fillSignIn,
  headingSeen,
  linkTo,
  press,
} from './partner-pages.ts';
import { RECOVERY_WORDS } from './recovery-words.ts';
import { LANGUAGES, WORDS, type Language } from './words.ts';

jest.setTimeout(60_000);

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

  describe.each(LANGUAGES)('« portail client », in %s', language => {
    const say = RECOVERY_WORDS[language];
    const words = WORDS[language];
    const zoe = async (wanted: { imported?: boolean } = {}): Promise<Login> =>
      givenLogin(portal, {
        ...wanted,
        address: newAddress(),
        locale: language,
        names: [['Zoé-Ève', 'L’Écuyer']],
      });
    const askForLink = async (page: Page, login: Login, familyName = 'lecuyer'): Promise<void> => {
      await box(page, words.identifier).fill(login.username!);
      await box(page, say.givenName).fill('zoe eve');
      await box(page, say.familyName).fill(familyName);
      await press(page, say.sendLink);
      await headingSeen(page, say.checkMail);
      await portal.runDue();
    };

    it('a first access by user code and names: the mail, the password, and in (A9, A10)', async () => {
      const login = await zoe({ imported: true });
      const page = await open(language);
      await page.goto(clientPortal.page(language, 'sign-in.html'));
      await page.getByRole('link', { name: say.forgotPassword }).click();
      await box(page, words.identifier).waitFor();
      await expectAccessibleEverywhere(page, language);
      await press(page, say.sendLink);
      expect(await faultsAt(page, 'input.familyName')).toHaveLength(1);

      await askForLink(page, login);
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
    });

    it('an estate that forgot its user code is mailed the telephone numbers; the screen says the rule (A7, A8)', async () => {
      const person = await zoe();
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
        if (address === person.address) await expectAccessibleEverywhere(page, language);
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
      const login = await zoe();
      const page = await open(language);
      await page.goto(clientPortal.page(language, 'forgot-password.html'));
      await askForLink(page, login);
      expect(portal.mailbox.lastTo(login.address).subject).toBe(say.forgottenMail);

      portal.clock.advance(hours(1));
      await page.goto(linkTo(portal, login.address, 'token'));
      await page.getByText(say.expired).waitFor();
      await expectAccessibleEverywhere(page, language);
      await askForLink(page, login);
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
      await expectAccessibleEverywhere(page, language);
      await summary.getByRole('link', { name: say.forgotPassword }).click();
      await page.waitForURL(/forgot-password[.]html/);
    });

    it('a mail that does not come can be sent again, after a while (A15)', async () => {
      const login = await zoe();
      await portal.parts.db.entities.query('delete from attempt_window');
      const page = await browser.open({ locale: language });
      await page.clock.install();
      await page.goto(clientPortal.page(language, 'forgot-password.html'));
      await askForLink(page, login);
      const again = page.getByRole('button', { name: say.sendAgain });

      await page.clock.runFor('04:59');
      expect(await again.count()).toBe(0);
      await page.clock.runFor('00:02');
      await again.waitFor();
      await expectAccessibleEverywhere(page, language);
      await again.click();
      await again.waitFor({ state: 'detached' });
      await portal.runDue();

      expect(portal.mailbox.to(login.address)).toHaveLength(2);
    });

    // What is no step of the procedure is the same in both languages, and tried in one of them.
    if (language === 'en-CA') {
      it('other names than those on file are told by mail alone', async () => {
        const login = await zoe();
        const page = await open(language);
        await page.goto(clientPortal.page(language, 'forgot-password.html'));

        await askForLink(page, login, 'Côté');

        expect(await page.getByText(say.halfAnHour).count()).toBe(1);
        expect(portal.mailbox.lastTo(login.address).raw).not.toContain('#token');
      });
    }
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
