/** The closed sets of words of this module; the database holds the same ones. */

export const HOLDER_KINDS = { PERSON: 'PERSON', ORGANIZATION: 'ORGANIZATION' } as const;
export type HolderKind = keyof typeof HOLDER_KINDS;

export const AFFILIATION_REASONS = {
  ADMISSION: 'ADMISSION',
  RECLASSIFICATION: 'RECLASSIFICATION',
  TRANSFER: 'TRANSFER',
  LEAVE: 'LEAVE',
  RESIGNATION: 'RESIGNATION',
  REMOVAL: 'REMOVAL',
  REINSTATEMENT: 'REINSTATEMENT',
  DEATH: 'DEATH',
} as const;
export type AffiliationReason = keyof typeof AFFILIATION_REASONS;

export const TERM_KINDS = {
  CALENDAR_YEAR: 'CALENDAR_YEAR',
  ASSOCIATION_YEAR: 'ASSOCIATION_YEAR',
  ROLLING: 'ROLLING',
  ODD_LENGTH: 'ODD_LENGTH',
  LIFETIME: 'LIFETIME',
} as const;
export type TermKind = keyof typeof TERM_KINDS;

export const HOLD_KINDS = {
  LEAVE: 'LEAVE',
  NON_PRACTISING: 'NON_PRACTISING',
  SUSPENSION: 'SUSPENSION',
} as const;
export type HoldKind = keyof typeof HOLD_KINDS;

export const STATUS_CODES = {
  APPLICANT: 'APPLICANT',
  ACTIVE: 'ACTIVE',
  RENEWAL_DUE: 'RENEWAL_DUE',
  GRACE: 'GRACE',
  LAPSED: 'LAPSED',
  ON_HOLD: 'ON_HOLD',
  ENDED: 'ENDED',
} as const;
export type MembershipStatusCode = keyof typeof STATUS_CODES;

export const MEMBERSHIP_CHANGES = {
  ADMISSION: 'ADMISSION',
  RECLASSIFICATION: 'RECLASSIFICATION',
  HOLD: 'HOLD',
  HOLD_ENDED: 'HOLD_ENDED',
  RESIGNATION: 'RESIGNATION',
  RESIGNATION_WITHDRAWN: 'RESIGNATION_WITHDRAWN',
  REINSTATEMENT: 'REINSTATEMENT',
  TRANSFER: 'TRANSFER',
  DEATH: 'DEATH',
} as const;
export type MembershipChangeKind = keyof typeof MEMBERSHIP_CHANGES;
