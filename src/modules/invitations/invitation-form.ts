import { toApiLocale, type Locale } from '../../kernel/locale.ts';
import { FieldKind, FieldOption, FlowStep, Form, FormField, StepState } from '../../platform/graphql/form.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import { LONGEST_PASSWORD, LONGEST_USERNAME } from '../accounts/index.ts';
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
const LONGEST_IDENTIFIER = 254;

export const invitationSteps = (wording: Wording): readonly FlowStep[] => [
  new FlowStep('code', wording.of('invitations.step.code'), StepState.DONE),
  new FlowStep('account', wording.of('invitations.step.account'), StepState.CURRENT),
  new FlowStep('profile', wording.of('invitations.step.profile'), StepState.UPCOMING),
];

/** The ways on from a code that can be used. */
export function invitationForms(wording: Wording, facts: FormFacts): readonly Form[] {
  const accept = new Form({
    name: 'acceptInvitation',
    title: wording.of('invitations.form.accept.title'),
    submitLabel: wording.of('invitations.form.accept.submit'),
    fields: [codeField(wording)],
  });
  return facts.takesPasswords ? [newAccountForm(wording, facts), signInForm(wording), accept] : [accept];
}

function newAccountForm(wording: Wording, facts: FormFacts): Form {
  const { identifierPolicy, email, documents } = facts;
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
      ...passwordFields(wording, facts),
      languageField(wording, facts),
      ...documents.map(document => documentField(wording, document)),
    ],
  });
}

function signInForm(wording: Wording): Form {
  return new Form({
    name: 'signIn',
    title: wording.of('invitations.form.signIn.title'),
    submitLabel: wording.of('invitations.form.signIn.submit'),
    fields: [
      new FormField({
        path: ['input', 'identifier'],
        label: wording.of('invitations.form.identifier'),
        kind: FieldKind.TEXT,
        required: true,
        autocomplete: 'username',
        maxLength: LONGEST_IDENTIFIER,
      }),
      new FormField({
        path: ['input', 'password'],
        label: wording.of('invitations.form.password'),
        kind: FieldKind.PASSWORD,
        required: true,
        autocomplete: 'current-password',
      }),
    ],
  });
}

/** Without its value: a code is never repeated in an answer, and the page has it already. */
const codeField = (wording: Wording): FormField =>
  new FormField({
    path: ['input', 'code'],
    label: wording.of('invitations.form.code'),
    kind: FieldKind.CODE,
    required: true,
    autocomplete: 'off',
    maxLength: LONGEST_TYPED_CODE,
  });

const usernameField = (wording: Wording, { usernameCase }: FormFacts): FormField =>
  new FormField({
    path: ['input', 'username'],
    label: wording.of('invitations.form.username'),
    help: wording.of(`invitations.form.username.${usernameCase}`),
    kind: FieldKind.TEXT,
    required: true,
    autocomplete: 'username',
    maxLength: LONGEST_USERNAME,
  });

const passwordFields = (wording: Wording, { passwordRules }: FormFacts): readonly FormField[] => [
  new FormField({
    path: ['input', 'password'],
    label: wording.of('invitations.form.password'),
    help: wording.of('invitations.form.newPassword.help', { rules: passwordRules.join('; ') }),
    kind: FieldKind.PASSWORD,
    required: true,
    autocomplete: 'new-password',
    maxLength: LONGEST_PASSWORD,
  }),
  // Compared by the page and never sent.
  new FormField({
    path: ['confirmation'],
    label: wording.of('invitations.form.confirmation'),
    kind: FieldKind.PASSWORD,
    required: true,
    autocomplete: 'new-password',
    maxLength: LONGEST_PASSWORD,
  }),
];

/** An express choice: nothing is preselected, even where there is one language only. */
const languageField = (wording: Wording, { languages }: FormFacts): FormField =>
  new FormField({
    path: ['input', 'locale'],
    label: wording.of('invitations.form.locale'),
    help: wording.of('invitations.form.locale.help'),
    kind: FieldKind.CHOICE,
    required: true,
    options: languages.map(locale => new FieldOption(toApiLocale(locale), LANGUAGE_NAMES[locale])),
  });

/** Ticking it sends the document's id; nothing is ticked beforehand. */
const documentField = (wording: Wording, { id, label }: ShownDocument): FormField =>
  new FormField({
    path: ['input', 'acceptedDocuments'],
    label: wording.of('invitations.form.document', { document: label }),
    kind: FieldKind.CHECKBOX,
    required: true,
    options: [new FieldOption(id, label)],
  });
