import { words } from './connect.js';
import { dayInWords } from './dates.js';
import { drawCreditNoteDocument } from './draw-document.js';
import { h } from './element.js';

const say = words.billing;

/** What was taken back of an invoice, with the document of each; empty for whoever does not owe it. */
export const drawCreditNotes = ({ creditNotes }) =>
  creditNotes.length === 0
    ? []
    : [
        h(
          'section',
          { id: 'credit-notes' },
          h('h2', {}, say.creditNotes),
          h('ul', { class: 'entries' }, creditNotes.map(drawCreditNote)),
        ),
      ];

function drawCreditNote({ id, number, issuedOn, total, reason, lines }) {
  return h(
    'li',
    {},
    h('p', {}, say.creditNote(number, total.formatted, dayInWords(issuedOn))),
    h('p', {}, reason),
    lines.map(({ description, net }) => h('p', {}, say.creditOf(description, net.formatted))),
    drawCreditNoteDocument({ id, number }),
  );
}
