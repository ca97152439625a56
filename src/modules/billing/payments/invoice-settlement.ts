import { openOf } from '../invoices/held-invoice.ts';
import { holdInvoices } from '../invoices/hold-invoices.ts';
import type { InvoicesPorts } from '../invoices/invoices.ports.ts';
import { settleLines, unsettleLines } from './settle-lines.ts';
import { endIntents, withStandingIntent } from './standing-intents.ts';

/** What follows of an invoice for its lines: as it is issued, and as it is credited. */
export const invoiceSettlement: InvoicesPorts = {
  settleIssued: (context, tx, _invoice, lines) => settleLines(context, tx, lines, 'INVOICE'),

  async undoCredited(context, tx, { id }) {
    const [invoice] = await holdInvoices(tx, [id]);
    if (!invoice) throw new Error('an invoice was lost while it was credited');
    if (openOf(invoice).isZero()) await endIntents(tx, [id], { at: context.clock.now(), why: 'CREDITED' });

    const intentStands = (await withStandingIntent(tx, [id])).has(id);
    await unsettleLines(context, tx, invoice.lines, { why: 'CREDITED', intentStands });
    // A credit over the rest leaves what was paid before paid whole.
    await settleLines(context, tx, invoice.lines, 'PAYMENT');
  },
};
