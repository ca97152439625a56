import { registerEnumType } from 'type-graphql';

export enum RecoveryPolicyKind {
  IDENTIFIER = 'IDENTIFIER',
  IDENTIFIER_AND_NAMES = 'IDENTIFIER_AND_NAMES',
}
registerEnumType(RecoveryPolicyKind, {
  name: 'RecoveryPolicy',
  description:
    'What whoever lost a password is asked for. Of all associations of an account the strictest holds.',
  valuesConfig: {
    IDENTIFIER: { description: 'The username, e-mail address or member number.' },
    IDENTIFIER_AND_NAMES: { description: 'The same, and the given and the family name as they are on file.' },
  },
});

export enum PasswordProfileKind {
  COMPOSITION = 'COMPOSITION',
  LENGTH = 'LENGTH',
}
registerEnumType(PasswordProfileKind, {
  name: 'PasswordProfile',
  description:
    'What a new password must be like. Whoever belongs to several associations keeps the rules of all of them.',
  valuesConfig: {
    COMPOSITION: {
      description: '8 characters or more, with a capital, a small letter, a digit and another character.',
    },
    LENGTH: { description: '15 characters or more, whichever they are.' },
  },
});

export enum OldPasswordsKind {
  ACCEPT = 'ACCEPT',
  RESET_REQUIRED = 'RESET_REQUIRED',
}
registerEnumType(OldPasswordsKind, {
  name: 'OldPasswords',
  description: 'Whether a password that came from another system still signs in.',
  valuesConfig: {
    ACCEPT: { description: 'Once; it is kept in our own way from then on.' },
    RESET_REQUIRED: { description: 'Never: a new one must be set by a mailed link.' },
  },
});

export enum InvitationMismatchKind {
  ALLOW = 'ALLOW',
  VERIFY = 'VERIFY',
  REFUSE = 'REFUSE',
}
registerEnumType(InvitationMismatchKind, {
  name: 'InvitationMismatch',
  description: 'What happens when an invitation is accepted by an account without the invited address.',
  valuesConfig: {
    ALLOW: { description: 'It is accepted.' },
    VERIFY: { description: 'It is accepted once the invited address has confirmed it.' },
    REFUSE: { description: 'It is not accepted.' },
  },
});

export enum HandoverApprovalKind {
  NONE = 'NONE',
  ASSOCIATION = 'ASSOCIATION',
}
registerEnumType(HandoverApprovalKind, {
  name: 'HandoverApproval',
  description: 'Who has a say when the principal delegate of an organization hands over.',
  valuesConfig: {
    NONE: { description: 'The two delegates alone: the place passes once it is accepted.' },
    ASSOCIATION: { description: 'The association too: the place passes once its staff have approved.' },
  },
});

export enum ChangesBilledToKind {
  HOLDER = 'HOLDER',
  TERM_PAYER = 'TERM_PAYER',
}
registerEnumType(ChangesBilledToKind, {
  name: 'ChangesBilledTo',
  description: 'Who is charged for a change of a membership, such as another class within a term.',
  valuesConfig: {
    HOLDER: { description: 'Whoever holds the membership.' },
    TERM_PAYER: {
      description:
        'Whoever was billed for the term that the change falls into, such as an employer; the holder where nobody was.',
    },
  },
});

export enum TransferAcceptanceKind {
  MANUAL = 'MANUAL',
  AFTER_DAYS = 'AFTER_DAYS',
}
registerEnumType(TransferAcceptanceKind, {
  name: 'TransferAcceptance',
  description:
    'What happens when nobody answers a request to come over from another body. A class that carries a designation is never given by silence.',
  valuesConfig: {
    MANUAL: { description: 'It waits, and the office is reminded by mail once.' },
    AFTER_DAYS: { description: 'It is accepted at the end of the last day to answer.' },
  },
});
