import { addressOf } from './connect.js';
import { rememberedInvoice } from './card-return.js';
import { heldSecret, reloadForNewSecret } from './held-secret.js';
import { openOwnInvoice } from './own-invoice.js';
import { openPayLink } from './pay-link.js';

reloadForNewSecret('pay');

// Back to a page that the browser kept: it may have been paid meanwhile.
addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

const asked = new URLSearchParams(location.search);
const cardPaymentId = asked.get('cardPayment');
const invoiceId = asked.get('invoice') ?? (cardPaymentId && rememberedInvoice(cardPaymentId));
const held = invoiceId ? null : heldSecret('pay');

// Whose invoice it is signs in; whoever has a link sees what they need to pay; others choose from their list.
if (invoiceId) await openOwnInvoice(invoiceId, cardPaymentId);
else if (held) await openPayLink(held.secret, cardPaymentId);
else location.replace(addressOf('invoices.html'));
