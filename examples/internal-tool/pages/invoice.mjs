import { invoiceKindLabels, labelOf } from '@affilia/sdk/labels';
import { decideBillToChange, drawBillToChange } from '../bill-to-change.mjs';
import { dayInWords } from '../dates.mjs';
import { drawFault } from '../fault.mjs';
import { html } from '../html.mjs';
import { drawFacts } from '../lists.mjs';
import { drawInvoicePayments } from '../invoice-payments.mjs';
import { openForBody } from '../staff.mjs';
import { drawTable } from '../table.mjs';
import { drawTold } from '../told.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/treasury').InvoiceInCare} Invoice */

/** One invoice: what it is for, what it received, and what staff do about it. @type {import('../visit.mjs').Page} */
export const invoice = {
  async get(visit) {
    const { words, address, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const found = await portal.treasury.invoice(address.searchParams.get('invoice') ?? '');
    if (!found) return drawFault(visit, 'NOT_FOUND');
    const say = words.invoices;
    // Also of what is paid: the money is then the payer's credit.
    const acts = [
      ...(found.open.cents > 0 ? [['invoices/pay', say.pay.way]] : []),
      ...(found.credited.cents < found.total.cents ? [['invoices/credit', say.credit.way]] : []),
      ...(found.billToChange ? [] : [['invoices/address', say.billToChange.ask.way]]),
    ];

    return {
      title: found.number,
      content: html`
        ${drawTold(visit)} ${drawInvoice(visit, found)}
        ${
          found.billToChange &&
          drawBillToChange(visit, found.billToChange, body, {
            heading: say.billToChange.heading(found.number),
            billTo: found.billTo,
          })
        }
        ${
          acts.length > 0 &&
          html`<h2>${say.acts}</h2>
            <ul class="plain">
              ${acts.map(
                ([page = '', label]) =>
                  html`<li><a class="way" href="${linkTo(page, { invoice: found.id })}">${label}</a></li>`,
              )}
            </ul>`
        }
        ${drawInvoicePayments(visit, found)} ${drawLines(visit, found)}
        ${
          found.creditNotes.length > 0 &&
          html`<h2>${say.creditNotes}</h2>
            <ul>
              ${found.creditNotes.map(
                ({ number, total, reason }) =>
                  html`<li>${say.creditNote(number, total.formatted, reason)}</li>`,
              )}
            </ul>`
        }
        <p><a class="way" href="${linkTo('invoices')}">${say.toList}</a></p>
      `,
    };
  },

  post: visit =>
    decideBillToChange(visit, 'invoices/invoice', { invoice: visit.address.searchParams.get('invoice') }),
};

/** @param {Visit} visit @param {Invoice} invoice */
export function drawInvoice({ words, locale }, invoice) {
  const { facts } = words.invoices;
  const { payerCredit, intentToPay } = invoice;
  return drawFacts([
    [facts.state, html`<strong>${invoice.stateLabel}</strong>`],
    [facts.kind, labelOf(invoiceKindLabels, invoice.kind, locale)],
    [facts.payer, invoice.billTo?.name],
    [facts.member, invoice.memberName],
    [facts.issuedOn, dayInWords(invoice.issuedOn, locale)],
    [facts.dueOn, dayInWords(invoice.dueOn, locale)],
    [facts.total, invoice.total.formatted],
    [facts.paid, invoice.paid.cents > 0 && invoice.paid.formatted],
    [facts.credited, invoice.credited.cents > 0 && invoice.credited.formatted],
    [facts.open, invoice.open.formatted],
    [facts.credit, payerCredit && payerCredit.cents !== 0 && payerCredit.formatted],
    [facts.intent, intentToPay?.state === 'STANDING' && dayInWords(intentToPay.expectedOn, locale)],
  ]);
}

/** @param {Visit} visit @param {Invoice} invoice */
function drawLines({ words }, { lines }) {
  const say = words.invoices;
  return html`<h2>${say.lines}</h2>
    ${drawTable(
      say.lines,
      [say.line, say.supplier, say.net, say.taxes, say.lineTotal],
      lines.map(({ description, supplier, net, taxes, total }) => [
        description,
        supplier.shortName,
        net.formatted,
        taxes.map(({ label, amount }) => html`<div>${label} ${amount.formatted}</div>`),
        total.formatted,
      ]),
    )}
    ${lines
      .filter(({ explanation }) => explanation.length > 0)
      .map(
        ({ description, explanation }) =>
          html`<details>
            <summary>${say.why}<span class="unseen"> ${description}</span></summary>
            ${explanation.map(({ text }) => html`<p>${text}</p>`)}
          </details>`,
      )}`;
}
