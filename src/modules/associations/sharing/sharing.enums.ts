import { registerEnumType } from 'type-graphql';

export enum SharedKindName {
  MEMBERS = 'MEMBERS',
  CONTACT = 'CONTACT',
}
registerEnumType(SharedKindName, {
  name: 'SharedKind',
  description: 'What an independent body lets the staff of a body above it see of its members.',
  valuesConfig: {
    MEMBERS: { description: 'Name, member number, class and status. Part of every agreement.' },
    CONTACT: { description: 'Of members who are people, also the contact address and the work phone.' },
  },
});
