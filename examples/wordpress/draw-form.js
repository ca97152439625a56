import { drawField } from './draw-field.js';
import { h } from './element.js';

const { Affilia } = globalThis;

/**
 * Any form of the service. `send` gives the snapshot that its answers have led to; what is wrong with them is said, and
 * what was typed stays. `filled` has answers by path. What must be there the browser says by itself.
 */
export function drawForm({ say, faults }, form, send, filled = {}) {
  const said = h('div');
  const fields = h(
    'div',
    null,
    form.fields.map(field => drawField({ ...field, value: filled[field.path.join('.')] ?? field.value }, {})),
  );
  const element = h(
    'form',
    { 'aria-label': form.title, onsubmit: event => void submit(event) },
    h('h2', null, form.title),
    said,
    fields,
    h('p', null, h('button', null, form.submitLabel)),
  );

  async function submit(event) {
    event.preventDefault();
    const answers = new FormData(element);
    const answerTo = path => answers.get(path.join('.'));
    const differs = form.fields.some(({ path, repeats }) => repeats && answerTo(path) !== answerTo(repeats));
    const snapshot = differs
      ? { issues: {}, next: [], problem: { message: say.passwordsDiffer } }
      : await send(Affilia.readForm(form, answers));
    if (element.isConnected) tell(snapshot);
  }

  function tell(snapshot) {
    const typed = [...element.elements].map(({ value, checked }) => ({ value, checked }));
    said.replaceChildren(...faults(snapshot));
    fields.replaceChildren(...form.fields.map(field => drawField(field, snapshot.issues)));
    [...element.elements].forEach((control, place) => {
      if (control.localName === 'input') Object.assign(control, typed[place]);
    });
  }

  return element;
}
