import { registerEnumType } from 'type-graphql';

export enum ClientKind {
  PUBLISHABLE = 'PUBLISHABLE',
  SECRET = 'SECRET',
}
registerEnumType(ClientKind, {
  name: 'ClientKind',
  description: 'What sort of program a client is.',
  valuesConfig: {
    PUBLISHABLE: {
      description: 'A partner site: its key stands in its pages, and counts from its origins only.',
    },
    SECRET: { description: 'An internal tool or a service: its key never reaches a browser.' },
  },
});

export enum SignInMode {
  HOSTED = 'HOSTED',
  DIRECT = 'DIRECT',
}
registerEnumType(SignInMode, {
  name: 'SignInMode',
  description: 'Where people who come from a client type their password.',
  valuesConfig: {
    HOSTED: { description: "On the realm's own page, to which the client sends them." },
    DIRECT: { description: "In the client's own pages, as a realm administrator has granted." },
  },
});

export enum ClientPageKind {
  INVITATION = 'INVITATION',
  PASSWORD_RESET = 'PASSWORD_RESET',
  COMPLETION = 'COMPLETION',
  EMAIL_CONFIRMATION = 'EMAIL_CONFIRMATION',
  RENEWAL = 'RENEWAL',
  INVOICE = 'INVOICE',
  PREFERENCES = 'PREFERENCES',
  SIGNED_OUT = 'SIGNED_OUT',
}
registerEnumType(ClientPageKind, {
  name: 'ClientPageKind',
  description: "What a client's page is for. Links in mails open it, with their secret behind the `#`.",
  valuesConfig: {
    COMPLETION: { description: 'First access of people without an e-mail address, by a link on paper.' },
  },
});
