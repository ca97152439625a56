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
 * Says what became of a payment by card. `token` is the secret of a pay link, where there is one; `known` draws the page
 * again, with and without the ways to pay.
 */
export function openCardNews(token, known) {
  const element = h('p', { id: 'card-news', role: 'status', class: 'status', tabindex: '-1' });
  let waiting = false;

  async function follow({ id }) {
    waiting = true;
    element.textContent = say.asking;
    const payment = await untilKnown(id, token, ({ state }) => {
      element.textContent = state === 'PROCESSING' ? say.PROCESSING : say.asking;
    });
    waiting = payment === undefined;
    const news = payment === undefined ? say.noAnswer : payment ? wordsOf(payment) : say.notFound;
    element.textContent = news;
    await known();
    tell(news);
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
export function forgetCardPayment(invoiceId = null) {
  const address = addressOf(location.pathname, invoiceId === null ? {} : { invoice: invoiceId });
  history.replaceState(history.state, '', address);
}
