import { words } from './connect.js';
import { h } from './element.js';
import { drawFacts } from './facts.js';
import { inMoney } from './money.js';

const say = words.leaving;

/** What a change costs or gives back: every amount with its taxes and its reason, and what it comes to. */
export function drawEffect({ lines, explanation, total }, taxes) {
  return [
    drawFacts([sumOf(total)]),
    lines.length > 0 && h('h4', {}, say.lines),
    lines.length > 0 &&
      h(
        'ul',
        { class: 'entries' },
        lines.map(line => drawLine(line, taxes)),
      ),
    ...explanation.map(({ text }) => h('p', { class: 'help' }, text)),
  ];
}

/** Given back is said in words, not by a sign. */
function sumOf({ cents, formatted }) {
  if (cents === 0) return [say.nothing, formatted];
  return cents > 0 ? [say.toPay, formatted] : [say.givenBack, inMoney(-cents)];
}

function drawLine({ description, amount, taxes: charged, explanation }, taxes) {
  return h(
    'li',
    {},
    drawFacts([
      [description, amount.formatted],
      ...charged.map(({ tax, amount: ofTax }) => [taxes.get(tax) ?? tax, ofTax.formatted]),
    ]),
    explanation.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, say.why, h('span', { class: 'unseen' }, words.colon, description)),
        explanation.map(({ text }) => h('p', {}, text)),
      ),
  );
}
