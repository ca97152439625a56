import { registerEnumType } from 'type-graphql';

export enum AccountKind {
  INDIVIDUAL = 'INDIVIDUAL',
  JOINT = 'JOINT',
  NON_PERSONAL = 'NON_PERSONAL',
}
registerEnumType(AccountKind, {
  name: 'AccountKind',
  description: 'Who stands behind a login.',
  valuesConfig: {
    INDIVIDUAL: { description: 'One person.' },
    JOINT: { description: 'Two persons who share it, such as a couple.' },
    NON_PERSONAL: { description: 'An organization, an estate or a trust, through those who represent it.' },
  },
});

export const IDENTIFIER_KINDS = ['USERNAME', 'EMAIL', 'MEMBER_NUMBER'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

export const HOLDING_KINDS = ['MEMBERSHIP', 'DELEGATION', 'STAFF'] as const;
export type HoldingKind = (typeof HOLDING_KINDS)[number];

export const SESSION_ENDS = [
  'SIGNED_OUT',
  'PASSWORD_CHANGED',
  'PASSWORD_RESET',
  'TOKEN_REUSED',
  'REVOKED',
  'ACCOUNTS_JOINED',
  'HOLDER_DIED',
] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];
