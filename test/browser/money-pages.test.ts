import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import type { AccountId } from '../../src/kernel/id.ts';
import { creditInvoiceLines } from '../../src/modules/billing/invoices/index.ts';
import type { MembershipEntity } from '../../src/modules/memberships/index.ts';
import type { PersonEntity } from '../../src/modules/people/index.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { duesLine, givenInvoice, line } from '../billing/given-invoices.ts';
import { openRealm } from '../sign-on/realm.ts';
import { minutes } from '../support/fake-clock.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import { describeCards } from './card-pages.ts';
import {
  expectAccessible,
  expectAccessibleEverywhere,
  faultsAt,
  openAs,
  openSetting,
  press,
  texts,
  type Setting,
} from './partner-pages.ts';
import type { Language } from './words.ts';

interface Member {
  readonly accountId: AccountId;
  readonly address: string;
  readonly person: PersonEntity;
  readonly membership: MembershipEntity;
}

describe('a member’s membership and money in a browser (C10, D1, E1, E5, E12)', () => {
  let setting: Setting;
  let count = 0;
  beforeAll(async () => {
    // The page of the test cards is the realm's own.
    setting = await openSetting(openRealm);
  });
  afterAll(() => setting.close());

  /** A member who left 2025 unpaid, and rested for a while. */
  async function givenMember(): Promise<Member> {
    const { portal } = setting;
    const number = String(++count);
    const account = await givenAccount(portal);
    const person = await givenPerson(portal, { givenName: 'Zoé', familyName: 'Dion', accountId: account.id });
    const regular = await givenClass(portal, { code: `REGULAR-${number}` });
    const membership = await givenMembership(
      portal,
      regular,
      { personId: person.id },
      {
        memberNumber: `90${number}`,
        admittedOn: localDate('2024-04-01'),
        affiliations: [{ classId: regular.id, from: localDate('2024-04-01'), to: null, reason: 'ADMISSION' }],
        terms: [
          { kind: 'ASSOCIATION_YEAR', from: localDate('2024-04-01'), to: localDate('2025-04-01') },
          { kind: 'ASSOCIATION_YEAR', from: localDate('2026-04-01'), to: localDate('2027-04-01') },
        ],
        holds: [{ kind: 'LEAVE', from: localDate('2026-06-01'), to: localDate('2026-07-01') }],
      },
    );
    return { accountId: account.id, address: account.address, person, membership };
  }

  const openTheirs = (language: Language, { address }: Member, name: string): Promise<Page> =>
    openAs(setting, language, address, name);

  it('reads how the membership stands and why, its history with the gap, and any day, in French', async () => {
    const page = await openTheirs('fr-CA', await givenMember(), 'membership.html');
    await page.getByRole('heading', { name: 'Périodes' }).waitFor();

    expect(await texts(page, '#terms li')).toEqual([
      'du 1er avril 2024 au 31 mars 2025 (Année de l’association)',
      'Interruption du 1er avril 2025 au 31 mars 2026\u00A0: ce temps n’a pas été payé.',
      'du 1er avril 2026 au 31 mars 2027 (Année de l’association)',
    ]);
    expect(await texts(page, '#stays li')).toEqual([
      'Membre régulier, à compter du 1er avril 2024 (Admission à titre de membre)',
    ]);
    expect(await texts(page, '#holds li')).toEqual([
      expect.stringMatching(/, du 1er juin 2026 au 30 juin 2026$/),
    ]);
    expect(await texts(page, '#standing > dl dd')).toEqual([
      'Zoé Dion',
      '901',
      'Membre régulier',
      'En règle',
      '1er juillet 2026',
      '30 janvier 2027',
      '1er avril 2024',
      '1er avril 2026',
    ]);
    await expectAccessible(page);

    await press(page, 'Voir l’état');
    expect(await faultsAt(page, 'input.day')).toEqual(['Remplissez ce champ.']);
    await page.locator('[name="input.day"]').fill('2025-12-24');
    await press(page, 'Voir l’état');
    await page.getByRole('heading', { name: 'Le 24 décembre 2025' }).waitFor();
    expect(await texts(page, '#on-day dd')).toEqual(['Échue', '1er mai 2025', '31 mars 2026']);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('Gap, April 1, 2025 to March 31, 2026: this time was not paid for.').waitFor();
    await expectAccessibleEverywhere(page, 'en-CA');
  });

  it('finds dues, events and all else in one list, and each price with its taxes and reason, in English', async () => {
    const { portal } = setting;
    const member = await givenMember();
    const { aqpm } = portal.world;
    const payer = { personId: member.person.id } as const;
    await givenInvoice(portal, aqpm.association.id, payer);
    portal.clock.advance(minutes(1));
    await givenInvoice(portal, aqpm.association.id, payer, {
      kind: 'DUES',
      membershipId: member.membership.id,
      dueOn: localDate('2026-05-01'),
      lines: [
        duesLine(aqpm.association.id, member.membership.id),
        line(aqpm.association.id, { kind: 'DONATION', unit: Money.cad(25_00), taxes: [], quantity: 2 }),
      ],
    });
    const page = await openTheirs('en-CA', member, 'invoices.html');
    await page.getByRole('heading', { name: 'What you owe' }).waitFor();
    await expectAccessibleEverywhere(page, 'en-CA');
    expect(await texts(page, '.entries li:first-child dd')).toEqual([
      'Dues',
      'Association québécoise de la production médiatique (Canada)',
      'Zoé Dion',
      'Overdue',
      'November 22, 2026',
      '$279.95',
      '$279.95',
      'May 1, 2026',
    ]);
    expect(await texts(page, '.entries li:last-child dd')).toEqual(
      expect.arrayContaining(['Other', 'To be paid']),
    );
    await page
      .getByRole('link', { name: /^Pay\s?: / })
      .first()
      .click();
    await page.waitForURL(/invoice=/);
    await page.getByRole('heading', { name: 'Details' }).waitFor();
    expect(await texts(page, '#lines dd')).toEqual([
      'April 1, 2027 to March 31, 2028',
      '$200.00',
      '$10.00 (no. 123456789 RT0001)',
      '$19.95 (no. 1234567890 TQ0001)',
      '$229.95',
      '2 × $25.00',
      '$50.00',
    ]);
    expect(await texts(page, '#totals dd')).toEqual(['$250.00', '$10.00', '$19.95', '$279.95', '$279.95']);
    await expectAccessibleEverywhere(page, 'en-CA');
    await page.getByRole('link', { name: 'Français' }).click();
    await page.getByRole('heading', { name: 'Total de la facture' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Toutes vos factures' }).click();
    await page.getByRole('heading', { name: 'Ce que vous devez' }).waitFor();
    await expectAccessible(page);
  });

  it('finds what was taken back of an invoice, and fetches its document, in both languages', async () => {
    const { portal } = setting;
    const member = await givenMember();
    const { id: invoiceId, lineIds } = await givenInvoice(portal, portal.world.aqpm.association.id, {
      personId: member.person.id,
    });
    await portal.parts.db.transaction(tx =>
      creditInvoiceLines(portal.parts, tx, {
        invoiceId,
        lines: lineIds.map(lineId => ({ lineId, net: Money.cad(100_00) })),
        reason: 'Un frais de trop',
        recordedBy: null,
      }),
    );
    const page = await openTheirs('fr-CA', member, 'invoices.html');
    await page.getByRole('link', { name: /^Payer\s: / }).click();
    await page.getByRole('heading', { name: 'Notes de crédit' }).waitFor();

    expect(await texts(page, '#credit-notes li > p')).toEqual([
      expect.stringMatching(/^AQPM-CR-2026-\d{6}\s: 114,98\s\$, le 22 novembre 2026[.]$/),
      'Un frais de trop',
      expect.stringMatching(/^Frais de dossier\s: 100,00\s\$ avant les taxes[.]$/),
    ]);
    await expectAccessible(page);
    const fetched = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Télécharger la note de crédit/ }).click();
    expect((await fetched).suggestedFilename()).toMatch(/^AQPM-CR-2026-\d{6}[.]pdf$/);

    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Credit notes' }).waitFor();
    expect(await texts(page, '#credit-notes li > p')).toEqual([
      expect.stringMatching(/^AQPM-CR-2026-\d{6}: [$]114[.]98, November 22, 2026[.]$/),
      'Un frais de trop',
      'File fee: $100.00 before taxes.',
    ]);
    await page.getByRole('button', { name: /^Download the credit note/ }).waitFor();
    await expectAccessibleEverywhere(page, 'en-CA');
  });

  it('says that a cheque is coming, and lets somebody else pay by a link, who sees no more than that, in English', async () => {
    const { portal, site, browser } = setting;
    const member = await givenMember();
    await givenInvoice(
      portal,
      portal.world.aqpm.association.id,
      { personId: member.person.id },
      { locale: 'en-CA' },
    );
    const page = await openTheirs('en-CA', member, 'invoices.html');
    await page.getByRole('link', { name: /^Pay\s?: / }).click();
    await page.locator('summary').filter({ hasText: 'By cheque or transfer' }).click();
    await press(page, 'Announce the payment');
    expect(await faultsAt(page, 'input.expectedOn')).toEqual(['Fill in this field.']);
    await page.getByRole('radio', { name: 'By cheque' }).check();
    await page.locator('[name="input.expectedOn"]').fill('2020-01-01');
    await press(page, 'Announce the payment');
    expect(await faultsAt(page, 'input.expectedOn')).toHaveLength(1);
    const soon = new Date(portal.clock.now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
    await page.locator('[name="input.expectedOn"]').fill(soon);
    await page.getByRole('button', { name: 'Announce the payment' }).dblclick();
    await page
      .locator('#paying > .status')
      .getByText('The payment is announced. An e-mail confirms it.')
      .waitFor();
    await expectAccessibleEverywhere(page, 'en-CA');
    await page.locator('#intent summary').click();
    await press(page, 'Yes, withdraw the announcement');
    await page.locator('#paying > .status').getByText('The announcement is withdrawn.').waitFor();

    await page.locator('summary').filter({ hasText: 'Let somebody else pay' }).click();
    await press(page, 'Make a link');
    const link = await page.locator('#paying code').innerText();
    expect(link).toContain(`${site.page('en-CA', 'invoice.html')}#pay=`);
    await expectAccessibleEverywhere(page, 'en-CA');

    const other = await browser.open({ locale: 'en-CA' });
    await other.goto(link);
    await other.getByRole('button', { name: 'Pay $229.95 by card' }).waitFor();
    expect(other.url()).not.toContain('pay=');
    expect(await texts(other, '#content dd')).toEqual([
      'Association québécoise de la production médiatique (Canada)',
      'To be paid',
      'March 31, 2027',
      '$229.95',
      '$229.95',
    ]);
    await expectAccessibleEverywhere(other, 'en-CA');
    await other.locator('summary').filter({ hasText: 'By cheque or transfer' }).click();
    await other.getByRole('radio', { name: 'By transfer' }).check();
    await other.locator('[name="input.expectedOn"]').fill(soon);
    await press(other, 'Announce the payment');
    await other.locator('#card-news').getByText('The payment is announced. An e-mail says so').waitFor();

    // With the keyboard alone.
    await other.getByRole('button', { name: 'Pay $229.95 by card' }).focus();
    await other.keyboard.press('Enter');
    await other.waitForURL(/dev.card/);
    await other.getByRole('radio', { name: /4242/ }).focus();
    await other.keyboard.press('Enter');
    await other.locator('#card-news').getByText('We are asking').waitFor();
    await portal.runDue();
    await other.locator('#card-news').getByText('The payment of $229.95 is received. Thank you.').waitFor();

    await other.goto(`${site.page('en-CA', 'invoice.html')}#pay=nobody`);
    await other.locator('.summary').waitFor();
    await expectAccessibleEverywhere(other, 'en-CA');

    // The bank's application led back into another browser than the one that has the link.
    const elsewhere = await browser.reuse({ locale: 'en-CA' });
    await elsewhere.goto(`${site.page('en-CA', 'invoice.html')}?cardPayment=cpy_elsewhere`);
    await elsewhere
      .locator('#card-news')
      .getByText('An e-mail confirms the payment once it is received.')
      .waitFor();
    await expectAccessible(elsewhere);
  });

  describeCards(() => setting, givenMember);
});
