import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenInvoice } from '../billing/given-invoices.ts';
import { perform } from '../billing/invoice-operations.ts';
import { givenPaid, newBody } from '../billing/remittance-operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { accessibilityFaults, openBrowser, type TestBrowser } from '../support/browser.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { focused, openDesk, openTool, overflow, press, type Desk, type StaffTool } from './staff-tool.ts';

describe('money and memberships in the staff’s own tool (C12, E7, E10, E13, E14, E17)', () => {
  let portal: Portal;
  let browser: TestBrowser;
  let tool: StaffTool;
  let desk: Desk;
  let page: Page;
  let office: Office;
  let second: Office;
  beforeAll(async () => {
    [portal, browser] = await Promise.all([openPortal(), openBrowser()]);
    office = await givenOffice(portal, { name: 'Geneviève Roy', role: StaffRole.ADMIN });
    second = await givenOffice(portal, { name: 'Rosalie Relève', role: StaffRole.ADMIN });
    tool = await openTool(portal);
    desk = await openDesk(browser, tool);
    ({ page } = desk);
  });
  afterAll(async () => {
    await tool.close();
    await browser.close();
    await portal.close();
  });

  const text = (): Promise<string> => page.innerText('main');
  const accessible = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(desk.strayed).toEqual([]);
  };
  const narrow = async (): Promise<void> => {
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await accessible();
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  const send = (): Promise<void> => press(page, 'main button.main');
  /** The first of two clicks: the form as it stands is sent, and the window stays at it. */
  const clickOnce = async (): Promise<void> => {
    const form = page.locator('main form[method=post]');
    const fields = await form.evaluate(shown =>
      Object.fromEntries(
        [...new FormData(shown as HTMLFormElement)].flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value]] : [],
        ),
      ),
    );
    const address = new URL((await form.getAttribute('action')) ?? '', page.url()).href;
    const answer = await page.request.post(address, { form: fields, maxRedirects: 0 });
    expect(answer.status()).toBe(303);
  };
  const limitTo = (cents: number | null): Promise<unknown> =>
    portal.parts.db.entities.query('update association set approval_above_cents = $2 where id = $1', [
      portal.world.aqpm.association.id,
      cents,
    ]);
  const counted = async (table: string): Promise<number> => {
    const rows = await portal.parts.db.entities.query<{ count: number }[]>(
      `select count(*)::int as count from ${table}`,
    );
    return rows[0]?.count ?? 0;
  };

  it('records a cheque once, its return, a refund that another approves, and a credit', async () => {
    const { association } = portal.world.aqpm;
    const { id: personId } = await givenPerson(portal, { givenName: 'Zoé', familyName: 'Dion' });
    await givenInvoice(portal, association.id, { personId });
    await givenInvoice(portal, association.id, { personId }, { dueOn: localDate('2027-04-30') });
    await limitTo(0);
    await desk.atWork(office.account, 'invoices');
    await narrow();
    await page.fill('#number', '2026-1');
    await page.selectOption('#state', 'OPEN');
    await send();
    expect(await text()).toContain('1 facture, de la plus récente à la plus ancienne.');
    await press(page, 'main >> text=Voir la facture');
    await narrow();
    await press(page, 'text=Noter un paiement reçu');
    expect(await page.inputValue('#amountCents')).toBe('229,95');
    await page.fill('#amountCents', 'beaucoup');
    await send();
    expect(await focused(page)).toContain('Inscrivez un montant en dollars');
    expect(await page.getAttribute('#amountCents', 'aria-invalid')).toBe('true');
    await page.fill('#amountCents', '469,90 $');
    await page.fill('#receivedOn', '2030-01-01');
    await page.fill('#others', '2026-2, 2026-777');
    await send();
    expect(await focused(page)).toContain('Aucune facture ne porte ce numéro\u00A0: 2026-777.');
    await page.fill('#others', '2026-2');
    await send();
    expect(await page.getAttribute('#receivedOn', 'aria-invalid')).toBe('true');
    await narrow();
    await page.fill('#receivedOn', '2026-11-20');
    await page.fill('#reference', 'Chèque 418');
    await clickOnce();
    await send();
    expect(await focused(page)).toMatch(/Le paiement de 469,90\s\$ est noté.*10,00\s\$ de trop/);
    expect(await counted('payment')).toBe(1);
    expect(await text()).toContain('Chèque 418');
    // What is paid can still be credited.
    expect(await text()).toContain('Créditer la facture');
    await narrow();

    await press(page, 'main >> text=Rembourser');
    await page.fill('#amountCents', '10');
    await page.selectOption('#invoiceId', 'credit');
    await page.selectOption('#way', 'CHEQUE');
    await send();
    expect(await page.getAttribute('#reason', 'aria-invalid')).toBe('true');
    await narrow();
    await page.fill('#reason', 'Payé deux fois');
    await clickOnce();
    await send();
    expect(await focused(page)).toContain('Le remboursement attend l’approbation d’une autre personne.');
    expect(await counted('refund')).toBe(1);
    await desk.atWork(office.account, 'refunds');
    expect(await text()).toContain('Une autre personne que celle qui l’a préparé doit l’approuver.');
    await desk.atWork(second.account, 'refunds', { language: 'en' });
    expect(await text()).toContain('1 refund waits for a decision.');
    await narrow();
    await press(page, 'main button:has-text("Approve")');
    expect(await focused(page)).toBe('The refund is approved.');

    await desk.atWork(second.account, 'invoices', { language: 'en' });
    await page.fill('#number', '2026-1');
    await send();
    await press(page, 'main >> text=See the invoice');
    await press(page, 'text=Record a return');
    await page.fill('#returnedOn', '2026-11-21');
    await narrow();
    await send();
    expect(await focused(page)).toBe('The return is recorded. The payer is told.');
    expect(await text()).toContain('Insufficient funds');
    await press(page, 'main >> text=Credit the invoice');
    await page.fill('#amountCents', '50');
    await page.fill('#reason', 'Goodwill');
    await send();
    expect(await focused(page)).toContain('Choose the item first.');
    await page.selectOption('#lineId', { index: 1 });
    await clickOnce();
    await send();
    expect(await focused(page)).toMatch(/^The credit note AQPM-CR-2026-000001 of \$57[.]49 is issued[.]$/);
    expect(await counted('credit_note')).toBe(1);
    await accessible();
  });

  it('bills somebody for an item, from their record', async () => {
    const person = await givenPerson(portal, { givenName: 'Éric', familyName: 'Roch' });
    await desk.atWork(office.account, `people/person?person=${toPublicId('Person', person.id)}`);
    await press(page, 'text=Émettre une facture');
    await page.fill('#unitCents', '1 234,50');
    await page.fill('#dueOn', '2026-12-31');
    await send();
    for (const name of ['descriptionFr', 'descriptionEn'])
      expect(await page.getAttribute(`#${name}`, 'aria-invalid')).toBe('true');
    await narrow();
    await page.fill('#descriptionFr', 'Atelier');
    await page.fill('#descriptionEn', 'Workshop');
    await page.selectOption('#taxTreatment', 'NONE');
    const before = await counted('invoice');
    await clickOnce();
    await send();
    expect(await counted('invoice')).toBe(before + 1);
    expect(await focused(page)).toMatch(/^La facture AQPM-2026-\d{6} est émise[.]$/);
    expect(await text()).toMatch(/1\s234,50\s\$/);
    await accessible();
  });

  it('prepares a remittance, which another approves, and records its payment', async () => {
    const { icu } = portal.world;
    const [treasurer, other] = [
      await givenOffice(portal, { body: icu, role: StaffRole.FINANCE, name: 'Paul Trésor' }),
      await givenOffice(portal, { body: icu, role: StaffRole.ADMIN, name: 'Anne Chef' }),
    ];
    const body = await newBody(portal);
    await givenPaid(portal, icu.association.id, [body.id], { on: '2026-11-03' });
    await desk.atWork(treasurer.account, 'remittances', { tree: 'icu' });
    expect(await text()).toContain('Aucun versement.');
    await press(page, 'text=Préparer un versement');
    await send();
    expect(await focused(page)).toContain('Choisissez un organisme.');
    await page.selectOption('#bodyId', { value: toPublicId('Association', body.id) });
    await page.fill('#from', '2026-11-01');
    await page.fill('#to', '2026-11-30');
    await narrow();
    await clickOnce();
    await send();
    expect(await focused(page)).toMatch(/^Le versement de 229,95\s\$ est préparé/);
    expect(await text()).toContain('Une autre personne que celle qui l’a préparé doit l’approuver.');
    expect(await page.getByRole('button', { name: /^Approuver/ }).count()).toBe(0);
    await narrow();

    await desk.atWork(other.account, 'remittances', { tree: 'icu', language: 'en' });
    await press(page, 'main button:has-text("Approve")');
    expect(await focused(page)).toBe('The remittance is approved. The money may move.');
    await press(page, 'main >> text=Record the payment');
    await send();
    expect(await page.getAttribute('#reference', 'aria-invalid')).toBe('true');
    await narrow();
    await page.fill('#reference', 'EFT 4711');
    await clickOnce();
    await send();
    expect(await focused(page)).toBe('The payment is recorded.');
    expect(await text()).toContain('EFT 4711');
    await press(page, 'main >> text=Reverse');
    await page.fill('#reason', 'Wrong account');
    await send();
    expect(await focused(page)).toBe('The remittance is reversed.');
    await accessible();
  });

  it('shows what a change of a membership brings before anybody confirms it', async () => {
    const regular = await givenClass(portal);
    await givenClass(portal, { code: 'SENIOR', nameFr: 'Membre aîné', nameEn: 'Senior member' });
    const { id: personId } = await givenPerson(portal, { givenName: 'Luc', familyName: 'Xanthe' });
    await givenMembership(portal, regular, { personId }, { memberNumber: '4004' });
    await desk.atWork(office.account, 'members?search=xanthe');
    await press(page, 'main >> text=Voir l’adhésion');
    expect(await text()).toContain(
      'Membre régulier (Admission à titre de membre), à compter du 1er avril 2025',
    );
    await narrow();
    await press(page, 'text=Changer de catégorie');
    await page.selectOption('#toClassId', { label: 'Membre aîné' });
    await send();
    expect(await focused(page)).toContain('Inscrivez une date.');
    await page.fill('#on', '2026-12-01');
    await send();
    expect(await focused(page)).toBe('Effet');
    expect(await text()).toContain('Rien à payer ni à créditer.');
    await narrow();
    await clickOnce();
    await send();
    expect(await focused(page)).toBe('Le changement est enregistré.');
    expect(await text()).toContain('Membre aîné (Changement de catégorie), à compter du 1er décembre 2026');

    await press(page, 'header >> text=English');
    await press(page, 'text=Grant a leave, or suspend');
    await page.fill('#on', '2026-12-24');
    await page.fill('#lastDay', '2026-12-01');
    await send();
    expect(await page.getAttribute('#lastDay', 'aria-invalid')).toBe('true');
    await page.fill('#lastDay', '2027-01-31');
    await send();
    await send();
    expect(await text()).toMatch(/leave, December 24, 2026 to January 31, 2027/i);
    await press(page, 'text=Record a resignation');
    await page.fill('#on', '2027-03-01');
    await page.fill('#reason', 'New trade');
    await send();
    expect(await focused(page)).toBe('Effect');
    await send();
    expect(await focused(page)).toBe('The change is recorded.');
    expect(await text()).toMatch(/End of the membership \(Resignation\), from March 1, 2027/);
    await press(page, 'text=Take the resignation back');
    await narrow();
    await send();
    expect(await focused(page)).toBe('The change is recorded.');
    await accessible();
  });

  it('shows a change of addressee that waits, which somebody else approves at the invoice or in the list', async () => {
    const { association } = portal.world.aqpm;
    const { id: personId } = await givenPerson(portal, { givenName: 'Zoé', familyName: 'Adresse' });
    const [first, other] = [
      await givenInvoice(portal, association.id, { personId }),
      await givenInvoice(portal, association.id, { personId }),
    ];
    await limitTo(0);
    for (const { id } of [first, other])
      await perform(
        portal,
        'changeBillTo',
        { invoiceId: toPublicId('Invoice', id), billTo: { name: 'Ville de Laval', city: 'Laval' } },
        office.asked,
      );
    await limitTo(null);
    const at = `invoices/invoice?invoice=${toPublicId('Invoice', first.id)}`;

    await desk.atWork(office.account, at);
    expect(await text()).toContain('Une autre personne que celle qui l’a demandé doit l’approuver.');
    expect(await text()).not.toContain('Approuver');
    await desk.atWork(second.account, at);
    expect(await text()).toContain('Ville de Laval');
    const fact = (name: string): Promise<string> =>
      page.locator('dt', { hasText: name }).locator('+ dd').innerText();
    const addressee = /^Zoé L’Écuyer, /;
    expect(await fact('Destinataire actuel')).toMatch(addressee);
    await narrow();
    await press(page, 'main button:has-text("Approuver")');
    expect(await focused(page)).toBe('La facture a son nouveau destinataire.');
    expect(await text()).not.toContain('Changement de destinataire');

    await desk.atWork(second.account, 'invoices', { language: 'en' });
    await press(page, 'main >> text=Changes of addressee to approve');
    expect(await text()).toContain('1 change of addressee waits for a decision.');
    expect(await fact('Billed to now')).toMatch(addressee);
    await narrow();
    await press(page, 'main button:has-text("Decline")');
    expect(await focused(page)).toBe('The change is declined. The invoice stays as it was.');
  });
});
