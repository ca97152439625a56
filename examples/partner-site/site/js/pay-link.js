import { affilia, words } from './connect.js';
import { openCardNews, unloadedNews } from './card-news.js';
import { dayInWords, dayOf } from './dates.js';
import { h } from './element.js';
import { drawFacts } from './facts.js';
import { forgetSecret } from './held-secret.js';
import { labelsOf } from './labels.js';
import { openPage } from './page.js';
import { drawPayByCard } from './pay-by-card.js';
import { drawPayLater } from './pay-otherwise.js';
import { drawWays } from './ways.js';

const say = words.billing;

/** One invoice for whoever has a link to pay it: enough to pay, and nothing else. */
export const openPayLink = (token, cardPaymentId) =>
  openPage(async ({ realm }) => {
    const link = await affilia.billing.invoiceByPayLink(token);
    if (!link.ok) return drawOver(link.problem);
    const [methods] = await labelsOf('IntentMethod');
    const named = { payLinkToken: token };
    const place = h('div');
    const ways = h('div');
    const news = openCardNews(named, {
      async known() {
        const again = await affilia.billing.invoiceByPayLink(token);
        place.replaceChildren(...(again.ok ? drawPayable(again.value.invoice) : drawOver(again.problem)));
      },
      withdraw: () => ways.replaceChildren(),
    });
    function drawPayable({ number, issuerName, memberName, stateLabel, dueOn, total, open }) {
      const canPay = open.cents > 0 && !news.isWaiting();
      ways.replaceChildren(
        ...(canPay ? [drawPayByCard({ open, named, follow: news.follow }), drawLater()] : []),
      );
      const facts = drawFacts([
        [say.issuer, issuerName],
        memberName && [say.member, memberName],
        [say.state, stateLabel],
        open.cents > 0 && [say.dueOn, dayInWords(dueOn)],
        [say.total, total.formatted],
        [say.open, open.formatted],
      ]);
      return [h('h2', {}, number), facts, ways];
    }
    function drawLater() {
      const later = drawPayLater(named, methods, ({ deadlineAt }) => {
        later.remove();
        news.tell(`${say.declaredForThem} ${say.intentDeadline(dayOf(deadlineAt, realm.association))}`);
      });
      return later;
    }

    if (cardPaymentId !== null) void news.follow({ id: cardPaymentId });
    place.append(...drawPayable(link.value.invoice));
    return [news.element, place];
  }, unloadedNews(cardPaymentId));

/** A link that opens nothing, or not just now, with the reason and the way on. */
function drawOver({ __typename, message, next }) {
  if (__typename === 'PayLinkUnknown') forgetSecret();
  return [
    h('div', { class: 'summary', tabindex: '-1' }, h('p', {}, message)),
    ...drawWays(next ? [next] : []),
  ];
}
