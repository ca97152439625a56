import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenInvoice } from '../billing/given-invoices.ts';
import { givenPaid, newBody } from '../billing/remittance-operations.ts';
import { givenOffice } from '../invitations/operations.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import { describeAddressees } from './addressees-at-desk.ts';
import { describeMembershipChanges } from './membership-changes-at-desk.ts';
import { openMoneyDesk, type MoneyDesk } from './money-desk.ts';
import { focused, press } from './staff-tool.ts';

describe('money and memberships in the staff’s own tool (C12, E7, E10, E13, E14, E17)', () => {
  let opened: MoneyDesk;
  beforeAll(async () => {
    opened = await openMoneyDesk();
  });
  afterAll(() => opened.close());
  const money = (): MoneyDesk => opened;

  it('records a cheque once, its return, a refund that another approves, and a credit', async () => {
    const {
      page,
      portal,
      desk,
      office,
      second,
      text,
      narrow,
      accessible,
      send,
      clickOnce,
      limitTo,
      counted,
    } = money();
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
    const { page, portal, desk, office, text, narrow, accessible, send, clickOnce, counted } = money();
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
    const { page, portal, desk, text, narrow, accessible, send, clickOnce } = money();
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

  describeMembershipChanges(money);
  describeAddressees(money);
});
