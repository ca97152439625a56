import { toApiLocale, type Locale } from '../../kernel/locale.ts';
import { FieldKind, FieldOption, FlowStep, Form, FormField, StepState } from '../../platform/graphql/form.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import { LONGEST_USERNAME, newPasswordFields, signInForm } from '../accounts/index.ts';
import { IdentifierPolicy, type ShownDocument, type UsernameCase } from '../associations/index.ts';
import { LONGEST_TYPED_CODE } from './invitation-code.ts';

/** What the forms of an invitation depend on. */
export interface FormFacts {
  /** The invited address. */
  readonly email: string;
  readonly identifierPolicy: IdentifierPolicy;
  readonly usernameCase: UsernameCase;
  /** In the order in which they are shown. */
  readonly languages: readonly Locale[];
  /** Each rule for a new password, in words. */
  readonly passwordRules: readonly string[];
  readonly documents: readonly ShownDocument[];
  /** Whether the calling client's own pages may take a password. */
  readonly takesPasswords: boolean;
}

/** Each language under its own name, which is how people find it. */
const LANGUAGE_NAMES: Record<Locale, string> = { 'fr-CA': 'Français', 'en-CA': 'English' };

const STEPS = ['code', 'account', 'profile'] as const;

/** From the code to the profile; after the last one there is no current one. */
export function invitationSteps(
  wording: Wording,
  current: (typeof STEPS)[number] | null,
): readonly FlowStep[] {
  const now = current === null ? STEPS.length : STEPS.indexOf(current);
  return STEPS.map((name, i) => {
    const state = i < now ? StepState.DONE : i === now ? StepState.CURRENT : StepState.UPCOMING;
    return new FlowStep(name, wording.of(`invitations.step.${name}`), state);
  });
}

/** The form of the query `invitationPreview`, for whoever has a code and followed no link. */
export function typedCodeForm(wording: Wording): Form {
  return new Form({
    name: 'invitationPreview',
    title: wording.of('invitations.form.typedCode.title'),
    submitLabel: wording.of('invitations.form.typedCode.submit'),
    fields: [codeField(wording, ['code'], wording.of('invitations.form.code.help'))],
  });
}

/** The ways on from a code that can be used. */
export function invitationForms(wording: Wording, facts: FormFacts): readonly Form[] {
  const accept = new Form({
    name: 'acceptInvitation',
    title: wording.of('invitations.form.accept.title'),
    submitLabel: wording.of('invitations.form.accept.submit'),
    fields: [codeField(wording)],
  });
  const title = wording.of('invitations.form.signIn.title');
  const signIn = signInForm(wording, facts.identifierPolicy, title);
  return facts.takesPasswords ? [newAccountForm(wording, facts), signIn, accept] : [accept];
}

function newAccountForm(wording: Wording, facts: FormFacts): Form {
  const { identifierPolicy, email, passwordRules, documents } = facts;
  return new Form({
    name: 'acceptInvitationWithNewAccount',
    title: wording.of('invitations.form.newAccount.title'),
    submitLabel: wording.of('invitations.form.newAccount.submit'),
    fields: [
      codeField(wording),
      new FormField({
        path: ['email'],
        label: wording.of('invitations.form.email'),
        kind: FieldKind.EMAIL,
        autocomplete: 'email',
        value: email,
        readOnlyReason: wording.of('invitations.form.email.readOnly'),
      }),
      ...(identifierPolicy === IdentifierPolicy.USERNAME ? [usernameField(wording, facts)] : []),
      ...newPasswordFields(wording, {
        name: 'password',
        label: wording.of('invitations.form.password'),
        repeatLabel: wording.of('invitations.form.confirmation'),
        rules: passwordRules,
      }),
      languageField(wording, facts),
      ...documents.map(document => documentField(wording, document)),
    ],
  });
}

/** Without its value: a code is never repeated in an answer, and the page has it already. */
const codeField = (wording: Wording, path = ['input', 'code'], help?: string): FormField =>
  new FormField({
    path,
    label: wording.of('invitations.form.code'),
    ...(help !== undefined && { help }),
    kind: FieldKind.CODE,
    required: true,
    autocomplete: 'off',
    maxLength: LONGEST_TYPED_CODE,
  });

export const usernameField = (
  wording: Wording,
  { usernameCase }: Pick<FormFacts, 'usernameCase'>,
): FormField =>
  new FormField({
    path: ['input', 'username'],
    label: wording.of('invitations.form.username'),
    help: wording.of(`invitations.form.username.${usernameCase}`),
    kind: FieldKind.TEXT,
    required: true,
    autocomplete: 'username',
    maxLength: LONGEST_USERNAME,
  });

/** An express choice: nothing is preselected, even where there is one language only. */
export const languageField = (wording: Wording, { languages }: Pick<FormFacts, 'languages'>): FormField =>
  new FormField({
    path: ['input', 'locale'],
    label: wording.of('invitations.form.locale'),
    help: wording.of('invitations.form.locale.help'),
    kind: FieldKind.CHOICE,
    required: true,
    options: languages.map(locale => new FieldOption(toApiLocale(locale), LANGUAGE_NAMES[locale])),
  });

/** Ticking it sends the document's id; nothing is ticked beforehand. */
export const documentField = (wording: Wording, { id, label }: ShownDocument): FormField =>
  new FormField({
    path: ['input', 'acceptedDocuments'],
    label: wording.of('invitations.form.document', { document: label }),
    kind: FieldKind.CHECKBOX,
    required: true,
    options: [new FieldOption(id, label)],
  });
