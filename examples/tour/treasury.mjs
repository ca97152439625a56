import { done } from './connect.mjs';
import { showPriced } from './money.mjs';

/** @typedef {import('./connect.mjs').Portal} Portal */
/** @typedef {import('./guide.mjs').Guide} Guide */

/** A congress, which no rule of dues prices. */
const CONGRESS = {
  kind: /** @type {const} */ ('EVENT'),
  descriptionFr: 'Inscription au congrès',
  descriptionEn: 'Registration for the congress',
  quantity: 1,
  unitCents: 200_00,
  taxTreatment: /** @type {const} */ ('SALES'),
};

/** Far enough away to be due after any day on which somebody takes the tour. */
const CONGRESS_DAY = '2099-05-01';

/**
 * Whoever looks after the money of an association.
 *
 * @param {Portal} portal
 * @param {Guide} guide
 * @param {string} associationId
 */
export const openTreasury = (portal, guide, associationId) => {
  const { words } = guide;

  return {
    /** What the next year of a member would cost. @param {string} name */
    async quote(name) {
      const [member] = (await portal.registrar.list({ associationId, search: name }).page({ first: 1 }))
        .nodes;
      if (!member) throw new Error('the organization of the tour is a member');
      const { quote } = done(await portal.billing.quote({ memberships: [{ membershipId: member.id }] }));
      guide.line(words.quoted(name));
      showPriced(guide, quote);
      for (const { explanation } of quote.lines) for (const { text } of explanation) guide.line(`  ${text}`);
    },

    /** Bills somebody for a congress. @param {string} payerId */
    async bill(payerId) {
      const dueOn = CONGRESS_DAY;
      const { invoice } = done(
        await portal.treasury.issueInvoice({
          associationId,
          kind: 'EVENT',
          payerId,
          dueOn,
          lines: [CONGRESS],
        }),
      );
      guide.answer(words.billed(invoice.number, invoice.total.formatted, invoice.stateLabel));
      return invoice;
    },

    /**
     * A cheque that came by post on the day of the invoice.
     *
     * @param {{ id: string, issuedOn: string }} invoice
     * @param {number} amountCents
     */
    async takeCheque({ id, issuedOn }, amountCents) {
      const { payment, invoices } = done(
        await portal.treasury.recordPayment({
          ...{ associationId, method: 'CHEQUE', amountCents, receivedOn: issuedOn },
          ...{ invoiceIds: [id], reference: '1042' },
        }),
      );
      guide.line(words.cheque('1042', payment.amount.formatted));
      for (const invoice of invoices)
        guide.answer(words.invoiceStands(invoice.number, invoice.stateLabel, invoice.open.formatted));
    },
  };
};
