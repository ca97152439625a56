import { AffiliaError } from '@affilia/sdk';
import { addressOf, affilia, words } from './connect.js';
import { h } from './element.js';

const say = words.billing.cardNews;

/** In milliseconds. News of a card come within seconds, those of a bank within days: then the page asks less often. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/**
 * How long it is waited for what may never come: the person may have come back without paying, or another card may have
 * been taken after the one that was declined.
 */
const PATIENCE = { STARTED: 10_000, DECLINED: 2_000 };
/** Without an answer it is not known whether it was paid: nobody is offered to pay a second time. */
const UNANSWERED = 60_000;

/**
 * Says what became of a payment by card of an invoice, which is named as for `drawPayByCard`; `known` draws the page
 * again, with and without the ways to pay. Until then the address keeps the payment, so that a reload asks again.
 * `withdraw` takes the ways to pay away where the service was not reached to draw it.
 */
export function openCardNews({ invoiceId = null, payLinkToken = null }, { known, withdraw }) {
  const element = h('p', { id: 'card-news', role: 'status', class: 'status', tabindex: '-1' });
  let waiting = false;

  async function follow({ id }) {
    waiting = true;
    element.textContent = say.asking;
    const payment = await untilKnown(id, payLinkToken, ({ state }) => {
      element.textContent = state === 'PROCESSING' ? say.PROCESSING : say.asking;
    });
    waiting = payment === undefined;
    if (!waiting) forgetCardPayment(invoiceId);
    const news = payment === undefined ? say.noAnswer : payment ? wordsOf(payment) : say.notFound;
    element.textContent = news;
    await known().catch(error => keepWhatStands(error, payment));
    tell(news);
  }
  /** The news are true still; where nothing was declined, it may be paid, and the ways to pay go. */
  function keepWhatStands(error, payment) {
    if (!(error instanceof AffiliaError)) throw error;
    if (payment?.state === 'DECLINED') return;
    waiting = true;
    withdraw();
  }
  function tell(text) {
    element.textContent = text;
    element.focus();
  }
  return {
    element,
    /** Until it is known, nobody is offered to pay a second time. */
    isWaiting: () => waiting,
    follow,
    tell,
  };
}

/** What a page says of a payment that it cannot even ask about, since it could not be loaded. */
export const unloadedNews = cardPaymentId => ({ unloaded: cardPaymentId === null ? null : say.noAnswer });

const wordsOf = ({ state, amount, declineLabel }) =>
  state === 'DECLINED' ? say.DECLINED(declineLabel ?? '') : say[state](amount.formatted);

/** The payment; null where there is none, undefined where nobody answered. */
async function untilKnown(id, token, tell) {
  // Without a network nothing is known yet: it is asked again.
  const ask = known => affilia.billing.cardPayment(id, token).catch(() => known);
  let payment = await ask();
  let waited = 0;
  for (let pause = FIRST_PAUSE; isUnknown(payment); pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
    if (waited >= (payment ? (PATIENCE[payment.state] ?? Infinity) : UNANSWERED)) return payment;
    if (payment) tell(payment);
    await new Promise(resolve => setTimeout(resolve, pause));
    waited += pause;
    payment = await ask(payment);
  }
  return payment;
}

const isUnknown = payment => payment === undefined || payment?.endedAt === null;

/** Reloading the page does not ask for the same payment again; the address names the invoice alone. */
function forgetCardPayment(invoiceId) {
  const address = addressOf(location.pathname, invoiceId === null ? {} : { invoice: invoiceId });
  history.replaceState(history.state, '', address);
}
