import { words } from './connect.js';
import { dayInWords } from './dates.js';
import { h } from './element.js';
import { drawFacts } from './facts.js';
import { inMoney, rateInWords } from './money.js';

const say = words.billing;

/** What is to be known of an invoice at a glance. */
export const drawInvoiceFacts = (
  { issuer, kind, memberName, billTo, stateLabel, issuedOn, ...rest },
  kinds,
) =>
  drawFacts([
    [say.kind, kinds.get(kind) ?? kind],
    [say.issuer, issuer.name],
    memberName && [say.member, memberName],
    billTo && [say.payer, billTo.name],
    [say.state, stateLabel],
    [say.issuedOn, dayInWords(issuedOn)],
    rest.open.cents > 0 && [say.dueOn, dayInWords(rest.dueOn)],
  ]);

/** Every price with its taxes, and why it is what it is. */
export const drawLines = ({ lines, issuer }) =>
  h(
    'section',
    { id: 'lines' },
    h('h2', {}, say.lines),
    h(
      'ul',
      { class: 'entries' },
      lines.map(line => drawLine(line, issuer)),
    ),
  );

function drawLine(
  { description, supplier, period, quantity, unitPrice, net, taxes, total, ...rest },
  issuer,
) {
  return h(
    'li',
    {},
    h('h3', {}, description),
    drawFacts([
      supplier.id !== issuer.id && [say.supplier, supplier.name],
      period && [say.period, daysOf(period)],
      quantity > 1 && [say.quantityOf, say.quantity(quantity, unitPrice.formatted)],
      [say.price, net.formatted],
      ...taxes.map(tax => [
        say.rate(tax.label, rateInWords(tax.rate)),
        h('span', {}, tax.amount.formatted),
        tax.registrationNumber && ` (${say.registration(tax.registrationNumber)})`,
      ]),
      taxes.length > 0 && [say.lineTotal, total.formatted],
    ]),
    rest.explanation.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, say.why, h('span', { class: 'unseen' }, words.colon, description)),
        rest.explanation.map(({ text }) => h('p', {}, text)),
      ),
  );
}

const daysOf = ({ from, to }) =>
  to ? say.between(dayInWords(from), dayInWords(to)) : say.from(dayInWords(from));

/** Each tax apart, over all lines. */
export function drawTotals({ lines, net, total, paid, credited, open }) {
  const taxes = new Map();
  for (const { label, amount } of lines.flatMap(line => line.taxes))
    taxes.set(label, (taxes.get(label) ?? 0) + amount.cents);
  return h(
    'section',
    { id: 'totals' },
    h('h2', {}, say.totals),
    drawFacts([
      [say.net, net.formatted],
      ...[...taxes].map(([label, cents]) => [label, inMoney(cents)]),
      [say.total, total.formatted],
      paid.cents > 0 && [say.paid, paid.formatted],
      credited.cents > 0 && [say.credited, credited.formatted],
      [say.open, open.formatted],
    ]),
  );
}
