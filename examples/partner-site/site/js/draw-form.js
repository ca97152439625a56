import { readForm } from '@affilia/sdk/flows';
import { words } from './connect.js';
import { drawField, isAsked } from './draw-field.js';
import { h, heading } from './element.js';
import { drawSummary, judgeAnswers } from './form-faults.js';
import { refusalOfError } from './refusal.js';

let drawnFields = 0;

/**
 * Draws any form of the service from its `fields` alone, and gives the answers to `send` as the input of the mutation.
 * What `send` gives back is shown: null when all went well, else a refusal (see refusal.js). `extras` adds nodes to a
 * field; `filled` has answers by path. `level` is the one of the title; null where what stands around it names it: a
 * landmark for each of many small forms would be in the way.
 */
export function drawForm(form, { send, extras = () => [], filled = {}, level = 2 }) {
  let shown = form;
  let fields = [];
  let busy = false;
  const title = level !== null && heading(level, form.title);
  const summary = h('div', { class: 'summary', tabindex: '-1', hidden: true });
  const place = h('div');
  const button = h('button', { type: 'submit', class: 'main' }, form.submitLabel);
  const told = h('div', { class: 'status', role: 'status' });
  const element = h(
    'form',
    { novalidate: true, 'aria-label': level !== null && form.title, onsubmit: event => void submit(event) },
    [title, summary, place, isOpen(form) && button, told],
  );

  const drawn = {
    element,
    /** Draws what the service has on file now; whoever pressed the button stays there. */
    renew(fresh) {
      shown = fresh;
      fields = fresh.fields.map(field => drawField(field, `field${++drawnFields}`, extras(field)));
      const mark = fresh.fields.some(isAsked) && h('p', { class: 'help' }, words.requiredMark);
      place.replaceChildren(...[mark, ...fields.map(one => one.element)].filter(Boolean));
    },
    /** What stands in the fields, to put into another drawing of the form. */
    typed: () => Object.fromEntries(fields.map(one => [keyOf(one.field), one.read()])),
    fill(answers) {
      for (const one of fields) {
        const answer = answers[keyOf(one.field)];
        if (answer !== undefined) one.write(answer);
      }
    },
    /** Says beside the button what became of it. */
    tell: (...nodes) => told.replaceChildren(...nodes.filter(Boolean)),
    show(refusal) {
      for (const one of fields) one.mark([]);
      summary.hidden = refusal === null;
      if (refusal === null) return;
      summary.replaceChildren(...drawSummary(refusal, fields));
      summary.focus();
    },
  };

  async function submit(event) {
    event.preventDefault();
    if (busy) return;
    drawn.tell();
    for (const one of fields) one.conceal();
    const issues = judgeAnswers(fields);
    if (issues.length > 0) return drawn.show({ message: words.correct, issues });

    setBusy(true);
    const refusal = await send(readForm(shown, new FormData(element))).catch(refusalOfError);
    setBusy(false);
    if (element.isConnected) drawn.show(refusal);
  }

  function setBusy(now) {
    busy = now;
    for (const [node, name] of [
      [button, 'aria-disabled'],
      [element, 'aria-busy'],
    ]) {
      if (now) node.setAttribute(name, 'true');
      else node.removeAttribute(name);
    }
  }

  drawn.renew(form);
  drawn.fill(filled);
  return drawn;
}

/** A form with nothing to change is there to be read. */
const isOpen = ({ fields }) => fields.length === 0 || fields.some(field => field.readOnlyReason === null);

/** Several boxes can share a path: each stands for one value of a list. */
const keyOf = ({ path, kind, options }) =>
  kind === 'CHECKBOX' && options.length > 0 ? `${path.join('.')}=${options[0].value}` : path.join('.');
