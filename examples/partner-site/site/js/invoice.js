import { addressOf, words } from './connect.js';
import { rememberedInvoice } from './card-return.js';
import { h } from './element.js';
import { heldSecret, reloadForNewSecret } from './held-secret.js';
import { openOwnInvoice } from './own-invoice.js';
import { openPage } from './page.js';
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
else if (cardPaymentId) await openPaidElsewhere();
else location.replace(addressOf('invoices.html'));

/** The bank's application led back into another tab, or another browser, than the one that has the link. */
function openPaidElsewhere() {
  const say = words.billing.cardNews;
  return openPage(() => [
    h('p', { id: 'card-news', role: 'status' }, say.elsewhere),
    h('p', {}, h('a', { class: 'way', href: addressOf('invoices.html') }, say.signIn)),
  ]);
}
