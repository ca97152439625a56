import { registerEnumType } from 'type-graphql';

export enum ExportKind {
  AUDIT_TRAIL = 'AUDIT_TRAIL',
  JOURNAL = 'JOURNAL',
  REMITTANCE_STATEMENT = 'REMITTANCE_STATEMENT',
}
registerEnumType(ExportKind, {
  name: 'ExportKind',
  description: 'What an export holds. It decides who may ask for it and read it.',
  valuesConfig: {
    AUDIT_TRAIL: {
      description: 'Who did what in an association, the oldest first. For administrators, as `auditTrail`.',
    },
    JOURNAL: {
      description:
        'The journals of its book by the days on which they stand in it, debits and credits apart. For roles ADMIN and FINANCE, as `ledger`.',
    },
    REMITTANCE_STATEMENT: {
      description:
        'What stands in a remittance or claim, line by line. For roles ADMIN and FINANCE of either side, as `remittanceBatch`.',
    },
  },
});

export enum ExportState {
  WAITING = 'WAITING',
  WRITING = 'WRITING',
  DONE = 'DONE',
  FAILED = 'FAILED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(ExportState, {
  name: 'ExportState',
  description: 'How far an export is.',
  valuesConfig: {
    WAITING: { description: 'Nobody has begun with it yet.' },
    WRITING: { description: 'Its table is being written.' },
    DONE: { description: 'Its table can be fetched by `link`.' },
    FAILED: { description: 'It was given up. Ask for it again.' },
    EXPIRED: { description: 'Its table was removed. Ask for it again.' },
  },
});
