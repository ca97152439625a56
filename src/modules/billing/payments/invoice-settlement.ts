import { openOf } from '../invoices/held-invoice.ts';
import { holdInvoices } from '../invoices/hold-invoices.ts';
import type { InvoicesPorts } from '../invoices/invoices.ports.ts';
import { least, NOTHING } from './change-paid.ts';
import { holdCredit } from './credit/credit-of.ts';
import { spendCredit } from './credit/spend-credit.ts';
import { settleLines, unsettleLines } from './settle-lines.ts';
import { endIntents, withStandingIntent } from './standing-intents.ts';

/** What follows of an invoice for its lines: as it is issued, and as it is credited. */
export const invoiceSettlement: InvoicesPorts = {
  settleIssued: (context, tx, invoice) => settleLines(context, tx, invoice, 'INVOICE'),

  async undoCredited(context, tx, { id }) {
    const [invoice] = await holdInvoices(tx, [id]);
    if (!invoice) throw new Error('an invoice was lost while it was credited');
    // Before the number of the note, which is taken last: what the note frees is spent out of it.
    await holdCredit(tx, invoice.issuerId, invoice.payer);
    if (openOf(invoice).isZero()) await endIntents(tx, [id], { at: context.clock.now(), why: 'CREDITED' });

    const intentStands = (await withStandingIntent(tx, [id])).has(id);
    await unsettleLines(context, tx, invoice, { why: 'CREDITED', intentStands });
    // A credit over the rest leaves what was paid before paid whole.
    await settleLines(context, tx, invoice, 'PAYMENT');
  },

  // After the number of the note, and waits for nobody with it: the credit is held since before.
  async payWithFreed(context, tx, { invoiceId, amount: freed, on, recordedBy: usedBy }) {
    const [invoice] = await holdInvoices(tx, [invoiceId]);
    if (!invoice || openOf(invoice).isZero()) return;
    const amount = least(freed, openOf(invoice), await holdCredit(tx, invoice.issuerId, invoice.payer));
    if (amount.compare(NOTHING) > 0) await spendCredit(context, tx, { invoice, amount, on, usedBy });
  },
};
