import { registerEnumType } from 'type-graphql';

export enum AssociationKind {
  NATIONAL = 'NATIONAL',
  INSTITUTE = 'INSTITUTE',
  SECTION = 'SECTION',
  CHAPTER = 'CHAPTER',
}
registerEnumType(AssociationKind, {
  name: 'AssociationKind',
  description: 'What a body is in its federation.',
});

export enum LanguagePolicy {
  FR_ONLY = 'FR_ONLY',
  FR_FIRST_CHOICE = 'FR_FIRST_CHOICE',
  BILINGUAL_CHOICE = 'BILINGUAL_CHOICE',
}
registerEnumType(LanguagePolicy, {
  name: 'LanguagePolicy',
  description: 'In which languages a body serves people, and which one is shown first.',
  valuesConfig: {
    FR_ONLY: { description: 'French alone, as professional orders of Québec must.' },
    FR_FIRST_CHOICE: { description: 'French is shown first; English after an express choice.' },
    BILINGUAL_CHOICE: { description: 'The person chooses; neither language is preselected.' },
  },
});

export enum IdentifierPolicy {
  USERNAME = 'USERNAME',
  EMAIL = 'EMAIL',
}
registerEnumType(IdentifierPolicy, {
  name: 'IdentifierPolicy',
  description: 'What a new account is asked to sign in with.',
  valuesConfig: {
    USERNAME: { description: 'The person chooses a username.' },
    EMAIL: { description: 'The e-mail address serves; no username is asked for.' },
  },
});

export enum DocumentKind {
  TERMS = 'TERMS',
  PRIVACY = 'PRIVACY',
}
registerEnumType(DocumentKind, {
  name: 'DocumentKind',
  description: 'A text that is accepted when an account is opened.',
  valuesConfig: {
    TERMS: { description: 'Terms of use.' },
    PRIVACY: { description: 'Privacy notice.' },
  },
});

/** Whether usernames that differ only in case are told apart when somebody signs in. */
export const USERNAME_CASES = ['EXACT', 'IGNORED'] as const;
export type UsernameCase = (typeof USERNAME_CASES)[number];

/** What happens when an invitation is accepted by an account that signs in with another address. */
export const INVITATION_MISMATCHES = ['ALLOW', 'VERIFY', 'REFUSE'] as const;
export type InvitationMismatch = (typeof INVITATION_MISMATCHES)[number];

/** Whether a password that came with an account from another system still signs in, the laxest first. */
export const OLD_PASSWORDS = ['ACCEPT', 'RESET_REQUIRED'] as const;
export type OldPasswords = (typeof OLD_PASSWORDS)[number];

/** Whether the place of principal delegate passes once it is accepted, or once the association has approved. */
export const HANDOVER_APPROVALS = ['NONE', 'ASSOCIATION'] as const;
export type HandoverApproval = (typeof HANDOVER_APPROVALS)[number];

/** Who is charged for a change of a membership. */
export const CHANGES_BILLED_TO = ['HOLDER', 'TERM_PAYER'] as const;
export type ChangesBilledTo = (typeof CHANGES_BILLED_TO)[number];

/** Whether a transfer to the association waits for its decision, or is accepted when nobody answers in time. */
export const TRANSFER_ACCEPTANCES = ['MANUAL', 'AFTER_DAYS'] as const;
export type TransferAcceptance = (typeof TRANSFER_ACCEPTANCES)[number];

/** What whoever lost a password is asked for, the laxest first. */
export const RECOVERY_POLICIES = ['IDENTIFIER', 'IDENTIFIER_AND_NAMES'] as const;
export type RecoveryPolicy = (typeof RECOVERY_POLICIES)[number];
