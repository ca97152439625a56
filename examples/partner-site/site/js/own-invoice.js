import { addressOf, affilia, words } from './connect.js';
import { openCardNews, unloadedNews } from './card-news.js';
import { drawCreditNotes } from './draw-credit-notes.js';
import { drawDocument } from './draw-document.js';
import { drawInvoiceFacts, drawLines, drawTotals } from './draw-invoice.js';
import { drawLink } from './draw-link.js';
import { drawPayments } from './draw-payments.js';
import { h } from './element.js';
import { labelsOf } from './labels.js';
import { openPanel } from './organization-parts.js';
import { openMembersPage } from './page.js';
import { drawPayByCard } from './pay-by-card.js';
import { drawCredit, drawIntent, drawLetPay, drawPayLater } from './pay-otherwise.js';

const say = words.billing;

/** An invoice for whoever owes it, and for the member whom it is about. */
export const openOwnInvoice = (id, cardPaymentId) =>
  openMembersPage(async () => {
    const invoice = await affilia.billing.invoice(id);
    const toAll = drawLink(addressOf('invoices.html'), say.all);
    if (!invoice) return [h('p', {}, say.notFound), toAll];
    const [kinds, methods, intentMethods, returns] = await labelsOf(
      'InvoiceKind',
      'PaymentMethod',
      'IntentMethod',
      'ReturnKind',
    );
    const place = h('div');
    const named = { invoiceId: id };
    const news = openCardNews(named, {
      known: async () => redraw(await affilia.billing.invoice(id)),
      // None are drawn while it waits.
      withdraw: () => void paying.draw(invoice),
    });
    const paying = openPanel('paying', say.paying, now => drawWays(now));

    function drawWays(now) {
      if (now.open.cents <= 0 || news.isWaiting()) return [];
      // To the member whose invoice another pays, the payer's own affairs are not shown.
      const owes = now.billTo !== null;
      const intends = now.intentToPay?.state === 'STANDING';
      const announced = ({ invoice: after }) => settle(after, say.declared);
      return [
        drawPayByCard({ open: now.open, named, follow: news.follow }),
        owes && now.payerCredit?.cents > 0 && drawCredit(now, settle),
        owes &&
          (intends ? drawIntent(now, intentMethods, settle) : drawPayLater(named, intentMethods, announced)),
        owes && drawLetPay(now),
      ];
    }
    async function redraw(now) {
      place.replaceChildren(
        drawInvoiceFacts(now, kinds),
        ...(now.billTo === null ? [] : [drawDocument(now)]),
        ...drawPayments(now, methods, returns),
        ...drawCreditNotes(now),
        drawLines(now),
        drawTotals(now),
      );
      await paying.draw(now);
    }
    async function settle(now, text) {
      await redraw(now);
      paying.tell(text);
    }

    const standing = invoice.cardPayments.find(({ state }) => state === 'PROCESSING')?.id;
    const followed = cardPaymentId ?? standing ?? null;
    if (followed !== null) void news.follow({ id: followed });
    await redraw(invoice);
    return [h('h2', {}, invoice.number), news.element, paying.element, place, toAll];
  }, unloadedNews(cardPaymentId));
