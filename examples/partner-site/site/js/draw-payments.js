import { words } from './connect.js';
import { dayInWords } from './dates.js';
import { drawReceipt } from './draw-document.js';
import { h } from './element.js';

const say = words.billing;

/** What an invoice received, with a receipt of each for whoever owes it; empty where it has received nothing. */
export const drawPayments = (invoice, methods, returns) =>
  invoice.payments.length === 0
    ? []
    : [
        h(
          'section',
          { id: 'payments' },
          h('h2', {}, say.payments),
          h(
            'ul',
            { class: 'entries' },
            invoice.payments.map((payment, place) => {
              const text = wordsOf(payment, methods, returns);
              // Credit that was used is no payment.
              const hasReceipt = invoice.billTo !== null && payment.method !== null;
              return h('li', {}, h('p', {}, text), hasReceipt && drawReceipt(invoice, place, text));
            }),
          ),
        ),
      ];

function wordsOf({ method, paidOn, amount, returned }, methods, returns) {
  const by = method === null ? say.byCredit : (methods.get(method) ?? method);
  const received = say.received(amount.formatted, by, dayInWords(paidOn));
  return returned === null ? received : `${received} ${say.returned(returns.get(returned) ?? returned)}`;
}
