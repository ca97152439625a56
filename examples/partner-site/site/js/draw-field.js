import { words } from './connect.js';
import { h } from './element.js';

const INPUTS = {
  EMAIL: { type: 'email' },
  PHONE: { type: 'tel' },
  URL: { type: 'url' },
  PASSWORD: { type: 'password' },
  CODE: { spellcheck: 'false', autocapitalize: 'none' },
  POSTAL_CODE: { autocapitalize: 'characters' },
};
/** As many as a person takes in at a glance; a longer choice is a list. */
const MOST_RADIOS = 5;

/**
 * Draws one field of a form from the service. What comes back reads and writes its answer: `read()` is undefined for
 * what the person cannot change, and a list for a box that stands for a value.
 */
export function drawField(field, id, extras = []) {
  const drawn = controlOf(field, id);
  const help = field.help && h('p', { class: 'help', id: `${id}-help` }, field.help);
  const reason = field.readOnlyReason && h('p', { class: 'help', id: `${id}-reason` }, field.readOnlyReason);
  const faults = h('ul', { class: 'faults', id: `${id}-faults`, hidden: true });
  const [lead, ...rest] = drawn.parts;
  const group = drawn.group ?? h('div');
  group.append(lead, ...[help, reason].filter(Boolean), faults, ...rest, ...extras);
  group.classList.add('field', ...(isAsked(field) ? ['required'] : []));

  const describe = ids => {
    const told = [...ids, ...[help, reason].filter(Boolean).map(node => node.id)];
    if (told.length > 0) drawn.named.setAttribute('aria-describedby', told.join(' '));
    else drawn.named.removeAttribute('aria-describedby');
  };
  describe([]);
  return {
    field,
    element: group,
    read: field.readOnlyReason === null ? drawn.read : () => undefined,
    write: drawn.write,
    conceal: drawn.conceal ?? (() => undefined),
    focus: () => drawn.focusable.focus(),
    mark(messages) {
      faults.replaceChildren(...messages.map(message => h('li', {}, message)));
      faults.hidden = messages.length === 0;
      if (messages.length > 0) drawn.named.setAttribute('aria-invalid', 'true');
      else drawn.named.removeAttribute('aria-invalid');
      describe(messages.length > 0 ? [faults.id] : []);
    },
  };
}

function controlOf(field, id) {
  if (field.kind === 'CHECKBOX') return checkbox(field, id);
  if (field.kind !== 'CHOICE') return textInput(field, id);
  if (field.readOnlyReason !== null) {
    const chosen = field.options.find(({ value }) => value === field.value);
    return textInput({ ...field, value: chosen?.label ?? field.value }, id);
  }
  return field.options.length > MOST_RADIOS ? list(field, id) : radios(field, id);
}

/** What cannot be changed is not asked for. */
export const isAsked = ({ required, readOnlyReason }) => required && readOnlyReason === null;

const labelOf = ({ label }, id) => h('label', { for: id, id: `${id}-label` }, label);

function textInput(field, id) {
  const readOnly = field.readOnlyReason !== null;
  const input = h('input', {
    type: 'text',
    ...INPUTS[field.kind],
    id,
    name: field.path.join('.'),
    required: isAsked(field),
    readonly: readOnly,
    autocomplete: field.autocomplete,
    // Cutting a pasted password short would lock its owner out: the service says that it is too long.
    maxlength: field.kind === 'PASSWORD' ? null : field.maxLength,
    ...(field.autocomplete === 'username' && { spellcheck: 'false', autocapitalize: 'none' }),
  });
  input.value = field.value ?? '';
  const control = field.kind === 'PASSWORD' ? withShowButton(input) : { element: input };
  return {
    parts: [labelOf(field, id), control.element],
    named: input,
    focusable: input,
    conceal: control.conceal,
    read: () => input.value,
    write: value => {
      input.value = value;
    },
  };
}

function withShowButton(input) {
  const { id } = input;
  const show = shown => {
    input.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
  };
  const button = h(
    'button',
    {
      type: 'button',
      id: `${id}-show`,
      'aria-labelledby': `${id}-show ${id}-label`,
      'aria-pressed': 'false',
      onclick: () => show(input.type === 'password'),
    },
    words.show,
  );
  return { element: h('div', { class: 'password' }, input, button), conceal: () => show(false) };
}

function checkbox(field, id) {
  const [option] = field.options;
  const box = h('input', {
    type: 'checkbox',
    id,
    name: field.path.join('.'),
    value: option?.value ?? 'true',
    required: field.required,
  });
  box.checked = field.value !== null && field.value === (option?.value ?? 'true');
  box.disabled = field.readOnlyReason !== null;
  return {
    parts: [h('div', { class: 'tick' }, box, labelOf(field, id))],
    named: box,
    focusable: box,
    read: () => (option ? (box.checked ? [option.value] : []) : box.checked),
    write: value => {
      box.checked = option ? value.includes(option.value) : value;
    },
  };
}

function radios(field, id) {
  const boxes = field.options.map(({ value }, i) => {
    const box = h('input', { type: 'radio', id: `${id}-${i}`, name: field.path.join('.'), value });
    box.checked = value === field.value;
    return box;
  });
  const group = h('fieldset', { id, role: 'radiogroup', 'aria-required': field.required && 'true' });
  return {
    group,
    parts: [
      h('legend', {}, field.label),
      ...field.options.map(({ label }, i) =>
        h('div', { class: 'tick' }, boxes[i], h('label', { for: boxes[i].id }, label)),
      ),
    ],
    named: group,
    focusable: boxes[0],
    read: () => boxes.find(({ checked }) => checked)?.value ?? '',
    write: value => {
      for (const box of boxes) box.checked = box.value === value;
    },
  };
}

function list(field, id) {
  const select = h(
    'select',
    { id, name: field.path.join('.'), required: field.required, autocomplete: field.autocomplete },
    h('option', { value: '' }),
    field.options.map(({ value, label }) => h('option', { value }, label)),
  );
  select.value = field.value ?? '';
  return {
    parts: [labelOf(field, id), select],
    named: select,
    focusable: select,
    read: () => select.value,
    write: value => {
      select.value = value;
    },
  };
}
