import { registerEnumType } from 'type-graphql';

export enum ImportKind {
  PEOPLE = 'PEOPLE',
  ORGANIZATIONS = 'ORGANIZATIONS',
  MEMBERSHIPS = 'MEMBERSHIPS',
  DELEGATIONS = 'DELEGATIONS',
  ACCOUNTS = 'ACCOUNTS',
}
registerEnumType(ImportKind, {
  name: 'ImportKind',
  description: 'What the rows of a file are. Rows name people and organizations by ids of the same source.',
  valuesConfig: {
    PEOPLE: { description: 'People on file.' },
    ORGANIZATIONS: { description: 'Member organizations.' },
    MEMBERSHIPS: { description: 'Stays of memberships in a class, each with one term at most.' },
    DELEGATIONS: { description: 'Who acts for which organization, in which role.' },
    ACCOUNTS: { description: 'Logins of people on file. For administrators.' },
  },
});

export enum ImportMode {
  DRY_RUN = 'DRY_RUN',
  COMMIT = 'COMMIT',
}
registerEnumType(ImportMode, {
  name: 'ImportMode',
  description: 'Whether an import writes.',
  valuesConfig: {
    DRY_RUN: { description: 'Reads and reports; nothing is written.' },
    COMMIT: { description: 'Writes every row or, where one is faulty, none.' },
  },
});

export enum ImportState {
  WAITING = 'WAITING',
  READING = 'READING',
  WRITING = 'WRITING',
  DONE = 'DONE',
  FAULTY = 'FAULTY',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'Where an import stands. The last four are final.',
  valuesConfig: {
    WAITING: { description: 'Not begun yet.' },
    READING: { description: 'The file is being read and judged.' },
    WRITING: { description: 'Everything was read; all of it is written at once.' },
    DONE: { description: 'Written; of a dry run: reported, and without a fault.' },
    FAULTY: { description: 'The report says what is wrong. Nothing was written.' },
    FAILED: { description: 'It could not be done, through no fault of a row. Nothing was written.' },
    CANCELLED: { description: 'Somebody stopped it. Nothing was written.' },
  },
});

export enum ImportSeverity {
  FAULT = 'FAULT',
  NOTICE = 'NOTICE',
  DUPLICATE = 'DUPLICATE',
}
registerEnumType(ImportSeverity, {
  name: 'ImportSeverity',
  description: 'What a finding means for the import.',
  valuesConfig: {
    FAULT: { description: 'It must be corrected: nothing is written as long as it is there.' },
    NOTICE: { description: 'Something of the row is left out, as its message says.' },
    DUPLICATE: {
      description: 'The row seems to be a record that is there already. It is written as a new one.',
    },
  },
});
