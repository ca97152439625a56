import { h } from './element.js';

const TYPES = { EMAIL: 'email', PASSWORD: 'password', PHONE: 'tel', URL: 'url' };
let drawnFields = 0;

/** One field of a form of the service, with what is wrong with its answer. */
export function drawField(field, issues) {
  const { path, label, help, kind, required, options, autocomplete, value, readOnlyReason } = field;
  const id = `affilia-${++drawnFields}`;
  const name = path.join('.');
  const wrong = (issues[name] ?? []).map(({ message }) => h('li', null, message));
  const told = [
    help && h('p', { id: `${id}-help` }, help),
    wrong.length > 0 && h('ul', { id: `${id}-wrong`, class: 'affilia-wrong' }, wrong),
  ].filter(Boolean);
  const about = told.length > 0 && told.map(node => node.id).join(' ');
  const described = { 'aria-describedby': about, 'aria-invalid': wrong.length > 0 && 'true', required };
  const box = (type, option, own) => [
    h('input', { type, id: own, name, value: option.value, required, ...(type === 'checkbox' && described) }),
    h('label', { for: own }, option.label),
  ];
  if (kind === 'CHECKBOX')
    return h('div', null, told, box('checkbox', { value: options[0]?.value ?? 'true', label }, id));
  if (kind === 'CHOICE') {
    const boxes = options.map((option, place) => h('div', null, box('radio', option, `${id}-${place}`)));
    return h('fieldset', { 'aria-describedby': about }, h('legend', null, label), told, boxes);
  }
  const input = { ...described, id, name, autocomplete, value, type: TYPES[kind] ?? 'text' };
  return h(
    'div',
    null,
    h('label', { for: id }, label),
    told,
    h('input', { ...input, readonly: readOnlyReason !== null }),
  );
}
