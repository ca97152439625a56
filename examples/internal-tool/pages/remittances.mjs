import { labelOf, remittanceKindLabels } from '@affilia/sdk/labels';
import { drawButton } from '../button.mjs';
import { dayInWords, dayOf } from '../dates.mjs';
import { drawSelect } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawFacts, drawFilter, drawList, pageOf } from '../lists.mjs';
import { openForBody } from '../staff.mjs';
import { drawTold, tellAt } from '../told.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/treasury').RemittanceRow} Remittance */

const SIDES = /** @type {const} */ (['BOOK', 'BODY']);

/** What was handed on between bodies; a second person approves here. @type {import('../visit.mjs').Page} */
export const remittances = {
  async get(visit) {
    const { words, address, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.remittances;
    const side = sideIn(address);
    const found = await portal.treasury.remittances({ associationId: body.id, side }).page(pageOf(address));

    return {
      title: words.pages.remittances,
      content: html`
        ${drawTold(visit)}
        <p>${say.intro}</p>
        <p><a class="way" href="${linkTo('remittances/prepare')}">${say.start}</a></p>
        ${drawFilter(
          visit,
          drawSelect({
            name: 'side',
            label: say.side,
            value: side,
            options: SIDES.map(value => ({ value, label: say.sides[value] })),
          }),
        )}
        ${drawList(visit, found, {
          count: say.count,
          parameters: { side },
          draw: one =>
            html`<h2>${titleOf(visit, one)}</h2>
              ${drawRemittance(visit, one, body.timeZone)} ${drawActs(visit, one)}`,
        })}
        ${found.totalCount === 0 && html`<p>${say.none}</p>`}
      `,
    };
  },

  async post(visit) {
    const { form, words, address } = visit;
    const { portal } = await openForBody(visit);
    const outcome = await portal.treasury.approveRemittance({
      remittanceId: form.get('remittance') ?? '',
      idempotencyKey: form.get('key'),
    });
    const told = outcome.ok ? { done: words.remittances.approved } : { refused: outcome.problem.message };
    return tellAt(visit, 'remittances', told, { side: sideIn(address) });
  },
};

/** @param {URL} address */
const sideIn = ({ searchParams }) => SIDES.find(one => one === searchParams.get('side')) ?? 'BOOK';

/** A claim goes the other way. @param {Visit} visit @param {Remittance} remittance */
export const titleOf = ({ words }, { kind, book, body }) =>
  kind === 'CLAIM'
    ? words.remittances.title(body.shortName, book.shortName)
    : words.remittances.title(book.shortName, body.shortName);

/** @param {Visit} visit @param {Remittance} remittance @param {string} timeZone */
export function drawRemittance({ words, locale }, remittance, timeZone) {
  const { facts, period } = words.remittances;
  const { kind, stateLabel, amount, from, to, preparedAt, approvedAt, paidOn, ...rest } = remittance;
  return drawFacts([
    [facts.state, html`<strong>${stateLabel}</strong>`],
    [facts.kind, labelOf(remittanceKindLabels, kind, locale)],
    [facts.amount, amount.formatted],
    [facts.period, period(dayInWords(from, locale), dayInWords(to, locale))],
    [facts.preparedAt, dayOf(preparedAt, locale, timeZone)],
    [facts.approvedAt, dayOf(approvedAt, locale, timeZone)],
    [facts.paidOn, paidOn && dayInWords(paidOn, locale)],
    [facts.reference, rest.paymentReference],
    [facts.reversedAt, dayOf(rest.reversedAt, locale, timeZone)],
    [facts.reason, rest.reversalReason],
  ]);
}

/** @param {Visit} visit @param {Remittance} remittance */
function drawActs(visit, remittance) {
  const { words, linkTo } = visit;
  const { id, state, viewerCan } = remittance;
  const say = words.remittances;
  const title = titleOf(visit, remittance);
  const way = (/** @type {string} */ page, /** @type {unknown} */ label) =>
    html`<a class="way" href="${linkTo(page, { remittance: id })}">${label}</a>`;
  return html`${state === 'PREPARED' && viewerCan.reverse && !viewerCan.approve && html`<p>${say.second}</p>`}
    <div class="acts">
      ${viewerCan.approve && drawButton(visit, say.approve(title), { remittance: id })}
      ${viewerCan.markPaid && way('remittances/pay', say.pay(title))}
      ${viewerCan.reverse && way('remittances/reverse', say.reverse(title))}
    </div>`;
}
