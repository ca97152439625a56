import { describe, expect, test } from '@jest/globals';
import {
  AssociationDocumentEntity,
  DocumentKind,
  IdentifierPolicy,
  ShownDocument,
} from '../../src/modules/associations/index.ts';
import {
  invitationForms,
  invitationSteps,
  typedCodeForm,
  type FormFacts,
} from '../../src/modules/invitations/invitation-form.ts';
import { FieldKind } from '../../src/platform/graphql/form.ts';
import { createHouseWordings } from '../../src/wording.ts';

const wordings = createHouseWordings();
const french = wordings.in('fr-CA');

const terms = new ShownDocument(
  Object.assign(new AssociationDocumentEntity(), {
    id: '0194e7a0-0000-7000-8000-000000000001' as never,
    associationId: '0194e7a0-0000-7000-8000-000000000002' as never,
    kind: DocumentKind.TERMS,
    version: '2026-01',
    urlFr: 'https://aqpm.example/fr/terms',
    urlEn: 'https://aqpm.example/en/terms',
    inForceFrom: new Date('2026-01-01T05:00:00Z'),
  }),
  { locale: 'fr-CA', wordings },
  ['fr-CA', 'en-CA'],
);

const facts: FormFacts = {
  email: 'jean@maboite.ca',
  identifierPolicy: IdentifierPolicy.USERNAME,
  usernameCase: 'EXACT',
  languages: ['fr-CA', 'en-CA'],
  passwordRules: ['au moins 8 caractères', 'un chiffre'],
  documents: [terms],
  takesPasswords: true,
};

const fieldsOf = (wanted: Partial<FormFacts>, wording = french): readonly string[][] =>
  invitationForms(wording, { ...facts, ...wanted })[0]?.fields.map(field => [...field.path]) ?? [];

describe('Z15: the forms of an invitation describe themselves', () => {
  test('a new account asks for what the mutation takes, in the order of the page', () => {
    expect(fieldsOf({})).toEqual([
      ['input', 'code'],
      ['email'],
      ['input', 'username'],
      ['input', 'password'],
      ['confirmation'],
      ['input', 'locale'],
      ['input', 'acceptedDocuments'],
    ]);
  });

  test('no username is asked for where the address signs in', () => {
    expect(fieldsOf({ identifierPolicy: IdentifierPolicy.EMAIL })).not.toContainEqual(['input', 'username']);
  });

  test('a site that takes no passwords shows only the form for whoever is signed in', () => {
    const forms = invitationForms(french, { ...facts, takesPasswords: false });

    expect(forms.map(form => form.name)).toEqual(['acceptInvitation']);
  });

  test('the invited address is filled in and cannot be changed, and everything else is empty', () => {
    const [form] = invitationForms(french, facts);
    const filledIn = form?.fields.filter(field => field.value !== null);

    expect(filledIn).toHaveLength(1);
    expect(filledIn?.[0]).toMatchObject({
      path: ['email'],
      value: 'jean@maboite.ca',
      readOnlyReason: 'C’est l’adresse qui a reçu l’invitation.',
    });
  });

  test.each([
    ['French alone', ['fr-CA'], ['FR_CA']],
    ['French first', ['fr-CA', 'en-CA'], ['FR_CA', 'EN_CA']],
    ['English first', ['en-CA', 'fr-CA'], ['EN_CA', 'FR_CA']],
  ] as const)('the language is an express choice: %s', (_, languages, options) => {
    const [form] = invitationForms(french, { ...facts, languages });
    const field = form?.fields.find(one => one.path.at(-1) === 'locale');

    expect(field?.options.map(option => option.value)).toEqual(options);
    expect(field).toMatchObject({ kind: 'CHOICE', required: true, value: null });
  });

  test('each document in force has its own box, none of them ticked', () => {
    const [form] = invitationForms(french, { ...facts, documents: [terms, terms] });
    const boxes = form?.fields.filter(field => field.kind === FieldKind.CHECKBOX) ?? [];

    expect(boxes).toHaveLength(2);
    expect(boxes[0]).toMatchObject({ required: true, value: null, options: [{ value: terms.id }] });
    expect(boxes[0]?.label).toBe('J’ai lu et j’accepte\u00A0: Conditions d’utilisation');
  });

  test('the help of the password names the rules', () => {
    const [form] = invitationForms(french, facts);
    const password = form?.fields.find(one => one.path.join('.') === 'input.password');

    expect(password?.help).toBe(
      'Le mot de passe doit respecter chacune de ces règles\u00A0: au moins 8 caractères; un chiffre.',
    );
  });

  test.each(['fr-CA', 'en-CA'] as const)('every word of them exists in %s', locale => {
    const wording = wordings.in(locale);
    const forms = invitationForms(wording, facts);
    const texts = forms.flatMap(form => [
      form.title,
      form.submitLabel,
      ...form.fields.map(field => field.label),
    ]);

    expect(texts.every(text => text.length > 2)).toBe(true);
    expect(invitationSteps(wording, 'account').map(step => step.label.length > 3)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test.each([
    ['account', ['DONE', 'CURRENT', 'UPCOMING']],
    ['profile', ['DONE', 'DONE', 'CURRENT']],
    [null, ['DONE', 'DONE', 'DONE']],
  ] as const)('what lies behind is done when the step to take is %s', (current, states) => {
    expect(invitationSteps(french, current).map(step => step.state)).toEqual(states);
  });

  test('the password is typed twice, and the page knows what is repeated', () => {
    const [form] = invitationForms(french, facts);

    expect(form?.fields.filter(field => field.repeats !== null)).toMatchObject([
      { path: ['confirmation'], repeats: ['input', 'password'], required: true },
    ]);
  });

  test('whoever has an account is asked for what signs in here', () => {
    const labelIn = (identifierPolicy: IdentifierPolicy) =>
      invitationForms(french, { ...facts, identifierPolicy })[1]?.fields[0]?.label;

    expect(labelIn(IdentifierPolicy.USERNAME)).toBe(
      'Nom d’utilisateur, adresse courriel ou numéro de membre',
    );
    expect(labelIn(IdentifierPolicy.EMAIL)).toBe('Adresse courriel ou numéro de membre');
  });

  test.each([
    ['fr-CA', 'S’inscrire avec un code d’invitation', 'Continuer', 'Code d’invitation'],
    ['en-CA', 'Use an invitation code', 'Continue', 'Invitation code'],
  ] as const)(
    'a typed code is asked for in %s, as an argument of the query',
    (locale, title, submit, label) => {
      const form = typedCodeForm(wordings.in(locale));

      expect(form).toMatchObject({ name: 'invitationPreview', title, submitLabel: submit });
      expect(form.fields).toMatchObject([
        {
          path: ['code'],
          label,
          kind: 'CODE',
          required: true,
          maxLength: 64,
          autocomplete: 'off',
          value: null,
        },
      ]);
    },
  );

  test('French and English say different things', () => {
    const titles = (locale: 'fr-CA' | 'en-CA'): string[] =>
      invitationForms(wordings.in(locale), facts).map(form => form.title);

    expect(titles('fr-CA')).toEqual([
      'S’inscrire à un nouveau compte',
      'Je dispose d’un compte existant',
      'Accepter l’invitation',
    ]);
    expect(titles('en-CA')).toEqual([
      'Open an account',
      'I already have an account',
      'Accept the invitation',
    ]);
  });
});
