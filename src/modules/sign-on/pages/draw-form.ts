import { FieldKind, type Form, type FormField } from '../../../platform/graphql/form.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { html, type Html } from './html.ts';

/** What came of sending a form: what the person typed, but for passwords, and what is wrong with it. */
export interface Sent {
  readonly typed: ReadonlyMap<string, string>;
  /** By the name of the field. */
  readonly faults: ReadonlyMap<string, string>;
}

export interface DrawnForm {
  readonly form: Form;
  /** Where it is sent; the page itself if left out. */
  readonly action: string;
  /** Not shown: what proves that the form is ours. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly sent: Sent;
}

export const NOTHING_SENT: Sent = { typed: new Map(), faults: new Map() };

/** The name under which a browser sends a field. */
export const nameOf = ({ path }: Pick<FormField, 'path'>): string => path.join('.');

const idOf = (field: FormField): string => field.path.join('-');

/** Draws a form of the API as a browser without scripts needs it. */
export function drawForm(wording: Wording, { form, action, hidden, sent }: DrawnForm): Html {
  return html`<form method="post" action="${action}">
    ${drawHidden(hidden)} ${drawFields(wording, form, sent)}
    <p><button type="submit">${form.submitLabel}</button></p>
  </form>`;
}

export const drawHidden = (hidden: Readonly<Record<string, string>>): Html =>
  html`${Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )}`;

/** The fields alone, for a form that has something besides. */
export const drawFields = (wording: Wording, { fields }: Pick<Form, 'fields'>, sent: Sent): Html =>
  html`${fields.map(field => drawField(wording, field, sent))}`;

function drawField(wording: Wording, field: FormField, { typed, faults }: Sent): Html {
  const id = idOf(field);
  const fault = faults.get(nameOf(field)) ?? null;
  const help = field.help ?? field.readOnlyReason;
  const described = [help !== null && `${id}-help`, fault !== null && `${id}-fault`]
    .filter(Boolean)
    .join(' ');
  const label = html`<label for="${id}"
    >${field.label}${
      !field.required &&
      field.readOnlyReason === null &&
      html` <span class="optional">${wording.of('signOn.page.optional')}</span>`
    }</label
  >`;
  return html`<div class="field">
    ${field.kind === FieldKind.CHECKBOX ? null : label}
    ${help !== null && html`<p class="help" id="${id}-help">${help}</p>`}
    ${fault !== null && html`<p class="fault" id="${id}-fault">${fault}</p>`}
    ${drawInput(field, typed.get(nameOf(field)) ?? field.value ?? '', described)}
    ${field.kind === FieldKind.CHECKBOX ? label : null}
  </div>`;
}

const TYPES: Readonly<Record<FieldKind, string>> = {
  TEXT: 'text',
  EMAIL: 'email',
  PASSWORD: 'password',
  PHONE: 'tel',
  URL: 'url',
  POSTAL_CODE: 'text',
  CHOICE: 'text',
  CHECKBOX: 'checkbox',
  CODE: 'text',
  DATE: 'date',
};

function drawInput(field: FormField, value: string, described: string): Html {
  const { kind, required, autocomplete, maxLength, options, readOnlyReason } = field;
  const common = html`id="${idOf(field)}"
  name="${nameOf(field)}"${required && html` required`}${
    described !== '' && html` aria-describedby="${described}"`
  }${autocomplete !== null && html` autocomplete="${autocomplete}"`}`;
  if (kind === FieldKind.CHOICE)
    return html`<select ${common}>
      ${options.map(
        option =>
          html`<option value="${option.value}" ${option.value === value && html` selected`}>
            ${option.label}
          </option>`,
      )}
    </select>`;
  if (kind === FieldKind.CHECKBOX) {
    const ticked = options[0]?.value ?? 'true';
    return html`<input type="checkbox" ${common} value="${ticked}" ${ticked === value && html` checked`} />`;
  }
  // A browser cuts what is pasted, and nobody sees that a password was cut.
  const limit = kind === FieldKind.PASSWORD ? null : maxLength;
  return html`<input
    type="${TYPES[kind]}"
    ${common}${limit !== null && html` maxlength="${limit}"`}${
      readOnlyReason !== null && html` readonly`
    }${kind === FieldKind.TEXT && html` autocapitalize="none" spellcheck="false"`}${
      kind !== FieldKind.PASSWORD && html` value="${value}"`
    }
  />`;
}
