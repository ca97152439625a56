import { registerEnumType } from 'type-graphql';

export enum InvitationSelection {
  MEMBERS = 'MEMBERS',
  DELEGATES = 'DELEGATES',
}
registerEnumType(InvitationSelection, {
  name: 'InvitationSelection',
  description: 'Who is invited, of those on file who have no account.',
  valuesConfig: {
    MEMBERS: { description: 'Individual members, each to their membership.' },
    DELEGATES: {
      description: 'Whoever acts for a member organization, each to the roles that they have in it.',
    },
  },
});

export enum InvitationRunState {
  WAITING = 'WAITING',
  SENDING = 'SENDING',
  CANCELLED = 'CANCELLED',
  HALTED = 'HALTED',
  DONE = 'DONE',
  FAULTY = 'FAULTY',
}
registerEnumType(InvitationRunState, {
  name: 'InvitationRunState',
  description: 'Where a run of invitations stands. The last two are final.',
  valuesConfig: {
    WAITING: { description: 'Not begun yet.' },
    SENDING: { description: 'Its rows are being gone through.' },
    CANCELLED: { description: 'Somebody stopped it. What was not sent is not sent; it can be resumed.' },
    HALTED: {
      description:
        'Whoever asked for it may not invite there any more. Somebody who may can resume it, and sends the rest.',
    },
    DONE: { description: 'Every row has an outcome.' },
    FAULTY: { description: 'The file cannot be used, as `fault` says. Nothing was sent.' },
  },
});
