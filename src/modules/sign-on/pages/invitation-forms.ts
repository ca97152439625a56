import { LOCALES, toApiLocale, type Locale } from '../../../kernel/locale.ts';
import { FieldKind, FieldOption, Form, FormField } from '../../../platform/graphql/form.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import type { Sent } from './draw-form.ts';
import { LONGEST_LINK } from './link-form.ts';
import { readFormWithRepeats } from './read-form.ts';

export const invitationCodeForm = (wording: Wording): Form =>
  new Form({
    name: 'invitationPreview',
    title: wording.of('signOn.realmPage.title.INVITATION'),
    submitLabel: wording.of('signOn.newPassword.go'),
    fields: [
      new FormField({
        path: ['input', 'code'],
        label: wording.of('signOn.invitation.code'),
        help: wording.of('signOn.invitation.code.help'),
        kind: FieldKind.CODE,
        required: true,
        autocomplete: 'off',
        maxLength: LONGEST_LINK,
      }),
    ],
  });

/** Whoever copies the whole link means its code. */
export const codeIn = (typed: string): string => typed.trim().replace(/^.*#code=/, '');

const DOCUMENTS = ['input', 'acceptedDocuments'];

/** A form of the API as this page draws it, which has the code already. */
export function formNamed(wording: Wording, forms: readonly Form[], name: string): Form {
  const form = forms.find(one => one.name === name);
  if (!form) throw new Error(`the page of the realm has the form ${name}`);
  const fields = form.fields.filter(({ kind }) => kind !== FieldKind.CODE);
  const { title, submitLabel } = form;
  return new Form({ name, title, submitLabel, fields: fields.map(field => asDrawn(wording, field)) });
}

function asDrawn(wording: Wording, field: FormField): FormField {
  // A browser shows the first choice as made; the choice of a language is an express one.
  if (field.kind === FieldKind.CHOICE) {
    const none = new FieldOption('', wording.of('signOn.invitation.choose'));
    return changed(field, { options: [none, ...field.options] });
  }
  const [document] = field.options;
  if (field.kind !== FieldKind.CHECKBOX || !document) return field;
  return changed(field, { path: [...DOCUMENTS, document.value] });
}

const changed = (field: FormField, change: Partial<Pick<FormField, 'path' | 'options'>>): FormField =>
  Object.assign(new FormField(field as ConstructorParameters<typeof FormField>[0]), change);

/** What was typed into a form that opens an account, and the language that was chosen in it; null for none. */
export function readNewAccountForm(
  wording: Wording,
  form: Form,
  body: ReadonlyMap<string, string>,
): { readonly sent: Sent; readonly locale: Locale | null } {
  const sent = readFormWithRepeats(wording, form, body);
  const locale = LOCALES.find(one => toApiLocale(one) === sent.typed.get('input.locale')) ?? null;
  if (locale !== null || sent.faults.has('input.locale')) return { sent, locale };
  const fault = ['input.locale', wording.of('InputIssue.NOT_ALLOWED')] as const;
  return { sent: { ...sent, faults: new Map([...sent.faults, fault]) }, locale };
}

/** The documents that were ticked. */
export const documentsIn = ({ fields }: Form, typed: ReadonlyMap<string, string>): readonly string[] =>
  fields
    .filter(({ kind }) => kind === FieldKind.CHECKBOX)
    .flatMap(({ path, options }) =>
      options.flatMap(({ value }) => (typed.get(path.join('.')) === value ? [value] : [])),
    );
