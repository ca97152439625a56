import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { registerClient } from '../../src/modules/integrations/index.ts';
import { codeOf } from '../second-factors/operations.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import { serveSite, type Site } from '../support/site.ts';
import {
  box,
  expectAccessible,
  faultsAt,
  fillSignIn,
  headingSeen,
  openSetting,
  press,
  type Setting,
} from './partner-pages.ts';
import { plugIn } from './virtual-authenticator.ts';
import { WORDS, type Language } from './words.ts';

const SAY = {
  'fr-CA': {
    addApp: 'Ajouter une application d’authentification',
    code: 'Code à six chiffres',
    confirmApp: 'Ajouter l’application',
    refused: /Ce code ou cette clé d’accès n’est pas accepté/,
    codes: 'Vos codes de récupération',
    kept: 'Je les ai gardés',
    left: /Il reste 10\u00A0codes/,
    oneMoreStep: 'Une étape de plus',
    confirm: 'Confirmer',
    otherWays: 'Une autre façon',
    recoveryCode: 'Code de récupération',
    removeApp: 'Retirer Application d’authentification',
    none: 'Vous n’avez pas de deuxième facteur.',
    tooOld: 'Ouvrir une session',
  },
  'en-CA': {
    codes: 'Your recovery codes',
    kept: 'I have kept them',
    oneMoreStep: 'One more step',
    addPasskey: 'Add a passkey',
    passkeyName: 'Name of the passkey',
    savePasskey: 'Add the passkey',
    signInWithPasskey: 'Sign in with a passkey',
    usePasskey: 'Use my passkey',
    otherAccount: 'Username, e-mail address or member number of the other account',
    otherPassword: 'Password of the other account',
    join: 'Join the two accounts',
    joined: 'Your two accounts are now one.',
    cancelled: /No passkey was used/,
  },
} as const;

describe('second factors in a browser (A13)', () => {
  let setting: Setting;
  let site: Site;
  beforeAll(async () => {
    setting = await openSetting();
    site = await serveOnAName(setting);
  });
  afterAll(async () => {
    await site.close();
    await setting.close();
  });

  const givenMember = async (language: Language): Promise<string> => {
    const account = await givenAccount(setting.portal, { locale: language });
    await givenPerson(setting.portal, { accountId: account.id });
    return account.address;
  };
  /** Signs in with the password, wherever that leads. */
  const givePassword = async (page: Page, language: Language, identifier: string): Promise<void> => {
    await page.goto(site.page(language, 'sign-in.html?then=security.html'));
    await fillSignIn(page, WORDS[language], { identifier, password: PASSWORD });
    await press(page, WORDS[language].signIn);
  };
  const signOut = async (page: Page, language: Language): Promise<void> => {
    await page.getByRole('button', { name: WORDS[language].signOut }).click();
    await page.waitForURL(/sign-in[.]html/);
  };

  it('a member adds an app, signs in with it and with a recovery code, and removes it, in French', async () => {
    const language = 'fr-CA';
    const { portal, browser } = setting;
    const say = SAY[language];
    const address = await givenMember(language);
    const page = await browser.reuse({ locale: language });
    await givePassword(page, language, address);
    await page.getByText(say.none).waitFor();

    await page.getByRole('button', { name: say.addApp }).click();
    await headingSeen(page, say.addApp);
    await page.getByRole('img', { name: /QR/ }).waitFor();
    const secret = (await page.locator('#factors code').first().innerText()).replaceAll(' ', '');
    await box(page, say.code).fill('000000');
    await press(page, say.confirmApp);
    expect(await faultsAt(page, 'input.code')).toEqual([expect.stringMatching(say.refused)]);
    await expectAccessible(page);
    await box(page, say.code).fill(codeOf(portal, secret));
    await press(page, say.confirmApp);

    await headingSeen(page, say.codes);
    const codes = await page.locator('.codes code').allInnerTexts();
    expect(codes).toHaveLength(10);
    await expectAccessible(page);
    await page.getByRole('button', { name: say.kept }).click();
    await page.getByText(say.left).waitFor();
    await expectAccessible(page);
    await signOut(page, language);

    portal.clock.advance(30_000);
    await givePassword(page, language, address);
    await headingSeen(page, say.oneMoreStep);
    await expectAccessible(page);
    await box(page, say.code).fill(codeOf(portal, secret, 40));
    await press(page, say.confirm);
    expect(await faultsAt(page, 'input.code')).toEqual([expect.stringMatching(say.refused)]);
    await box(page, say.code).fill(codeOf(portal, secret));
    await press(page, say.confirm);
    await page.waitForURL(/security[.]html/);
    await page.getByRole('button', { name: say.removeApp }).waitFor();
    await signOut(page, language);

    await givePassword(page, language, address);
    await page.getByText(say.otherWays).click();
    await box(page, say.recoveryCode).fill(codes[0]!.toUpperCase());
    await page.locator('details').getByRole('button', { name: say.confirm }).click();
    await page.waitForURL(/security[.]html/);
    await page.getByRole('button', { name: say.removeApp }).click();
    await page.getByText(say.none).waitFor();
    await expectAccessible(page);
  });

  it('a member adds a passkey, and signs in by it alone, in English', async () => {
    const language = 'en-CA';
    const { browser } = setting;
    const say = SAY[language];
    const address = await givenMember(language);
    const page = await browser.open({ locale: language });
    const device = await plugIn(page);
    await givePassword(page, language, address);

    await page.getByRole('button', { name: say.addPasskey }).click();
    await box(page, say.passkeyName).fill('Mon « téléphone »');
    await expectAccessible(page);
    await press(page, say.savePasskey);
    await headingSeen(page, say.codes);
    await page.getByRole('button', { name: say.kept }).click();
    await page.getByRole('heading', { name: 'Mon « téléphone »' }).waitFor();
    await expectAccessible(page);
    await signOut(page, language);

    await expectAccessible(page);
    await page.getByRole('button', { name: say.signInWithPasskey }).click();
    await page.waitForURL(/profile[.]html/);
    await signOut(page, language);

    await device.refuse();
    await page.getByRole('button', { name: say.signInWithPasskey }).click();
    await page.getByText(say.cancelled).waitFor();
    await device.allow();

    await givePassword(page, language, address);
    await headingSeen(page, say.oneMoreStep);
    await page.getByRole('button', { name: say.usePasskey }).click();
    await page.waitForURL(/security[.]html/);
    await signOut(page, language);

    // Another account of the same person, with a passkey of its own, takes the first one in.
    const other = await givenMember(language);
    await givePassword(page, language, other);
    await page.getByRole('button', { name: say.addPasskey }).click();
    await box(page, say.passkeyName).fill('Le même');
    await press(page, say.savePasskey);
    await page.getByRole('button', { name: say.kept }).click();
    await box(page, say.otherAccount).fill(address);
    await box(page, say.otherPassword).fill(PASSWORD);
    await press(page, say.join);
    const link = page.locator('#link');
    await link.getByRole('button', { name: say.usePasskey }).waitFor();
    await expectAccessible(page);
    await device.refuse();
    await press(page, say.usePasskey);
    await link.getByText(say.cancelled).waitFor();
    await device.allow();
    await press(page, say.usePasskey);
    await page.getByText(say.joined).waitFor();
    await page.locator('#addresses').getByRole('heading', { name: address, exact: true }).waitFor();
  });

  it('whoever signed in a while ago signs in again before a factor is added, and comes back', async () => {
    const { portal, browser } = setting;
    const say = SAY['fr-CA'];
    const address = await givenMember('fr-CA');
    const page = await browser.reuse();
    await givePassword(page, 'fr-CA', address);
    await page.getByText(say.none).waitFor();

    portal.clock.advance(11 * 60_000);
    await page.getByRole('button', { name: say.addApp }).click();
    await page.getByRole('button', { name: say.tooOld }).click();
    await page.waitForURL(/sign-in[.]html/);
    await fillSignIn(page, WORDS['fr-CA'], { identifier: address, password: PASSWORD });
    await press(page, WORDS['fr-CA'].signIn);

    await page.waitForURL(/security[.]html#factors/);
    await page.getByText(say.none).waitFor();
  });
});

/** The example site under a name: browsers make no passkeys for a bare number. */
async function serveOnAName({ portal }: Setting): Promise<Site> {
  const key = `affilia_pk_test_${'secondfactors'.padEnd(43, 'x')}`;
  const served = await serveSite(portal, { aqpm: key });
  const url = served.url.replace('127.0.0.1', 'localhost');
  await portal.parts.db.transaction(tx =>
    registerClient(portal.parts, tx, {
      associationId: portal.world.aqpm.association.id,
      name: 'site with passkeys',
      kind: 'PUBLISHABLE',
      keyMode: 'TEST',
      signInMode: 'DIRECT',
      key,
      origins: [url],
      pages: [],
    }),
  );
  return { ...served, url, page: (locale, name) => `${url}/${locale.slice(0, 2)}/${name}` };
}
