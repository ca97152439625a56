import { labelOf, refundWayLabels } from '@affilia/sdk/labels';
import { drawButton } from '../button.mjs';
import { dayOf } from '../dates.mjs';
import { html } from '../html.mjs';
import { drawFacts, drawList, pageOf } from '../lists.mjs';
import { openForBody } from '../staff.mjs';
import { drawTold, tellAt } from '../told.mjs';

/** What waits for a second person. @type {import('../visit.mjs').Page} */
export const refunds = {
  async get(visit) {
    const { words, address, locale, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.invoices.refundList;
    const found = await portal.treasury
      .refunds({ associationId: body.id, awaitingApproval: true })
      .page(pageOf(address));

    return {
      title: say.title,
      content: html`
        ${drawTold(visit)}
        ${drawList(visit, found, {
          count: say.count,
          parameters: {},
          draw: ({ id, amount, way, reason, preparedAt, payment, invoice, viewerCan }) => {
            const heading = say.heading(amount.formatted, payment.payerName ?? words.invoices.nobody);
            return html`<h2>${heading}</h2>
              ${drawFacts([
                [say.facts.way, labelOf(refundWayLabels, way, locale)],
                [say.facts.reason, reason],
                [say.facts.invoice, invoice?.number],
                [say.facts.preparedAt, dayOf(preparedAt, locale, body.timeZone)],
              ])}
              ${!viewerCan.approve && html`<p>${say.second}</p>`}
              <div class="acts">
                ${viewerCan.approve && drawButton(visit, say.approve(heading), { act: 'approve', refund: id })}
                ${viewerCan.withdraw && drawButton(visit, say.withdraw(heading), { act: 'withdraw', refund: id })}
              </div>`;
          },
        })}
        <p><a class="way" href="${linkTo('invoices')}">${words.invoices.toList}</a></p>
      `,
    };
  },

  async post(visit) {
    const { form, words } = visit;
    const { portal } = await openForBody(visit);
    const input = { refundId: form.get('refund') ?? '', idempotencyKey: form.get('key') };
    const isApproval = form.get('act') === 'approve';
    const outcome = isApproval
      ? await portal.treasury.approveRefund(input)
      : await portal.treasury.withdrawRefund(input);
    const say = words.invoices.refundList;
    const done = isApproval ? say.approved : say.withdrawn;
    return tellAt(visit, 'refunds', outcome.ok ? { done } : { refused: outcome.problem.message });
  },
};
