import { registerEnumType } from 'type-graphql';

export enum InvitationState {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(InvitationState, {
  name: 'InvitationState',
  description: 'Where an invitation stands at the moment of asking.',
  valuesConfig: {
    PENDING: { description: 'Its code can be used.' },
    ACCEPTED: { description: 'Used, once and for all.' },
    DECLINED: { description: 'Turned down by whoever held the code.' },
    REVOKED: { description: 'Withdrawn by staff or by the principal delegate.' },
    EXPIRED: { description: 'Not used in time. It can be sent afresh.' },
  },
});

export enum InvitationTargetKind {
  PERSON = 'PERSON',
  DELEGATION = 'DELEGATION',
  MEMBERSHIP = 'MEMBERSHIP',
  STAFF_ROLE = 'STAFF_ROLE',
}
registerEnumType(InvitationTargetKind, {
  name: 'InvitationTargetKind',
  description: 'What an invitation leads to.',
  valuesConfig: {
    PERSON: { description: 'Access to the record of a person on file.' },
    DELEGATION: { description: 'One or more roles in a member organization.' },
    MEMBERSHIP: { description: 'Access to an individual membership.' },
    STAFF_ROLE: { description: 'A role in the staff of the association.' },
  },
});

export enum InvitationOrder {
  ISSUED_AT_DESC = 'ISSUED_AT_DESC',
  ISSUED_AT_ASC = 'ISSUED_AT_ASC',
}
registerEnumType(InvitationOrder, {
  name: 'InvitationOrder',
  description: 'How a list of invitations is sorted.',
  valuesConfig: {
    ISSUED_AT_DESC: { description: 'Latest first.' },
    ISSUED_AT_ASC: { description: 'Earliest first.' },
  },
});

export enum InvitationRowOutcome {
  SENT = 'SENT',
  ALREADY_HELD = 'ALREADY_HELD',
  BAD_ADDRESS = 'BAD_ADDRESS',
  ALREADY_INVITED = 'ALREADY_INVITED',
  NOT_FOUND = 'NOT_FOUND',
  INCOMPLETE = 'INCOMPLETE',
  DELEGATE_LIMIT_REACHED = 'DELEGATE_LIMIT_REACHED',
  DUPLICATE = 'DUPLICATE',
}
registerEnumType(InvitationRowOutcome, {
  name: 'InvitationRowOutcome',
  description: 'What became of one row of a list of invitations.',
  valuesConfig: {
    SENT: { description: 'The mail is on its way.' },
    ALREADY_HELD: { description: 'Somebody holds already what the invitation would give.' },
    BAD_ADDRESS: { description: 'The text is not an e-mail address.' },
    ALREADY_INVITED: {
      description: 'This address has an invitation to the same thing that can still be sent again.',
    },
    NOT_FOUND: { description: 'No such person, organization or membership in this association.' },
    INCOMPLETE: { description: 'It is not clear who is invited, or to what.' },
    DELEGATE_LIMIT_REACHED: {
      description: 'As many people act for the organization, or are invited to, as its class lets.',
    },
    DUPLICATE: { description: 'The same address and the same thing stand further up in the file of a run.' },
  },
});
