import { describe, expect, it } from '@jest/globals';
import type { PersonEntity } from '../../src/modules/people/index.ts';
import { givenInvoice } from '../billing/given-invoices.ts';
import { expectAccessible, openAs, texts, type Setting } from './partner-pages.ts';

interface Payer {
  readonly address: string;
  readonly person: PersonEntity;
}

/** What a member pays by card, at the gateway's page or in its fields, and how they come back. */
export function describeCards(setting: () => Setting, givenMember: () => Promise<Payer>): void {
  describe('a payment by card', () => {
    const paymentsOf = async ({ person }: Payer): Promise<number | undefined> => {
      const rows = await setting().portal.parts.db.entities.query<{ count: number }[]>(
        'select count(*)::int as count from payment where payer_person_id = $1',
        [person.id],
      );
      return rows[0]?.count;
    };

    it('pays by card at the gateway’s page, is told when it is declined, and comes back paid, in French', async () => {
      const { portal } = setting();
      const member = await givenMember();
      const { id } = portal.world.aqpm.association;
      const { number } = await givenInvoice(portal, id, { personId: member.person.id });
      const page = await openAs(setting(), 'fr-CA', member.address, 'invoices.html');
      await page.getByRole('link', { name: /^Payer\s: / }).click();
      const pay = page.getByRole('button', { name: /^Payer 229,95\s\$ par carte$/ });
      await pay.waitFor();
      await expectAccessible(page);

      // A second click is the same payment.
      await pay.dblclick();
      await page.waitForURL(/dev.card/);
      await page.getByRole('radio', { name: /0002/ }).check();
      await page.locator('form button').click();
      await page.locator('[role=alert]').waitFor();
      await portal.runDue();
      await page.locator('body > p a, main > p a').last().click();
      await page
        .locator('#card-news')
        .getByText('Rien n’a été payé. La banque a refusé la carte. Vous pouvez essayer une autre carte.')
        .waitFor();
      await expectAccessible(page);
      await pay.click();
      await page.waitForURL(/dev.card/);
      await page.getByRole('radio', { name: /4242/ }).check();
      await page.locator('form button').click();
      await page.locator('#card-news').getByText('Nous demandons si le paiement est fait…').waitFor();
      expect(await pay.count()).toBe(0);
      await portal.runDue();
      await page
        .locator('#card-news')
        .getByText(/^Le paiement de 229,95\s\$ est reçu/)
        .waitFor();

      expect(page.url()).toMatch(/invoice[.]html[?]invoice=[^&]+$/);
      expect(await texts(page, '#payments li > p')).toEqual([
        expect.stringMatching(/^229,95\s\$ \(Carte\), le 22 novembre 2026[.]$/),
      ]);
      expect(await page.locator('#paying').isVisible()).toBe(false);
      expect(await paymentsOf(member)).toBe(1);
      await expectAccessible(page);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: /^Télécharger la facture/ }).click();
      expect((await download).suggestedFilename()).toContain(String(number));
      const receipt = page.waitForEvent('download');
      await page.getByRole('button', { name: /^Télécharger le reçu/ }).click();
      expect((await receipt).suggestedFilename()).toMatch(/[.]pdf$/);

      // Neither the list nor the way back offers to pay what is paid.
      await page.getByRole('link', { name: 'Toutes vos factures' }).click();
      await page.getByRole('heading', { name: 'Ce que vous devez' }).waitFor();
      expect(await page.getByRole('link', { name: /^Payer/ }).count()).toBe(0);
      await page.goBack();
      await page.locator('#payments').waitFor();
      expect(await page.getByRole('button', { name: /par carte$/ }).count()).toBe(0);
    });

    it('says so where the network fails on the way back from the bank, and a reload shows that it was paid once', async () => {
      const { portal } = setting();
      const member = await givenMember();
      await givenInvoice(portal, portal.world.aqpm.association.id, { personId: member.person.id });
      const page = await openAs(setting(), 'fr-CA', member.address, 'invoices.html');
      const news = page.locator('#card-news');
      await page.getByRole('link', { name: /^Payer\s: / }).click();
      await page.getByRole('button', { name: /par carte$/ }).click();
      await page.waitForURL(/dev.card/);
      await page.getByRole('radio', { name: /4242/ }).check();
      await page.route(portal.endpoint, route => route.abort());
      await page.locator('form button').click();

      // Nothing could be loaded: that it may have been paid is said first, and the address keeps the payment.
      await page.getByRole('alert').getByText('Ne payez pas de nouveau').waitFor();
      expect(await page.getByRole('button', { name: /par carte$/ }).count()).toBe(0);
      expect(page.url()).toMatch(/invoice[.]html[?]cardPayment=cpm_/);
      await expectAccessible(page);

      // The invoice is there, and what became of the payment is not: a reload asks again.
      await page.clock.install();
      await page.unrouteAll();
      await page.route(portal.endpoint, route =>
        /cardPayment[(]/.test(route.request().postData() ?? '') ? route.abort() : route.continue(),
      );
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await news.getByText('Nous demandons si le paiement est fait…').waitFor();
      const unanswered = news.getByText('Nous n’avons pas pu demander si le paiement est fait.');
      for (let turn = 0; turn < 300 && (await unanswered.count()) === 0; turn += 1)
        await page.clock.runFor('00:10');
      expect(await unanswered.count()).toBe(1);
      expect(await page.getByRole('button', { name: /par carte$/ }).count()).toBe(0);
      expect(page.url()).toMatch(/cardPayment=cpm_/);
      await expectAccessible(page);

      await page.unrouteAll();
      await portal.runDue();
      await page.reload();
      await news.getByText(/^Le paiement de 229,95\s\$ est reçu/).waitFor();
      expect(page.url()).toMatch(/invoice[.]html[?]invoice=[^&]+$/);
      expect(await texts(page, '#payments li > p')).toHaveLength(1);
      expect(await page.getByRole('button', { name: /par carte$/ }).count()).toBe(0);
      expect(await paymentsOf(member)).toBe(1);
    });

    it('offers no way to pay any more where it is paid at once and the network fails just then', async () => {
      const { portal } = setting();
      const member = await givenMember();
      await givenInvoice(portal, portal.world.aqpm.association.id, { personId: member.person.id });
      const page = await openAs(setting(), 'fr-CA', member.address, 'invoices.html');
      const pay = page.getByRole('button', { name: /par carte$/ });
      await page.getByRole('link', { name: /^Payer\s: / }).click();
      await pay.waitFor();
      let isPaid = false;
      const paid = { state: 'SUCCEEDED', endedAt: '2026-11-22T15:00:00Z' };
      // What a gateway would answer that charges a card on file.
      await page.route(portal.endpoint, async route => {
        const asked = route.request().postData() ?? '';
        if (isPaid && !/cardPayment[(]/.test(asked)) return route.abort();
        const response = await route.fetch();
        const { data } = (await response.json()) as { data: { result?: object; cardPayment?: object } };
        if (!/startCardPayment[(]/.test(asked))
          return route.fulfill({
            response,
            json: { data: { cardPayment: { ...data.cardPayment, ...paid } } },
          });
        isPaid = true;
        const checkout = { kind: 'DONE', label: '', payAt: null, clientSecret: null };
        return route.fulfill({ response, json: { data: { result: { ...data.result, checkout } } } });
      });

      await pay.click();
      await page
        .locator('#card-news')
        .getByText(/^Le paiement de 229,95\s\$ est reçu/)
        .waitFor();
      // It has the focus once all is drawn.
      await page.locator('#card-news:focus').waitFor();
      await page.unrouteAll();

      expect(await page.locator('#paying').isVisible()).toBe(false);
      expect(await pay.count()).toBe(0);
      await expectAccessible(page);
    });

    it('types the card into the fields of Stripe where that is the gateway, and is told there what is wrong', async () => {
      const { portal, site } = setting();
      const member = await givenMember();
      await givenInvoice(portal, portal.world.aqpm.association.id, { personId: member.person.id });
      const page = await openAs(setting(), 'fr-CA', member.address, 'invoices.html');
      // Stripe itself is not called from here: what it would answer, and its library, stand in.
      await page.route(portal.endpoint, async route => {
        const response = await route.fetch();
        const { data } = (await response.json()) as { data: { result?: { checkout?: object } } };
        const checkout = {
          __typename: 'CardCheckout',
          kind: 'CONFIRM',
          label: '',
          payAt: null,
          clientSecret: 'pi_1_secret_2',
          publishableKey: 'pk_test_1',
          returnUrl: site.page('fr-CA', 'invoice.html'),
        };
        const isStart = data.result?.checkout !== undefined;
        await route.fulfill({
          response,
          json: isStart ? { data: { result: { ...data.result, checkout } } } : { data },
        });
      });
      await page.route('https://js.stripe.com/**', route =>
        route.fulfill({
          contentType: 'text/javascript',
          body: `globalThis.Stripe = (key, { locale }) => ({
            elements: ({ clientSecret }) => ({ create: kind => ({ mount: place => {
              place.textContent = [key, locale, clientSecret, kind].join(' ');
            } }) }),
            confirmPayment: async ({ confirmParams }) => ({ error: { message: 'Carte refusée ' + confirmParams.return_url } }),
          });`,
        }),
      );

      await page.getByRole('link', { name: /^Payer\s: / }).click();
      await page.getByRole('button', { name: /par carte$/ }).click();
      await page.locator('.card-fields').getByText('pk_test_1 fr-CA pi_1_secret_2 payment').waitFor();
      await page.getByRole('button', { name: /par carte$/ }).click();
      await page
        .locator('.summary')
        .getByText(`Carte refusée ${site.page('fr-CA', 'invoice.html')}`, { exact: true })
        .waitFor();

      await expectAccessible(page);
      await page.unrouteAll();
    });
  });
}
