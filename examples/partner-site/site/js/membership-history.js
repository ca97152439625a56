import { words } from './connect.js';
import { dayInWords, daysAfter } from './dates.js';
import { h } from './element.js';
import { labelsOf } from './labels.js';

const say = words.membership;

/** Reasons of a stay that is none: from its day on, they are not a member. */
const ENDS = new Set(['TRANSFER', 'RESIGNATION', 'REMOVAL', 'DEATH']);

/** The terms of a membership with the gaps between them, its stays in classes, and its holds. */
export async function drawHistory({ terms, affiliations, holds }) {
  const [termKinds, reasons, holdKinds] = await labelsOf('TermKind', 'AffiliationReason', 'HoldKind');
  const stay = ({ class: category, reason, note, ...days }) => {
    const why = reasons.get(reason) ?? reason;
    const text = ENDS.has(reason)
      ? `${say.ended(why)}, ${daysOf(days)}`
      : `${category.name}, ${daysOf(days)} (${why})`;
    return h('li', {}, text, note && h('p', {}, note));
  };
  const hold = ({ kind, ...days }) => h('li', {}, `${holdKinds.get(kind) ?? kind}, ${daysOf(days)}`);
  return [
    drawPart('terms', say.terms, drawTerms(terms, termKinds), say.noTerm),
    drawPart('stays', say.stays, affiliations.map(stay), say.noStay),
    holds.length > 0 && drawPart('holds', say.holds, holds.map(hold)),
  ];
}

const drawTerms = (terms, kinds) =>
  terms.flatMap(({ kind, ...days }, index) => {
    const before = terms[index - 1];
    const gap = before && gapBetween(before.to, days.from);
    const item = h('li', {}, `${daysOf(days)} (${kinds.get(kind) ?? kind})`);
    return gap ? [h('li', { class: 'gap' }, say.gap(daysOf(gap))), item] : [item];
  });

/** The days that neither of two terms covers; null where the one adjoins the other. */
function gapBetween(to, from) {
  const first = daysAfter(to, 1);
  return first < from ? { from: first, to: daysAfter(from, -1) } : null;
}

const daysOf = ({ from, to }) =>
  to ? say.between(dayInWords(from), dayInWords(to)) : say.from(dayInWords(from));

const drawPart = (id, title, items, none) =>
  h('section', { id }, h('h2', {}, title), items.length > 0 ? h('ul', {}, items) : h('p', {}, none));
