import type { Locale } from '../../../kernel/locale.ts';
import { FieldKind, Form, FormField } from '../../../platform/graphql/form.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { newPasswordFields } from '../../accounts/index.ts';
import { IdentifierPolicy, type ShownDocument, type UsernameCase } from '../../associations/index.ts';
import { documentField, languageField, usernameField } from '../invitation-form.ts';

export const LONGEST_MEMBER_NUMBER = 64;

/** What the form depends on. */
export interface CompletionFormFacts {
  readonly identifierPolicy: IdentifierPolicy;
  readonly usernameCase: UsernameCase;
  /** In the order in which they are shown. */
  readonly languages: readonly Locale[];
  /** Each rule for a new password, in words. */
  readonly passwordRules: readonly string[];
  readonly documents: readonly ShownDocument[];
}

/** The form of `completeFirstAccess`. Its token comes from the link and is no field. */
export const completionForm = (wording: Wording, facts: CompletionFormFacts): Form =>
  new Form({
    name: 'completeFirstAccess',
    title: wording.of('invitations.completion.form.title'),
    submitLabel: wording.of('invitations.completion.form.submit'),
    fields: [
      new FormField({
        path: ['input', 'memberNumber'],
        label: wording.of('invitations.completion.form.memberNumber'),
        help: wording.of('invitations.completion.form.memberNumber.help'),
        kind: FieldKind.TEXT,
        required: true,
        autocomplete: 'off',
        maxLength: LONGEST_MEMBER_NUMBER,
      }),
      ...(facts.identifierPolicy === IdentifierPolicy.USERNAME ? [usernameField(wording, facts)] : []),
      ...newPasswordFields(wording, {
        name: 'password',
        label: wording.of('invitations.form.password'),
        repeatLabel: wording.of('invitations.form.confirmation'),
        rules: facts.passwordRules,
      }),
      languageField(wording, facts),
      ...facts.documents.map(document => documentField(wording, document)),
    ],
  });
