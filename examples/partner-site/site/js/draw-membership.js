import { words } from './connect.js';
import { dayInWords } from './dates.js';
import { h } from './element.js';

const say = words.membership;

/** How a membership stands, and why. */
export function drawMembership({ association, memberNumber, class: category, status }) {
  const { label, since, until, explanation } = status;
  const lines = [
    [say.number, memberNumber],
    category && [say.category, category.name],
    [say.status, label],
    since && [say.since, dayInWords(since)],
    until && [say.until, dayInWords(until)],
  ];
  return h(
    'li',
    {},
    h('p', {}, association.name),
    h(
      'dl',
      {},
      lines.filter(Boolean).flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
    ),
    explanation.map(({ text }) => h('p', { class: 'help' }, text)),
  );
}
