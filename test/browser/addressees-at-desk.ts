import { describe, expect, it } from '@jest/globals';
import { fromPublicId, toPublicId, type BillToChangeId } from '../../src/kernel/id.ts';
import { givenInvoice } from '../billing/given-invoices.ts';
import { perform } from '../billing/invoice-operations.ts';
import type { Office } from '../invitations/operations.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import type { MoneyDesk } from './money-desk.ts';
import { focused, press } from './staff-tool.ts';

/** To whom an invoice is addressed: asked for by one of the staff, approved by another. */
export function describeAddressees(money: () => MoneyDesk): void {
  describe('the addressee of an invoice', () => {
    const given = async (): Promise<string> => {
      const { portal } = money();
      const { id: personId } = await givenPerson(portal, { givenName: 'Zoé', familyName: 'Adresse' });
      const invoice = await givenInvoice(portal, portal.world.aqpm.association.id, { personId });
      return toPublicId('Invoice', invoice.id);
    };
    const asked = async (invoiceId: string, billTo: object, by: Office): Promise<string> => {
      const answer = await perform(money().portal, 'changeBillTo', { invoiceId, billTo }, by.asked);
      return answer.change?.id ?? '';
    };
    const versions = async (invoice: string): Promise<string[]> => {
      const rows = await money().portal.parts.db.entities.query<{ address: string }[]>(
        `select coalesce(street, 'null') || ' ' || postal_code as address from bill_to where invoice_id = $1 order by version`,
        [fromPublicId('Invoice', invoice)],
      );
      return rows.map(({ address }) => address);
    };
    const waitingOf = async (invoice: string): Promise<string> => {
      const rows = await money().portal.parts.db.entities.query<{ id: BillToChangeId }[]>(
        'select id from bill_to_change where invoice_id = $1 and num_nonnulls(approved_at, declined_at) = 0',
        [fromPublicId('Invoice', invoice)],
      );
      return rows[0] ? toPublicId('BillToChange', rows[0].id) : '';
    };

    it('is changed at once, or waits above the limit, with the name of whoever asked, who cannot approve it', async () => {
      const { page, desk, office, second, text, fact, narrow, send, clickOnce, limitTo } = money();
      const [one, other] = [await given(), await given()];
      await limitTo(null);
      await desk.atWork(office.account, `invoices/invoice?invoice=${one}`);
      expect(await fact('Facturée à')).toBe('Zoé L’Écuyer');
      await press(page, 'text=Changer le destinataire');
      expect([await page.inputValue('#name'), await page.inputValue('#street')]).toEqual([
        'Zoé L’Écuyer',
        '12, rue des Érables',
      ]);
      await page.fill('#name', ' ');
      await page.fill('#postalCode', '12345');
      await send();
      expect(await focused(page)).toContain('Code postal – ');
      for (const name of ['name', 'postalCode'])
        expect(await page.getAttribute(`#${name}`, 'aria-invalid')).toBe('true');
      await narrow();
      await page.fill('#name', 'Ville de Laval');
      await page.fill('#street', '');
      await page.fill('#postalCode', 'h7v1a1');
      await clickOnce();
      await send();
      expect(await focused(page)).toBe('La facture est adressée à Ville de Laval.');
      expect(await fact('Facturée à')).toBe('Ville de Laval');
      expect(await versions(one)).toEqual(['12, rue des Érables H3A 2E6', 'null H7V 1A1']);

      await limitTo(0);
      const waits = await asked(other, { name: 'Ville de Longueuil' }, second);
      await press(page, 'text=Changer le destinataire');
      expect(await page.inputValue('#postalCode')).toBe('H7V 1A1');
      await page.fill('#name', 'Ville de Lévis');
      await clickOnce();
      await send();
      expect(await focused(page)).toBe('Le changement attend l’approbation d’une autre personne.');
      expect(await fact('Facturée à')).toBe('Ville de Laval');
      expect(await fact('Demandé par')).toBe('Geneviève Roy');
      expect(await fact('Demandé le')).toBe('22 novembre 2026');
      expect(await text()).not.toContain('Changer le destinataire');
      await narrow();

      // The button of the other change, sent with the own one.
      await desk.atWork(office.account, 'invoices/addressees');
      const own = await waitingOf(one);
      await page
        .locator(`main input[value="${waits}"]`)
        .first()
        .evaluate((field, id) => {
          (field as HTMLInputElement).value = id;
        }, own);
      await press(page, 'main button:has-text("Approuver")');
      expect(await focused(page)).toContain(
        'Une autre personne que celle qui a demandé ce changement de destinataire doit l’approuver.',
      );

      await desk.atWork(second.account, `invoices/address?invoice=${one}`, { language: 'en' });
      await send();
      expect(await focused(page)).toContain('Another change of the addressee of this invoice is waiting');
      await narrow();
      await desk.atWork(second.account, 'invoices/addressees', { language: 'en' });
      const askers = await page.locator('dt', { hasText: 'Asked for by' }).locator('+ dd').allInnerTexts();
      expect(askers.toSorted()).toEqual(['Geneviève Roy', 'Rosalie Relève']);
      await press(page, 'main button:has-text("Approve")');
      expect(await waitingOf(one)).toBe('');
      await press(page, 'main button:has-text("Decline")');
      await limitTo(null);
    });

    it('shows a change of addressee that waits, which somebody else approves at the invoice or in the list', async () => {
      const { page, desk, office, second, text, fact, narrow, limitTo } = money();
      const [first, other] = [await given(), await given()];
      await limitTo(0);
      for (const id of [first, other]) await asked(id, { name: 'Ville de Laval', city: 'Laval' }, office);
      await limitTo(null);
      const at = `invoices/invoice?invoice=${first}`;

      await desk.atWork(office.account, at);
      expect(await text()).toContain('Une autre personne que celle qui l’a demandé doit l’approuver.');
      expect(await text()).not.toContain('Approuver');
      await desk.atWork(second.account, at);
      expect(await text()).toContain('Ville de Laval');
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
}
