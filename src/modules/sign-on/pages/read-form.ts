import { isPlainText } from '../../../kernel/plain-text.ts';
import { FieldKind, type Form, type FormField } from '../../../platform/graphql/form.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { LONGEST_TYPED_PASSWORD } from '../../accounts/index.ts';
import { nameOf, type Sent } from './draw-form.ts';

/** What was typed into a form, judged by the form itself: a browser need not have looked at it. */
export function readForm(wording: Wording, { fields }: Form, body: ReadonlyMap<string, string>): Sent {
  const typed = new Map<string, string>();
  const faults = new Map<string, string>();
  for (const field of fields) {
    const name = nameOf(field);
    const raw = body.get(name) ?? '';
    const answer = field.kind === FieldKind.PASSWORD ? raw : raw.normalize('NFC').trim();
    const code = faultIn(field, answer);
    if (code !== null) faults.set(name, wording.of(`InputIssue.${code}`, { max: longest(field) ?? 0 }));
    typed.set(name, answer);
  }
  return { typed, faults };
}

/** The same, with what is typed twice compared. */
export function readFormWithRepeats(wording: Wording, form: Form, body: ReadonlyMap<string, string>): Sent {
  const { typed, faults } = readForm(wording, form, body);
  const differing = form.fields.filter(
    ({ path, repeats }) => repeats !== null && typed.get(nameOf({ path })) !== typed.get(repeats.join('.')),
  );
  const said = differing.map(field => [nameOf(field), wording.of('signOn.newPassword.repeat')] as const);
  return { typed, faults: new Map([...said, ...faults]) };
}

/** How long a password may be is a rule of its own, which says itself what it counts. */
const longest = ({ kind, maxLength }: FormField): number | null =>
  kind === FieldKind.PASSWORD ? LONGEST_TYPED_PASSWORD : maxLength;

function faultIn(field: FormField, answer: string): InputIssueCode | null {
  const { kind, required } = field;
  const max = longest(field);
  if (answer === '') return required ? InputIssueCode.REQUIRED : null;
  if (max !== null && answer.length > max) return InputIssueCode.TOO_LONG;
  const isText = kind === FieldKind.PASSWORD ? !answer.includes('\0') : isPlainText(answer);
  return isText ? null : InputIssueCode.BAD_FORMAT;
}
