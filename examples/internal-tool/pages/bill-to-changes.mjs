import { decideBillToChange, drawBillToChange } from '../bill-to-change.mjs';
import { html } from '../html.mjs';
import { drawList, pageOf } from '../lists.mjs';
import { openForBody } from '../staff.mjs';
import { drawTold } from '../told.mjs';

/** The changes of addressee that wait for a second person. @type {import('../visit.mjs').Page} */
export const billToChanges = {
  async get(visit) {
    const { words, address, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.invoices.billToChange;
    const found = await portal.treasury
      .billToChanges({ associationId: body.id, awaitingApproval: true })
      .page(pageOf(address));

    return {
      title: say.list,
      content: html`
        ${drawTold(visit)}
        ${drawList(visit, found, {
          count: say.count,
          parameters: {},
          draw: ({ invoice, ...change }) =>
            html`${drawBillToChange(visit, change, body, {
                heading: say.heading(invoice.number, invoice.total.formatted),
                billTo: invoice.billTo,
              })}
              <p>
                <a class="way" href="${linkTo('invoices/invoice', { invoice: invoice.id })}"
                  >${words.invoices.toInvoice}<span class="unseen"> ${invoice.number}</span></a
                >
              </p>`,
        })}
        <p><a class="way" href="${linkTo('invoices')}">${words.invoices.toList}</a></p>
      `,
    };
  },

  post: visit => decideBillToChange(visit, 'invoices/addressees'),
};
