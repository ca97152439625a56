import { registerEnumType } from 'type-graphql';

export enum MergedKind {
  PERSON = 'PERSON',
  ORGANIZATION = 'ORGANIZATION',
}
registerEnumType(MergedKind, { name: 'MergedKind', description: 'What kind of records become one.' });

export enum RecordMergeState {
  PREPARED = 'PREPARED',
  WITHDRAWN = 'WITHDRAWN',
  DONE = 'DONE',
  UNDONE = 'UNDONE',
}
registerEnumType(RecordMergeState, {
  name: 'RecordMergeState',
  description: 'How far a merge has come.',
  valuesConfig: {
    PREPARED: { description: 'Nothing has changed: it waits for the approval of somebody else.' },
    WITHDRAWN: { description: 'It was prepared, and never took effect.' },
    DONE: { description: 'The two records are one.' },
    UNDONE: { description: 'They were one, and are two again.' },
  },
});

export enum CarriedThing {
  RECORD = 'RECORD',
  DELEGATIONS = 'DELEGATIONS',
  PRINCIPAL_HANDOVERS = 'PRINCIPAL_HANDOVERS',
  SECTIONS = 'SECTIONS',
  COORDINATES = 'COORDINATES',
  REPRESENTATIONS = 'REPRESENTATIONS',
  JOIN_REQUESTS = 'JOIN_REQUESTS',
  MEMBERSHIPS = 'MEMBERSHIPS',
  INVITATIONS = 'INVITATIONS',
  INVOICES = 'INVOICES',
  PAYMENTS = 'PAYMENTS',
  EXTERNAL_IDS = 'EXTERNAL_IDS',
  MAILS = 'MAILS',
  OTHER = 'OTHER',
}
registerEnumType(CarriedThing, {
  name: 'CarriedThing',
  description: 'What a record carries, and what moves with it. New values may be added.',
  valuesConfig: {
    RECORD: { description: 'The record itself: its name, how to reach it, and its account.' },
    DELEGATIONS: { description: 'Roles for organizations, past ones included.' },
    PRINCIPAL_HANDOVERS: { description: 'Offers of a place of principal delegate.' },
    PAYMENTS: { description: 'What was received of them, and what of it is their credit.' },
  },
});

export enum PersonPart {
  NAME = 'NAME',
  LOCALE = 'LOCALE',
  CONTACT_EMAIL = 'CONTACT_EMAIL',
  WORK_PHONE = 'WORK_PHONE',
}
registerEnumType(PersonPart, {
  name: 'PersonPart',
  description: 'A part of the record of a person that is taken as a whole.',
  valuesConfig: {
    NAME: { description: 'Given and family name.' },
    LOCALE: { description: 'The language of mail and documents.' },
    WORK_PHONE: { description: 'With its extension.' },
  },
});
