import { addressOf, affilia, words } from './connect.js';
import { dayInWords, dayOf } from './dates.js';
import { h, heading, replaceWith } from './element.js';
import { drawAct, drawAsked, drawFolded, ownField } from './organization-parts.js';

const say = words.billing;

/** Pays with what the association holds of the payer's money. `settle` draws the page again and says what was done. */
export const drawCredit = ({ id, payerCredit }, settle) =>
  drawAct({
    title: say.credit,
    submitLabel: say.useCredit(payerCredit.formatted),
    level: 3,
    act: () => affilia.billing.useCredit({ invoiceId: id }),
    done: ({ invoice, used }) => settle(invoice, say.creditUsed(used.formatted)),
  });

/** What was said about how it will be paid, and the way to take that back. */
export const drawIntent = ({ id, intentToPay, issuer }, methods, settle) =>
  h(
    'div',
    { id: 'intent' },
    h('h3', {}, say.otherWay),
    h(
      'p',
      {},
      say.intent(methods.get(intentToPay.method) ?? intentToPay.method, dayInWords(intentToPay.expectedOn)),
    ),
    h('p', {}, say.intentDeadline(dayOf(intentToPay.deadlineAt, issuer))),
    drawAsked({
      label: say.withdrawIntent,
      question: say.withdrawIntentQuestion,
      sure: say.withdrawIntentNow,
      act: () => affilia.billing.withdrawIntentToPay({ invoiceId: id }),
      done: ({ invoice }) => settle(invoice, say.intentWithdrawn),
    }),
  );

/** Says how and when it will be paid in another way than by card; `named` as in pay-by-card.js. */
export const drawPayLater = (named, methods, done) =>
  drawFolded(
    say.otherWay,
    null,
    drawAct({
      title: say.otherWay,
      submitLabel: say.declare,
      level: 3,
      fields: [
        ownField('method', say.method, {
          kind: 'CHOICE',
          required: true,
          options: [...methods].map(([value, label]) => ({ value, label })),
        }),
        ownField('expectedOn', say.expectedOn, { kind: 'DATE', required: true, help: say.expectedOnHelp }),
      ],
      act: answers => affilia.billing.declareIntentToPay({ ...answers, ...named }),
      done,
    }),
  );

/** Lets somebody else pay this one invoice: the link is shown once. */
export function drawLetPay({ id }) {
  const place = h('div');
  const act = drawAct({
    title: say.letPay,
    submitLabel: say.makeLink,
    level: 3,
    act: () => affilia.billing.createPayLink({ invoiceId: id }),
    done({ url, token }) {
      const address = url ?? `${addressOf('invoice.html')}#pay=${token}`;
      replaceWith(place, heading(3, say.link), h('p', {}, say.linkOnce), h('p', {}, h('code', {}, address)));
    },
  });
  return drawFolded(say.letPay, null, h('p', {}, say.letPayHelp), act, place);
}
