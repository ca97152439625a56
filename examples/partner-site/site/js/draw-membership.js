import { addressOf, words } from './connect.js';
import { dayInWords } from './dates.js';
import { h } from './element.js';
import { drawFacts } from './facts.js';

const say = words.membership;

/** How a membership stands, and why; `id` leads to its own page. */
export const drawMembership = ({ id, association, memberNumber, class: category, status }) =>
  h(
    'li',
    {},
    h('p', {}, association.name),
    drawFacts([
      [say.number, memberNumber],
      category && [say.category, category.name],
      ...statusLines(status),
    ]),
    drawReasons(status),
    id &&
      h('p', {}, h('a', { class: 'way', href: addressOf('membership.html', { membership: id }) }, say.see)),
  );

export const statusLines = ({ label, since, until }) => [
  [say.status, label],
  since && [say.since, dayInWords(since)],
  until && [say.until, dayInWords(until)],
];

export const drawReasons = ({ explanation }) =>
  explanation.map(({ text }) => h('p', { class: 'help' }, text));
