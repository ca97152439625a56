import { words } from './connect.js';
import { h } from './element.js';

const INPUTS = {
  EMAIL: { type: 'email' },
  PHONE: { type: 'tel' },
  URL: { type: 'url' },
  PASSWORD: { type: 'password' },
  CODE: { spellcheck: 'false', autocapitalize: 'none' },
  DATE: { type: 'date' },
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
  if (field.kind === 'CHECKBOX') return field.options.length > 1 ? boxes(field, id) : checkbox(field, id);
  if (field.kind === 'LONG_TEXT') return longText(field, id);
  if (field.kind !== 'CHOICE') return textInput(field, id);
  if (field.readOnlyReason !== null) {
    const chosen = field.options.find(({ value }) => value === field.value);
    return textInput({ ...field, value: chosen?.label ?? field.value }, id);
  }
  if (isSettled(field)) return settled(field, id);
  // Of buttons in a row none can be let go of again.
  return field.required && field.options.length <= MOST_RADIOS ? radios(field, id) : list(field, id);
}

/** What cannot be changed is not asked for. */
export const isAsked = ({ required, readOnlyReason }) => required && readOnlyReason === null;

/** There is nothing to choose, yet the answer is sent. */
const isSettled = ({ required, options: [only, ...others], value }) =>
  required && others.length === 0 && only?.value === value;

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

/** A kind of this site's own: the service asks for single lines. */
function longText(field, id) {
  const area = h('textarea', {
    id,
    name: field.path.join('.'),
    rows: 4,
    required: isAsked(field),
    maxlength: field.maxLength,
  });
  return {
    parts: [labelOf(field, id), area],
    named: area,
    focusable: area,
    read: () => area.value,
    write: value => {
      area.value = value;
    },
  };
}

function settled(field, id) {
  const [{ value, label }] = field.options;
  const shown = h('input', { type: 'text', id, readonly: true });
  shown.value = label;
  return {
    parts: [labelOf(field, id), shown, h('input', { type: 'hidden', name: field.path.join('.'), value })],
    named: shown,
    focusable: shown,
    read: () => value,
    write: () => undefined,
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
  const group = h('fieldset', { id, role: 'radiogroup', 'aria-required': field.required && 'true' });
  const { parts, ticks } = optionsOf(field, id, 'radio');
  return {
    group,
    parts,
    named: group,
    focusable: ticks[0],
    read: () => ticks.find(({ checked }) => checked)?.value ?? '',
    write: value => {
      for (const tick of ticks) tick.checked = tick.value === value;
    },
  };
}

/** Several may be ticked: the values that are stand apart by commas. */
function boxes(field, id) {
  const group = h('fieldset', { id });
  const { parts, ticks } = optionsOf(field, id, 'checkbox');
  return {
    group,
    parts,
    named: group,
    focusable: ticks[0],
    read: () => ticks.filter(({ checked }) => checked).map(({ value }) => value),
    write: values => {
      for (const tick of ticks) tick.checked = values.includes(tick.value);
    },
  };
}

function optionsOf(field, id, type) {
  const ticked = field.value?.split(',') ?? [];
  const ticks = field.options.map(({ value }, i) => {
    const tick = h('input', { type, id: `${id}-${i}`, name: field.path.join('.'), value });
    tick.checked = ticked.includes(value);
    return tick;
  });
  const rows = field.options.map(({ label }, i) =>
    h('div', { class: 'tick' }, ticks[i], h('label', { for: ticks[i].id }, label)),
  );
  return { ticks, parts: [h('legend', {}, field.label), ...rows] };
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
