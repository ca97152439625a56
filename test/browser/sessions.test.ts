import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { isSignedIn, perform, signedIn } from '../accounts/operations.ts';
import { confirmationMailedTo } from '../addresses/operations.ts';
import { givenProtected } from '../second-factors/operations.ts';
import {
  box,
  expectAccessibleEverywhere,
  fillSignIn,
  openSetting,
  press,
  type Setting,
} from './partner-pages.ts';
import { WORDS } from './words.ts';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

const SAY = {
  'fr-CA': {
    phone: 'Fermer cette session : Safari sous iOS',
    ended: 'La session est fermée : Safari sous iOS.',
    endAll: 'Fermer toutes les autres sessions',
    endedAll: 'Toutes les autres sessions sont fermées.',
    current: 'Cet appareil, en ce moment',
    leave: 'Fermer la session',
  },
  'en-CA': {
    furtherAddress: 'Another e-mail address',
    add: 'Add an e-mail address',
    primary: (address: string) => `Make ${address} the primary address`,
    remove: (address: string) => `Remove ${address}`,
    otherAccount: 'Username, e-mail address or member number of the other account',
    otherPassword: 'Password of the other account',
    join: 'Join the two accounts',
    joined: 'Your two accounts are now one.',
    needsFactor: /Add one to this account first/,
  },
} as const;

describe('the sessions of a member in a browser (A1, A8, M4)', () => {
  let setting: Setting;
  beforeAll(async () => {
    setting = await openSetting();
  });
  afterAll(() => setting.close());

  it('are seen and ended one by one and all together, in French', async () => {
    const { portal, site, browser } = setting;
    const language = 'fr-CA';
    const say = SAY[language];
    const { address } = await givenAccount(portal, { locale: language });
    const phone = await signedIn(portal, address, { headers: { 'user-agent': IPHONE } });
    const others = [await signedIn(portal, address), await signedIn(portal, address)];
    const page = await browser.reuse({ locale: language });
    await page.goto(site.page(language, 'security.html'));
    await fillSignIn(page, WORDS[language], { identifier: address, password: PASSWORD });
    await press(page, WORDS[language].signIn);
    const sessions = page.locator('#sessions');

    await sessions.getByText(say.current).waitFor();
    expect(await sessions.locator('li').count()).toBe(4);
    await expectAccessibleEverywhere(page);

    await sessions.getByRole('button', { name: say.phone, exact: true }).click();
    await sessions.getByText(say.ended).waitFor();
    expect(await sessions.locator('li').count()).toBe(3);
    expect(await isSignedIn(portal, phone)).toBe(false);

    await sessions.getByRole('button', { name: say.endAll, exact: true }).click();
    await sessions.getByText(say.endedAll).waitFor();
    expect(await sessions.locator('li').count()).toBe(1);
    for (const other of others) expect(await isSignedIn(portal, other)).toBe(false);
    await expectAccessibleEverywhere(page);
  });

  it('follow another tab of the browser: whoever signs in or out there does so here', async () => {
    const { portal, site, browser } = setting;
    const language = 'fr-CA';
    const words = WORDS[language];
    const [one, another] = [await givenAccount(portal), await givenAccount(portal)];
    const waiting = await browser.open({ locale: language });
    await waiting.goto(site.page(language, 'sign-in.html?then=security.html'));
    await box(waiting, words.identifier).waitFor();
    const acting = await waiting.context().newPage();
    const signIn = async ({ address }: { readonly address: string }): Promise<void> => {
      await acting.goto(site.page(language, 'sign-in.html'));
      await fillSignIn(acting, words, { identifier: address, password: PASSWORD });
      await press(acting, words.signIn);
      await acting.waitForURL(/profile[.]html/);
    };
    const seenHere = (address: string): Promise<void> =>
      waiting.locator('#addresses').getByRole('heading', { name: address, exact: true }).waitFor();

    await signIn(one);
    await waiting.waitForURL(/security[.]html/);
    await seenHere(one.address);

    // The other tab hears of it before this one is led away: whoever goes on here earlier is taken back.
    await acting.getByRole('button', { name: words.signOut }).click();
    await acting.waitForURL(/sign-in[.]html/);
    await waiting.waitForURL(/sign-in[.]html/);
    await signIn(another);
    await waiting.waitForURL(/security[.]html/);
    await seenHere(another.address);
    await waiting.context().close();
  });

  it('several addresses and another account come together, in English', async () => {
    const { portal, site, browser } = setting;
    const language = 'en-CA';
    const say = SAY[language];
    const { address } = await givenAccount(portal, { locale: language });
    const { account: guarded } = await givenProtected(portal, { locale: language });
    const other = await givenAccount(portal, { locale: language });
    const further = `autre.${address}`;
    const page = await browser.reuse({ locale: language });
    await page.goto(site.page(language, 'security.html'));
    await fillSignIn(page, WORDS[language], { identifier: address, password: PASSWORD });
    await press(page, WORDS[language].signIn);
    const addresses = page.locator('#addresses');

    await box(page, say.furtherAddress).fill(further);
    await press(page, say.add);
    await addresses.getByRole('heading', { name: further, exact: true }).waitFor();
    await expectAccessibleEverywhere(page);
    await perform(portal, 'confirmEmail', { token: await confirmationMailedTo(portal, further) });
    await page.reload();
    await addresses.getByRole('button', { name: say.primary(further), exact: true }).click();
    await addresses.getByRole('button', { name: say.remove(address), exact: true }).click();
    await addresses.getByRole('heading', { name: address, exact: true }).waitFor({ state: 'detached' });

    const join = async (identifier: string): Promise<void> => {
      await box(page, say.otherAccount).fill(identifier);
      await box(page, say.otherPassword).fill(PASSWORD);
      await press(page, say.join);
    };
    await join(guarded.address);
    await page.locator('#link').getByText(say.needsFactor).waitFor();
    await expectAccessibleEverywhere(page);
    await join(other.address);
    await addresses.getByText(say.joined).waitFor();
    await addresses.getByRole('heading', { name: other.address, exact: true }).waitFor();
  });

  it('a member whose account a stranger keeps throttled still signs in where they did before', async () => {
    const { portal, site, browser } = setting;
    const { address } = await givenAccount(portal);
    const page = await browser.reuse({ locale: 'fr-CA' });
    const signIn = async (): Promise<void> => {
      await page.goto(site.page('fr-CA', 'security.html'));
      await fillSignIn(page, WORDS['fr-CA'], { identifier: address, password: PASSWORD });
      await press(page, WORDS['fr-CA'].signIn);
      await page.locator('#sessions').waitFor();
    };
    await signIn();
    await page.getByRole('button', { name: SAY['fr-CA'].leave }).click();
    await page.waitForURL(url => !url.pathname.endsWith('security.html'));
    const stranger = (password: string) =>
      perform(portal, 'signIn', { identifier: address, password }).then(answer => answer.__typename);
    for (let i = 0; i < 10; i++) await stranger('Bonjour!1999');
    expect(await stranger(PASSWORD)).toBe('TooManyAttempts');

    await signIn();
  });
});
