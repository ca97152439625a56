import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { AssociationEntity, type InvitationMismatch } from '../../src/modules/associations/index.ts';
import { PASSWORD } from '../accounts/given-account.ts';
import {
  givenCode,
  givenMember,
  givenOffice,
  lapse,
  newAddress,
  perform,
  type Office,
} from '../invitations/operations.ts';
import { minutes } from '../support/fake-clock.ts';
import { delegatesOf, givenPrincipal } from './given-principal.ts';
import {
  box,
  expectAccessible,
  fillNewAccount,
  fillSignIn,
  headingSeen,
  linkTo,
  openLink,
  openSetting,
  press,
  type Setting,
} from './partner-pages.ts';
import { WORDS, type Language } from './words.ts';

/** Each is walked in one language: every page is seen in both, and what is said on them stands in one list (examples/words). */
describe('codes and accounts of every kind in a browser (B3, B4, B5)', () => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await openSetting();
  });
  afterAll(() => setting.close());

  const setPolicy = (invitationMismatch: InvitationMismatch): Promise<unknown> =>
    setting.portal.parts.db.transaction(tx =>
      tx.update(AssociationEntity, { id: setting.portal.world.aqpm.association.id }, { invitationMismatch }),
    );

  let office: Office;
  beforeAll(async () => {
    office = await givenOffice(setting.portal);
  });

  /** Types a code into the page that asks for one, with nothing left of the code before. */
  async function typeCode(language: Language, code: string): Promise<Page> {
    const page = await setting.browser.reuse({ locale: language });
    await page.goto(setting.site.page(language, 'invitation.html'));
    await box(page, WORDS[language].code).fill(code);
    await press(page, WORDS[language].goOn);
    return page;
  }

  it('a wrong code is refused, and the right one leads on', async () => {
    const language = 'fr-CA';
    const words = WORDS[language];
    const { portal } = setting;
    const { code, address } = await givenCode(portal, office, { locale: words.api });

    const page = await typeCode(language, '0000-not-a-code');
    await headingSeen(page, words.unknown);
    expect(await page.getByRole('link', { name: 'aide@aqpm.example' }).count()).toBe(2);
    await expectAccessible(page);
    await box(page, words.code).fill(code.toUpperCase().replaceAll('-', ' '));
    await press(page, words.goOn);

    expect(await box(page, words.email).inputValue()).toBe(address);
  });

  it('a used one leads to signing in', async () => {
    const language = 'en-CA';
    const words = WORDS[language];
    const { portal } = setting;
    const { code, address } = await givenCode(portal, office, { locale: words.api });
    const { asked } = await givenMember(portal, address);
    await perform(portal, 'acceptInvitation', { code }, asked);

    const page = await typeCode(language, code);

    await headingSeen(page, words.used);
    await expectAccessible(page);
    await page.locator('.summary a').click();
    await page.waitForURL(setting.site.page(language, 'sign-in.html'));
  });

  it('a withdrawn one leads to the association', async () => {
    const language = 'fr-CA';
    const words = WORDS[language];
    const { portal } = setting;
    const { code, id } = await givenCode(portal, office, { locale: words.api });
    await perform(portal, 'revokeInvitation', { invitationId: id }, office.asked);

    const page = await typeCode(language, code);

    await headingSeen(page, words.withdrawn);
    expect(await page.locator('.summary a[href="mailto:aide@aqpm.example"]').count()).toBe(1);
    await expectAccessible(page);
  });

  it('a replaced one leads to the newest mail, and an open page takes the link pasted over it', async () => {
    const language = 'en-CA';
    const words = WORDS[language];
    const { portal } = setting;
    const { code, id, address } = await givenCode(portal, office, { locale: words.api });
    await perform(portal, 'resendInvitation', { invitationId: id }, office.asked);
    await portal.runDue();

    const page = await typeCode(language, code);
    await headingSeen(page, words.replaced);
    expect(await page.getByText(words.latest).count()).toBe(1);
    await expectAccessible(page);
    await page.goto(linkTo(portal, address, 'code'));

    await box(page, words.email).waitFor();
    expect(page.url()).toBe(setting.site.page(language, 'invitation.html'));
    expect(await box(page, words.code).inputValue()).not.toBe(code);
  });

  it('an expired one is sent afresh to the same address', async () => {
    const language = 'fr-CA';
    const words = WORDS[language];
    const { portal } = setting;
    const { code, address } = await givenCode(portal, await givenOffice(portal), { locale: words.api });
    lapse(portal);

    const page = await typeCode(language, code);
    await headingSeen(page, words.expired);
    await expectAccessible(page);
    await page.locator('.summary button').dblclick();
    await headingSeen(page, words.fresh);
    await expectAccessible(page);
    await portal.runDue();

    expect(portal.mailbox.to(address)).toHaveLength(2);
    await page.goto(linkTo(portal, address, 'code'));
    expect(await box(page, words.email).inputValue()).toBe(address);
  });

  const signInAndAccept = async (page: Page, language: Language, identifier: string): Promise<void> => {
    const words = WORDS[language];
    await page.getByRole('checkbox', { name: words.existingAccount }).check();
    await fillSignIn(page, words, { identifier, password: PASSWORD });
    await press(page, words.signIn);
  };

  it('an account with the invited address is recognised, and the role lands on the person named', async () => {
    const language = 'fr-CA';
    const words = WORDS[language];
    const { portal } = setting;
    const { organization, person, address } = await givenPrincipal(setting.portal, words.api);
    await givenMember(portal, address);

    const page = await openLink(setting, language, linkTo(portal, address, 'code'));
    await fillNewAccount(page, words, { username: 'Encore' });
    await press(page, words.open);
    await headingSeen(page, words.hasAccount);
    await expectAccessible(page);
    await page.locator('.summary button').click();
    await fillSignIn(page, words, { identifier: address, password: 'wrong' });
    await press(page, words.signIn);
    expect(await page.locator('.summary .support').count()).toBe(1);
    await expectAccessible(page);
    await box(page, words.password).fill(PASSWORD);
    await press(page, words.signIn);

    await headingSeen(page, words.accepted);
    await expectAccessible(page);
    expect(await delegatesOf(setting.portal, organization)).toEqual([
      { person_id: person.id, suspended_at: null },
    ]);
    await page.getByRole('link', { name: words.seeOrganization }).click();
    await page.locator('#delegates').getByText(words.principal).first().waitFor();
  });

  it('an account with another address is taken where the policy allows it', async () => {
    const language = 'en-CA';
    const words = WORDS[language];
    await setPolicy('ALLOW');
    const { portal } = setting;
    const { organization, person, address } = await givenPrincipal(setting.portal, words.api);
    const other = newAddress();
    await givenMember(portal, other);

    const page = await openLink(setting, language, linkTo(portal, address, 'code'));
    await signInAndAccept(page, language, other);

    await headingSeen(page, words.accepted);
    expect(await delegatesOf(setting.portal, organization)).toEqual([
      { person_id: person.id, suspended_at: null },
    ]);

    await portal.runDue();
    await page.goto(linkTo(portal, address, 'dispute'));
    await page.getByRole('button', { name: words.notMe }).waitFor();
    expect(await delegatesOf(setting.portal, organization)).toEqual([
      { person_id: person.id, suspended_at: null },
    ]);
    await expectAccessible(page);
    await press(page, words.notMe);
    await headingSeen(page, words.told);
    await expectAccessible(page);
    expect(await delegatesOf(setting.portal, organization)).toEqual([
      { person_id: person.id, suspended_at: expect.any(Date) },
    ]);
  });

  it('where the policy verifies, the invited address agrees with a button first', async () => {
    const language = 'fr-CA';
    const words = WORDS[language];
    await setPolicy('VERIFY');
    const { portal } = setting;
    const { organization, person, address } = await givenPrincipal(setting.portal, words.api);
    const other = newAddress();
    await givenMember(portal, other);

    const page = await setting.browser.open({ locale: language });
    await page.clock.install();
    await page.goto(linkTo(portal, address, 'code'));
    await signInAndAccept(page, language, other);
    await headingSeen(page, words.awaiting);
    await expectAccessible(page);
    await portal.runDue();
    const first = linkTo(portal, address, 'confirmation');
    const again = page.getByRole('button', { name: words.sendAgain, exact: true });
    await page.clock.runFor('01:30');
    expect(await again.count()).toBe(0);
    await page.clock.runFor('00:31');
    await again.waitFor();
    await expectAccessible(page);
    portal.clock.advance(minutes(2));
    await press(page, words.sendAgain);
    await again.waitFor({ state: 'detached' });
    await headingSeen(page, words.awaiting);
    await portal.runDue();
    expect(linkTo(portal, address, 'confirmation')).not.toBe(first);
    await page.goto(linkTo(portal, address, 'confirmation'));
    await page.getByRole('button', { name: words.yesMine }).waitFor();
    expect(await delegatesOf(setting.portal, organization)).toEqual([]);
    await expectAccessible(page);
    await page.reload();
    await press(page, words.yesMine);

    await headingSeen(page, words.confirmed);
    expect(await delegatesOf(setting.portal, organization)).toEqual([
      { person_id: person.id, suspended_at: null },
    ]);
  });

  it('where the policy refuses, the page says which address, and the account goes on with nothing', async () => {
    const language = 'en-CA';
    const words = WORDS[language];
    await setPolicy('REFUSE');
    const { portal } = setting;
    const { organization, address } = await givenPrincipal(setting.portal, words.api);
    const other = newAddress();
    await givenMember(portal, other);

    const page = await openLink(setting, language, linkTo(portal, address, 'code'));
    await signInAndAccept(page, language, other);

    await headingSeen(page, words.mismatch);
    expect(await page.getByText(address).count()).toBe(1);
    expect(await page.locator('.summary a[href="mailto:aide@aqpm.example"]').count()).toBe(1);
    await expectAccessible(page);
    expect(await delegatesOf(setting.portal, organization)).toEqual([]);

    await setPolicy('ALLOW');
    await press(page, words.acceptNow);
    await headingSeen(page, words.accepted);
    expect(await delegatesOf(setting.portal, organization)).toHaveLength(1);
  });
});
