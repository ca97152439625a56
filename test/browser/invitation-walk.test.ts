import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toPublicId } from '../../src/kernel/id.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { GOOD_PASSWORD, issue, newAddress, preview } from '../invitations/operations.ts';
import {
  givenClass,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import {
  box,
  expectAccessible,
  expectAccessibleEverywhere,
  faultsAt,
  fillNewAccount,
  fillPasswords,
  headingSeen,
  linkTo,
  openLink,
  openSetting,
  press,
  type Setting,
} from './partner-pages.ts';
import { LANGUAGES, WORDS, type Language } from './words.ts';

/** Every label that the page drew, as the service words it. */
const labelsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('form .field')].map(
      field => field.querySelector('legend, .tick label, label')?.textContent ?? '',
    ),
  );

describe('the AQPM procedure in a browser (B1–B7, A2, A6, C1, O1)', () => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await openSetting();
    await givenAccount(setting.portal, { username: 'Occupé' });
  });
  afterAll(() => setting.close());

  /** Staff invites somebody; the mail has the code and the link. */
  async function invite(
    language: Language,
    draft: object,
  ): Promise<{ address: string; code: string; link: string }> {
    const { portal, office, site } = setting;
    const address = newAddress();
    await issue(portal, office, { email: address, locale: WORDS[language].api, ...draft });
    await portal.runDue();
    const link = linkTo(portal, address, 'code');
    const [page, code = ''] = link.split('#code=');
    expect(page).toBe(site.page(language, 'invitation.html'));
    expect(portal.mailbox.lastTo(address).text.replace(link, '')).toContain(code);
    return { address, code, link };
  }

  /** From the open link to the profile, with everything that can be refused on the way. */
  async function openAccount(page: Page, language: Language, username: string): Promise<void> {
    const words = WORDS[language];
    await press(page, words.open);
    expect(await faultsAt(page, 'input.username')).toHaveLength(1);
    await expectAccessible(page, language);

    await fillNewAccount(page, words, { username: 'Occupé', password: 'abc' });
    await fillPasswords(page, words, 'abc', 'abd');
    await press(page, words.open);
    expect(await faultsAt(page, 'confirmation')).toEqual([words.passwordsDiffer]);

    const { MIN_LENGTH, UPPER, LOWER, DIGIT, SPECIAL, COMMON, PERSONAL } = words.rules;
    for (const [password, failing] of [
      ['abc', [MIN_LENGTH, UPPER, DIGIT, SPECIAL]],
      ['PORTAIL', [MIN_LENGTH, LOWER, DIGIT, SPECIAL]],
      ['P@ssw0rd', [COMMON]],
      ['Tremblay!2026', [PERSONAL]],
    ] as const) {
      await fillPasswords(page, words, password);
      await press(page, words.open);
      const said = await faultsAt(page, 'input.password');
      expect(said).toEqual(
        failing.map(rule => (typeof rule === 'string' ? rule : expect.stringMatching(rule))),
      );
    }
    await expectAccessible(page, language);

    await fillPasswords(page, words, GOOD_PASSWORD);
    for (const taken of ['Occupé', 'OCCUPÉ']) {
      await box(page, words.username).fill(taken);
      await press(page, words.open);
      expect(await faultsAt(page, 'input.username')).toHaveLength(1);
      expect(await page.locator('.summary button').count()).toBeGreaterThan(0);
    }
    await expectAccessible(page, language);

    await box(page, words.username).fill(username);
    await page.getByRole('button', { name: words.open, exact: true }).dblclick();
    await page.getByText(words.welcome).waitFor();
  }

  it.each(LANGUAGES)(
    'leads a principal delegate from the mail to the organization, in %s',
    async language => {
      const { portal } = setting;
      const words = WORDS[language];
      const organization = await givenOrganization(portal, {
        publicNameFr: 'Écluse & Fils',
        publicNameEn: 'Écluse & Sons',
      });
      const regular = await givenClass(portal, { code: `REGULIER-${language}`, heldBy: 'ORGANIZATION' });
      await givenMembership(
        portal,
        regular,
        { organizationId: organization.id },
        { memberNumber: `R-${language}` },
      );
      const person = await givenPerson(portal, { givenName: 'Jean', familyName: 'Tremblay' });
      const { address, code, link } = await invite(language, {
        personId: toPublicId('Person', person.id),
        organizationId: toPublicId('Organization', organization.id),
        roles: ['PRINCIPAL'],
      });

      const page = await openLink(setting, language, link);
      await box(page, words.username).waitFor();

      expect(page.url()).toBe(link.split('#')[0]);
      expect(await page.evaluate(() => `${location.href} ${JSON.stringify(history.state)}`)).not.toContain(
        code,
      );
      expect(await box(page, words.code).inputValue()).toBe(code);
      expect(await page.getByRole('checkbox', { name: words.existingAccount }).isChecked()).toBe(false);
      expect(await box(page, words.email).inputValue()).toBe(address);
      expect(await box(page, words.email).isEditable()).toBe(false);
      expect(await page.locator('form :checked').count()).toBe(0);
      const { flow } = await preview(portal, code, { clientKey: setting.site.key, locale: language });
      expect(await labelsOn(page)).toEqual(flow.forms[0]?.fields.map(({ label }) => label));
      await expectAccessibleEverywhere(page, language);

      await openAccount(page, language, `Jean-${language}`);

      expect(page.url()).toBe(setting.site.page(language, 'profile.html'));
      expect(await page.getByText(words.mustConfirm).count()).toBe(0);
      expect(
        await portal.parts.db.entities.query('select verified_at from account_address where address = $1', [
          address,
        ]),
      ).toEqual([{ verified_at: portal.clock.now() }]);
      expect(await box(page, words.givenName).inputValue()).toBe('Jean');
      await expectAccessibleEverywhere(page, language);
      await box(page, words.phone).fill('(514) 622 6483');
      await press(page, words.save);
      await page.getByText(words.saved).waitFor();
      expect((await box(page, words.phone).inputValue()).replace('\u00A0', ' ')).toBe(words.phoneOnFile);
      await expectAccessible(page, language);

      await page.getByRole('link', { name: words.seeOrganization }).click();
      await headingSeen(page, language === 'fr-CA' ? 'Écluse & Fils' : 'Écluse & Sons');
      await page.locator('#delegates').getByText(words.principal).first().waitFor();
      expect(await page.getByText(words.active, { exact: true }).count()).toBe(1);
      await expectAccessibleEverywhere(page, language);
      await box(page, language === 'fr-CA' ? 'Ville' : 'City').fill('Saint-Jérôme');
      await press(page, words.save);
      await page.getByText(words.saved).waitFor();
    },
  );

  it('leads an associate member who has no organization, in English', async () => {
    const language = 'en-CA';
    const { portal } = setting;
    const words = WORDS[language];
    const associate = await givenClass(portal, { code: 'ASSOCIE' });
    const person = await givenPerson(portal, { givenName: 'Zoé', familyName: 'L’Écuyer-'.repeat(6) });
    await givenMembership(portal, associate, { personId: person.id }, { memberNumber: 'A-1' });
    const { link } = await invite(language, { personId: toPublicId('Person', person.id) });

    const page = await openLink(setting, language, link);
    await box(page, words.username).waitFor();
    await fillNewAccount(page, words, { username: 'Zoé-Ève' });
    await press(page, words.open);
    await page.getByText(words.welcome).waitFor();

    expect(await box(page, words.givenName).inputValue()).toBe('Zoé');
    expect(await page.getByText('A-1').count()).toBe(1);
    expect(await page.getByText(words.noOrganization).count()).toBe(1);
    await expectAccessible(page);
    await page.goto(setting.site.page(language, 'organization.html'));
    await page.getByText(words.noOrganization).waitFor();
    await expectAccessible(page);
  });
});
