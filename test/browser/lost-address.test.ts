import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { PASSWORD } from '../accounts/given-account.ts';
import { givenOffice } from '../invitations/operations.ts';
import { employedSince, freshAddress, givenLoser } from '../lost-address/operations.ts';
import {
  expectAccessible,
  fillSignIn,
  headingSeen,
  linkTo,
  openSetting,
  press,
  type Setting,
} from './partner-pages.ts';
import {
  focused,
  openTool,
  openWindow,
  overflow,
  press as pressThere,
  signIn,
  type StaffTool,
} from './staff-tool.ts';
import { WORDS, type Language } from './words.ts';

const SAY = {
  'fr-CA': {
    way: 'Remplacer l’adresse du compte (courriel perdu)',
    asked: 'La demande est inscrite',
    byYou: 'Vous avez fait cette demande.',
    withdraw: 'Retirer la demande',
    withdrawn: 'La demande est retirée',
    notMe: 'Ce n’était pas moi',
    stays: 'Votre adresse reste la même',
  },
  'en-CA': {
    way: 'Replace the address of the account (lost mailbox)',
    byAnother: 'Another administrator has made this request.',
    approve: 'Approve, and replace it now',
    done: 'The new address has taken the place of the old one',
    notMe: 'This was not me',
    stays: 'Your address stays as it is',
    notice: 'We were asked to replace your address',
  },
} as const;

describe('a lost mailbox, in the staff’s tool and on the association’s site (A14)', () => {
  let setting: Setting;
  let tool: StaffTool;
  beforeAll(async () => {
    setting = await openSetting();
    tool = await openTool(setting.portal);
  });
  afterAll(async () => {
    await tool.close();
    await setting.close();
  });

  /** A member who lost their mailbox, and an administrator at the form that replaces the address. */
  async function openAct(locale: Language) {
    const { portal, browser } = setting;
    const say = SAY[locale];
    const language = locale === 'fr-CA' ? 'fr' : 'en';
    const member = await givenLoser(portal, { locale });
    const office = await givenOffice(portal, { role: StaffRole.ADMIN });
    await employedSince(portal, office.account.id);
    const newAddress = freshAddress();
    const { page } = await openWindow(browser, tool, { language, width: 320 });
    await signIn(page, office.account.address);
    const open = async (): Promise<void> => {
      await page.goto(`${tool.url}/${language}/people/person?person=${member.personId}`);
      await pressThere(page, `text=${say.way}`);
    };
    const ask = async (typed = newAddress): Promise<void> => {
      await page.fill('#newAddress', typed);
      await page.fill('#identityCheck', 'Permis de conduire');
      await pressThere(page, 'main button.main');
    };
    await open();
    return { page, address: member.account.address, newAddress, open, ask };
  }

  it('an administrator asks, and the person says no by the mailed link, in French', async () => {
    const { portal, browser } = setting;
    const say = SAY['fr-CA'];
    const { page, address, newAddress, open, ask } = await openAct('fr-CA');

    // Staff ask, correct themselves, take it back, and ask again.
    await expectAccessible(page);
    await ask('courriel');
    expect(await focused(page)).toContain('@');
    await expectAccessible(page);
    await ask();
    expect(await page.innerText('main')).toContain(say.asked);
    await open();
    expect(await page.innerText('main')).toContain(say.byYou);
    expect(await page.innerText('main')).not.toContain(newAddress);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await pressThere(page, `text=${say.withdraw}`);
    expect(await page.innerText('main')).toContain(say.withdrawn);
    await open();
    await ask();

    // The person says no by the link; opening it does nothing.
    await portal.runDue();
    const own = await browser.open({ locale: 'fr-CA' });
    await own.goto(linkTo(portal, address, 'contest-address'));
    await own.getByRole('button', { name: say.notMe }).waitFor();
    await expectAccessible(own);
    await press(own, say.notMe);
    await headingSeen(own, say.stays);
    await expectAccessible(own);
  });

  it('the person says no where they are signed in, and two administrators do it at once, in English', async () => {
    const { portal, site, browser } = setting;
    const say = SAY['en-CA'];
    const second = await givenOffice(portal, { role: StaffRole.ADMIN });
    await employedSince(portal, second.account.id);
    const { page, address, open, ask } = await openAct('en-CA');

    await ask();
    const own = await browser.open({ locale: 'en-CA' });
    await own.goto(site.page('en-CA', 'sign-in.html?then=security.html'));
    await fillSignIn(own, WORDS['en-CA'], { identifier: address, password: PASSWORD });
    await press(own, WORDS['en-CA'].signIn);
    await headingSeen(own, say.notice);
    await expectAccessible(own);
    await press(own, say.notMe);
    await headingSeen(own, say.stays);

    // Two administrators do it at once.
    await open();
    await ask();
    await pressThere(page, 'header button');
    await page.goto(`${tool.url}/en/sign-in`);
    await signIn(page, second.account.address);
    await open();
    expect(await page.innerText('main')).toContain(say.byAnother);
    expect(await page.innerText('main button.main')).toBe(say.approve);
    await ask();
    expect(await page.innerText('main')).toContain(say.done);
    await expectAccessible(page);
  });
});
