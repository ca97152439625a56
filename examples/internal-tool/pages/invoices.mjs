import { invoiceKindLabels, invoiceStateLabels, labelOf } from '@affilia/sdk/labels';
import { dayInWords } from '../dates.mjs';
import { drawInput, drawSelect, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawFacts, drawFilter, drawList, pageOf } from '../lists.mjs';
import { openForBody } from '../staff.mjs';
import { drawTold } from '../told.mjs';

/** @typedef {keyof typeof invoiceStateLabels} State */
/** @typedef {keyof typeof invoiceKindLabels} Kind */

/** What members owe a body, whatever it is for. @type {import('../visit.mjs').Page} */
export const invoices = {
  async get(visit) {
    const { words, address, locale, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.invoices;
    const number = address.searchParams.get('number')?.trim() || null;
    const state = chosen(address, 'state', /** @type {State[]} */ (Object.keys(invoiceStateLabels)));
    const kind = chosen(address, 'kind', /** @type {Kind[]} */ (Object.keys(invoiceKindLabels)));
    const found = await portal.treasury
      .invoices({ associationId: body.id, number, state, kind })
      .page(pageOf(address));

    return {
      title: words.pages.invoices,
      content: html`
        ${drawTold(visit)}
        <p><a class="way" href="${linkTo('refunds')}">${say.refunds}</a></p>
        <p><a class="way" href="${linkTo('invoices/addressees')}">${say.billToChange.list}</a></p>
        ${drawFilter(visit, [
          drawInput({
            name: 'number',
            label: say.number,
            help: say.numberHelp,
            value: number ?? '',
            maxlength: 40,
          }),
          drawSelect({
            name: 'state',
            label: say.state,
            value: state,
            options: [{ value: '', label: say.anyState }, ...optionsOf(invoiceStateLabels, locale)],
          }),
          drawSelect({
            name: 'kind',
            label: say.kind,
            value: kind,
            options: [{ value: '', label: say.anyKind }, ...optionsOf(invoiceKindLabels, locale)],
          }),
        ])}
        ${drawList(visit, found, {
          count: say.count,
          parameters: { number, state, kind },
          draw: invoice => html`
            <h2>${invoice.number}</h2>
            ${drawFacts([
              [say.facts.state, html`<strong>${invoice.stateLabel}</strong>`],
              [say.facts.kind, labelOf(invoiceKindLabels, invoice.kind, locale)],
              [say.facts.member, invoice.memberName],
              [say.facts.issuedOn, dayInWords(invoice.issuedOn, locale)],
              [say.facts.dueOn, dayInWords(invoice.dueOn, locale)],
              [say.facts.total, invoice.total.formatted],
              [say.facts.open, invoice.open.cents > 0 && invoice.open.formatted],
            ])}
            <p>
              <a class="way" href="${linkTo('invoices/invoice', { invoice: invoice.id })}"
                >${say.toInvoice}<span class="unseen"> ${invoice.number}</span></a
              >
            </p>
          `,
        })}
      `,
    };
  },
};

/**
 * @template {string} Value
 * @param {URL} address
 * @param {string} name
 * @param {readonly Value[]} values
 */
const chosen = ({ searchParams }, name, values) => values.find(one => one === searchParams.get(name)) ?? null;
