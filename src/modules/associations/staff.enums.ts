import { registerEnumType } from 'type-graphql';

export enum StaffRole {
  ADMIN = 'ADMIN',
  MEMBERSHIP = 'MEMBERSHIP',
  FINANCE = 'FINANCE',
  LEARNING = 'LEARNING',
  INSURANCE = 'INSURANCE',
  READER = 'READER',
}
registerEnumType(StaffRole, {
  name: 'StaffRole',
  description: 'What somebody of the staff looks after.',
  valuesConfig: {
    ADMIN: { description: 'Settings, clients and staff, and everything that MEMBERSHIP does.' },
    MEMBERSHIP: { description: 'Members, organizations, delegates and invitations.' },
    FINANCE: { description: 'Invoices, payments and remittances.' },
    LEARNING: { description: 'Continuous professional learning and its audits.' },
    INSURANCE: { description: 'Professional liability insurance, answers included.' },
    READER: { description: 'Reads what members and organizations show; changes nothing.' },
  },
});

export enum StaffReach {
  NODE = 'NODE',
  NODE_AND_BELOW = 'NODE_AND_BELOW',
}
registerEnumType(StaffReach, {
  name: 'StaffReach',
  description: 'How far an assignment goes.',
  valuesConfig: {
    NODE: { description: 'The association itself.' },
    NODE_AND_BELOW: {
      description: 'The association and what is below it, except independent bodies and what is below those.',
    },
  },
});
