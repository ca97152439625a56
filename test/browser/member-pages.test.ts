import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { codeMailedTo, givenOffice, issue, newAddress } from '../invitations/operations.ts';
import { minutes } from '../support/fake-clock.ts';
import { givenDelegations, givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import { DelegateRole } from '../../src/modules/organizations/index.ts';
import { describeAcpsSignIn } from './acps-sign-in.ts';
import {
  box,
  expectAccessible,
  faultsAt,
  fillSignIn,
  headingSeen,
  linkTo,
  openSetting,
  press,
  type Setting,
} from './partner-pages.ts';
import { WORDS, type Language } from './words.ts';

const SECURITY = {
  'fr-CA': {
    onItsWay: /Un courriel est en route vers .*courrier indésirable/,
    sendAgain: 'Envoyer de nouveau',
    sentAgain: /Un nouveau courriel est en route vers/,
    tooSoon: /Vous pourrez le faire envoyer de nouveau dans \d+ secondes/,
    mails: /^Envoyer de nouveau\s:/,
    confirm: 'Confirmer mon adresse',
    readOnly: /Votre rôle/,
  },
  'en-CA': {
    page: 'Security',
    changePassword: 'Change my password',
    current: 'Current password',
    next: 'New password',
    confirmation: 'Confirm the new password',
    changed: /Your password is changed/,
    changeEmail: 'Change my e-mail address',
    newAddress: 'New e-mail address',
    onItsWay: /An e-mail is on its way to .*junk mail/,
    confirm: 'Confirm my address',
    signedOut: 'You are signed out.',
  },
} as const;

describe('the pages of a member in a browser (A2, A3, A11, A14, C1, O1)', () => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await openSetting();
  });
  afterAll(() => setting.close());

  async function signIn(page: Page, language: Language, identifier: string): Promise<void> {
    await fillSignIn(page, WORDS[language], { identifier, password: PASSWORD });
    await press(page, WORDS[language].signIn);
  }

  it('a delegate who only pays reads, and confirms their address, in French', async () => {
    const language = 'fr-CA';
    const { portal, site, browser } = setting;
    const [words, say] = [WORDS[language], SECURITY[language]];
    const account = await givenAccount(portal, { locale: language });
    const person = await givenPerson(portal, { givenName: 'Maïté', accountId: account.id });
    const organization = await givenOrganization(portal);
    await givenDelegations(portal, organization, person, DelegateRole.DUES);
    await portal.parts.db.entities.query(
      'update account_address set verified_at = null where account_id = $1',
      [account.id],
    );
    const page = await browser.reuse({ locale: language });

    // Signed out, the page asks to sign in, refuses a wrong password with the three ways on, and comes back.
    await page.goto(site.page(language, 'organization.html'));
    await page.waitForURL(/sign-in[.]html/);
    await fillSignIn(page, words, { identifier: account.username!, password: 'wrong' });
    await press(page, words.signIn);
    expect(await page.locator('.summary > :not(h3)').count()).toBe(3);
    await expectAccessible(page);
    await signIn(page, language, account.username!);
    await page.waitForURL(site.page(language, 'organization.html'));

    await page.getByText(say.readOnly).first().waitFor();
    const acts = await page.locator('main form button[type=submit]').allTextContents();
    expect(acts).toEqual([expect.stringContaining('Oui, quitter')]);
    await expectAccessible(page);

    // « Votre adresse courriel doit être confirmée »
    await page.goto(site.page(language, 'profile.html'));
    await headingSeen(page, words.mustConfirm);
    await expectAccessible(page);
    await press(page, words.confirmMine);
    await page.getByText(say.onItsWay).waitFor();
    await portal.runDue();
    const isVerified = async (): Promise<boolean> => {
      const sql = 'select verified_at from account_address where account_id = $1 and is_primary';
      const [row] = await portal.parts.db.entities.query<{ verified_at: Date | null }[]>(sql, [account.id]);
      return row?.verified_at instanceof Date;
    };
    await page.goto(linkTo(portal, account.address, 'token'));
    await page.getByRole('button', { name: say.confirm }).waitFor();
    expect([page.url(), await isVerified()]).toEqual([site.page(language, 'email-confirmation.html'), false]);
    await expectAccessible(page);
    await press(page, say.confirm);
    await headingSeen(page, words.confirmed);
    expect(await isVerified()).toBe(true);
    await expectAccessible(page);
  });

  it('a member changes their login, and leaves, in English', async () => {
    const language = 'en-CA';
    const { portal, site, browser } = setting;
    const [words, say] = [WORDS[language], SECURITY[language]];
    const account = await givenAccount(portal, { locale: language });
    await givenPerson(portal, { givenName: 'Maïté', accountId: account.id });
    const page = await browser.reuse({ locale: language });
    await page.goto(site.page(language, 'profile.html'));
    await page.waitForURL(/sign-in[.]html/);
    await signIn(page, language, account.username!);
    await page.waitForURL(site.page(language, 'profile.html'));

    await page.getByRole('link', { name: say.page }).click();
    await box(page, say.next).waitFor();
    await expectAccessible(page);
    await box(page, say.current).first().fill(PASSWORD);
    await box(page, say.next).fill('abc');
    await box(page, say.confirmation).fill('abc');
    await press(page, say.changePassword);
    expect(await faultsAt(page, 'input.newPassword')).toHaveLength(4);
    await box(page, say.current).first().fill('wrong');
    await box(page, say.next).fill('Automne!2027');
    await box(page, say.confirmation).fill('Automne!2027');
    await press(page, say.changePassword);
    expect(await faultsAt(page, 'input.currentPassword')).toHaveLength(1);
    await box(page, say.current).first().fill(PASSWORD);
    await press(page, say.changePassword);
    await page.getByText(say.changed).waitFor();
    await expectAccessible(page);

    const next = newAddress();
    await box(page, say.newAddress).fill(next);
    await box(page, say.current).last().fill('Automne!2027');
    await press(page, say.changeEmail);
    await page.getByText(say.onItsWay).waitFor();
    await portal.runDue();
    await page.goto(linkTo(portal, next, 'token'));
    await press(page, say.confirm);
    await page.getByText(next).waitFor();

    await page.getByRole('button', { name: words.signOut }).click();
    await page.getByText(say.signedOut).waitFor();
    await page.goBack();
    await page.goto(site.page(language, 'profile.html'));
    await page.waitForURL(/sign-in[.]html/);
    expect(await page.getByText('Maïté').count()).toBe(0);
  });

  describeAcpsSignIn(() => setting);

  it('an invitation to ACPS asks for no username: there the address signs in', async () => {
    const { portal, site, browser } = setting;
    const office = await givenOffice(portal, { body: portal.world.acps });
    const address = newAddress();
    await issue(portal, office, { email: address, locale: 'EN_CA', givenName: 'Ana', familyName: 'Saut' });
    await codeMailedTo(portal, address);
    const words = WORDS['en-CA'];
    const page = await browser.reuse({ locale: 'en-CA' });

    await page.goto(linkTo(portal, address, 'code'));
    await box(page, words.password).waitFor();

    expect(page.url()).toBe(`${site.page('en-CA', 'invitation.html')}?association=acps`);
    expect(await box(page, words.username).count()).toBe(0);
  });

  it('a mail that is slow is offered again after a while, and followed under « sécurité » (A15)', async () => {
    const language = 'fr-CA';
    const { portal, site, browser } = setting;
    const [words, say] = [WORDS[language], SECURITY[language]];
    const account = await givenAccount(portal, { locale: language });
    await portal.parts.db.entities.query(
      'update account_address set verified_at = null where account_id = $1',
      [account.id],
    );
    const page = await browser.open({ locale: language });
    await page.clock.install();
    await page.goto(site.page(language, 'profile.html'));
    await signIn(page, language, account.username!);
    await headingSeen(page, words.mustConfirm);
    await press(page, words.confirmMine);
    await page.getByText(say.onItsWay).waitFor();
    const again = page.getByRole('button', { name: say.sendAgain, exact: true });

    await page.clock.runFor('01:30');
    expect(await again.count()).toBe(0);
    await page.clock.runFor('00:31');
    await again.waitFor();
    await expectAccessible(page);
    portal.clock.advance(minutes(2));
    await press(page, say.sendAgain);
    await portal.runDue();
    expect(portal.mailbox.to(account.address)).toHaveLength(2);

    await page.goto(site.page(language, 'security.html'));
    const mails = page.locator('#mails');
    await mails.getByRole('button', { name: say.mails }).first().waitFor();
    expect(await mails.locator('li').count()).toBe(2);
    await expectAccessible(page);
    await mails.getByRole('button', { name: say.mails }).first().click();
    await mails.locator('.summary').getByText(say.tooSoon).waitFor();
    portal.clock.advance(minutes(2));
    await mails.getByRole('button', { name: say.mails }).first().click();
    await mails.getByText(say.sentAgain).waitFor();
    await portal.runDue();
    expect(portal.mailbox.to(account.address)).toHaveLength(3);
    await expectAccessible(page);
  });
});
