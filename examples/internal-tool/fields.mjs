import { attributes, html } from './html.mjs';

/**
 * What every field has. `faults`: what must be corrected in it.
 *
 * @typedef {{
 *   name: string,
 *   label: string,
 *   help?: string | null,
 *   faults?: readonly string[] | undefined,
 *   required?: boolean,
 * }} Field
 * @typedef {{ value: string, label: string }} Option
 */

/**
 * A field's control is described by what is said about it: first the faults, then the help.
 *
 * @param {Field} field
 */
const described = ({ name, help, faults = [], required = false }) => ({
  'aria-describedby':
    [faults.length > 0 && `${name}-faults`, help && `${name}-help`].filter(Boolean).join(' ') || null,
  'aria-invalid': faults.length > 0 && 'true',
  'aria-required': required && 'true',
});

/** @param {Field} field */
const said = ({ name, help, faults = [] }) => html`
  ${help && html`<p class="help" id="${name}-help">${help}</p>`}
  ${
    faults.length > 0 &&
    html`<ul class="faults" id="${name}-faults">
      ${faults.map(fault => html`<li>${fault}</li>`)}
    </ul>`
  }
`;

/** @param {Field} field @param {import('./html.mjs').Markup} control */
const labelled = (field, control) =>
  html`<div class="field${field.required ? ' required' : ''}">
    <label for="${field.name}">${field.label}</label>
    ${said(field)} ${control}
  </div>`;

/** @param {Field & { type?: string, value?: string, autocomplete?: string, maxlength?: number }} field */
export const drawInput = ({ type = 'text', value = '', autocomplete = 'off', maxlength, ...field }) =>
  labelled(
    field,
    html`<input
      ${attributes({ id: field.name, name: field.name, type, value, autocomplete, maxlength, ...described(field) })}
      ${(type !== 'text' || autocomplete === 'username') && attributes({ spellcheck: 'false', autocapitalize: 'none' })}
    />`,
  );

/** A file of a table. It is the last of its form: what stands behind it would not be read. @param {Field} field */
export const drawFile = field =>
  labelled(
    field,
    html`<input
      ${attributes({ id: field.name, name: field.name, type: 'file', accept: '.csv,text/csv', ...described(field) })}
    />`,
  );

/** @param {Field & { value?: string, rows?: number }} field */
export const drawTextArea = ({ value = '', rows = 6, ...field }) =>
  labelled(
    field,
    // A line break right behind the tag is not part of the text.
    html`<textarea
      ${attributes({ id: field.name, name: field.name, rows, spellcheck: 'false', ...described(field) })}
    >
${value}</textarea>`,
  );

/** @param {Field & { options: readonly Option[], value?: string | null }} field */
export const drawSelect = ({ options, value, ...field }) =>
  labelled(
    field,
    html`<select ${attributes({ id: field.name, name: field.name, ...described(field) })}>
      ${options.map(
        one =>
          html`<option ${attributes({ value: one.value, selected: one.value === value })}>
            ${one.label}
          </option>`,
      )}
    </select>`,
  );

/**
 * Several boxes, or a choice of one; its id is the first one's, so that links lead there.
 *
 * @param {Field & { type: 'checkbox' | 'radio', options: readonly Option[], chosen: readonly string[] }} field
 */
export function drawTicks({ type, options, chosen, ...field }) {
  const { 'aria-required': required, ...description } = described(field);
  const group = type === 'radio' ? { role: 'radiogroup', 'aria-required': required } : {};
  return html`<fieldset
    class="field${field.required ? ' required' : ''}"
    ${attributes({ ...description, ...group })}
  >
    <legend>${field.label}</legend>
    ${said(field)}
    ${options.map(({ value, label }, i) => {
      const id = i === 0 ? field.name : `${field.name}-${i}`;
      const box = { type, id, name: field.name, value, checked: chosen.includes(value) };
      return html`<div class="tick"><input ${attributes(box)} /><label for="${id}">${label}</label></div>`;
    })}
  </fieldset>`;
}

/** @param {Readonly<Record<string, import('@affilia/sdk/labels').Label>>} labels @param {'fr-CA' | 'en-CA'} locale */
export const optionsOf = (labels, locale) =>
  Object.entries(labels).map(([value, { fr, en }]) => ({ value, label: locale === 'fr-CA' ? fr : en }));

/** @param {Record<string, string | null | undefined>} values */
export const drawHidden = values =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => html`<input type="hidden" ${attributes({ name, value })} />`);
