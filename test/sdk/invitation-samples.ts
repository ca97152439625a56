import type { Form } from '@affilia/sdk';
import type { Operations } from '@affilia/sdk/testing';

type Previewed = Extract<
  Operations['InvitationPreview']['result']['result'],
  { readonly __typename: 'InvitationPreviewSuccess' }
>;
type Field = Form['fields'][number];

export const field = (path: string[], kind: Field['kind'], facts: Partial<Field> = {}): Field => ({
  path,
  label: path.join(' '),
  help: null,
  kind,
  required: false,
  autocomplete: null,
  maxLength: null,
  options: [],
  value: null,
  readOnlyReason: null,
  repeats: null,
  ...facts,
});

export const form = (name: string, fields: Field[]): Form => ({
  name,
  title: name,
  submitLabel: name,
  fields,
});

const aqpm = { id: 'assoc_1', code: 'AQPM', name: 'Association québécoise', shortName: 'AQPM' };

const threeWays: Form[] = [
  form('acceptInvitationWithNewAccount', [field(['input', 'username'], 'TEXT')]),
  form('signIn', [field(['input', 'identifier'], 'TEXT'), field(['input', 'password'], 'PASSWORD')]),
  form('acceptInvitation', [field(['input', 'code'], 'CODE')]),
];

/** What the service answers to the holder of a code that can be used. */
export const previewed = (forms: Form[] = threeWays): Previewed => ({
  __typename: 'InvitationPreviewSuccess',
  invitation: {
    association: {
      ...aqpm,
      kind: 'INSTITUTE',
      names: { fr: 'Association québécoise', en: 'Quebec association' },
      timeZone: 'America/Toronto',
      provinces: ['QC'],
      website: 'https://aqpm.test',
      brand: { colour: '#003366', textColour: '#ffffff', logoUrl: null },
      support: { email: 'aide@aqpm.test', phone: null, website: 'https://aqpm.test', text: 'Besoin d’aide?' },
      languagePolicy: 'FR_FIRST_CHOICE',
      parent: null,
    },
    targetKind: 'DELEGATION',
    targetLabel: 'Rôle dans une organisation',
    organizationName: 'Productions du Nord',
    roleLabels: ['Délégué principal'],
    inviteeName: 'Marie Roy',
    email: 'marie@producteurs.test',
    locale: 'FR_CA',
    expiresAt: '2026-12-22T15:00:00Z',
  },
  flow: {
    steps: [{ name: 'account', label: 'Compte', state: 'CURRENT' }],
    forms,
    documents: [
      {
        id: 'doc_1',
        kind: 'TERMS',
        version: '2026-01',
        label: 'Conditions',
        labels: { fr: 'Conditions', en: 'Terms' },
        url: 'https://aqpm.test/c',
        urls: { fr: 'https://aqpm.test/c', en: 'https://aqpm.test/t' },
      },
    ],
  },
});
