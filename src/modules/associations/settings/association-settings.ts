import type { RealmMode } from '../../../platform/context.ts';
import { digest } from '../../../platform/secrets/digest.ts';
import type { AssociationEntity } from '../association.entity.ts';
import { StaffRole } from '../staff.enums.ts';

/** What an administrator decides for the association, as it is on file. */
export type SettingsFacts = Pick<
  AssociationEntity,
  | 'factorRoles'
  | 'recoveryPolicy'
  | 'passwordProfile'
  | 'oldPasswords'
  | 'resetLinkMinutes'
  | 'invitationDays'
  | 'invitationMismatch'
  | 'handoverApproval'
  | 'transferAcceptance'
  | 'websiteFr'
  | 'websiteEn'
  | 'brandLogoUrl'
  | 'secondPersonAbove'
  | 'intentDays'
  | 'changeDueDays'
  | 'changesBilledTo'
  | 'homeProvince'
> & {
  readonly approvalAboveCents: number | null;
  readonly nsfFeeCents: number | null;
};

export const RESET_LINK_MINUTES = { min: 10, max: 1_440 } as const;
export const INVITATION_DAYS = { min: 1, max: 90 } as const;
export const SECOND_PERSON_ABOVE = { min: 0, max: 100_000 } as const;
export const APPROVAL_ABOVE_CENTS = { min: 0, max: 100_000_000 } as const;
export const INTENT_DAYS = { min: 1, max: 180 } as const;
export const CHANGE_DUE_DAYS = { min: 0, max: 180 } as const;
export const NSF_FEE_CENTS = { min: 1, max: 100_000 } as const;

/**
 * The roles that ask for a second factor whatever an association says. In earnest an administrator's password alone
 * must not be enough to let everybody else's be.
 */
export const factorRolesOfRealm = (mode: RealmMode): readonly StaffRole[] =>
  mode === 'LIVE' ? [StaffRole.ADMIN] : [];

export const settingsOf = (row: AssociationEntity): SettingsFacts => ({
  factorRoles: inOrder(row.factorRoles),
  recoveryPolicy: row.recoveryPolicy,
  passwordProfile: row.passwordProfile,
  oldPasswords: row.oldPasswords,
  resetLinkMinutes: row.resetLinkMinutes,
  invitationDays: row.invitationDays,
  invitationMismatch: row.invitationMismatch,
  handoverApproval: row.handoverApproval,
  transferAcceptance: row.transferAcceptance,
  websiteFr: row.websiteFr,
  websiteEn: row.websiteEn,
  brandLogoUrl: row.brandLogoUrl,
  secondPersonAbove: row.secondPersonAbove,
  approvalAboveCents: row.approvalAboveCents === null ? null : Number(row.approvalAboveCents),
  intentDays: row.intentDays,
  changeDueDays: row.changeDueDays,
  changesBilledTo: row.changesBilledTo,
  homeProvince: row.homeProvince,
  nsfFeeCents: row.nsfFeeCents === null ? null : Number(row.nsfFeeCents),
});

/** The settings in the columns of the table. */
export const columnsOf = ({
  approvalAboveCents,
  nsfFeeCents,
  ...facts
}: SettingsFacts): Partial<AssociationEntity> => ({
  ...facts,
  approvalAboveCents: approvalAboveCents === null ? null : BigInt(approvalAboveCents),
  nsfFeeCents: nsfFeeCents === null ? null : BigInt(nsfFeeCents),
});

/** Each role once, in the order in which they are always told. */
export const inOrder = (roles: readonly StaffRole[]): StaffRole[] =>
  Object.values(StaffRole).filter(role => roles.includes(role));

/** Names what the settings say, so that nobody changes others than those that they have read. */
export const versionOf = (facts: SettingsFacts): string =>
  digest(JSON.stringify(facts)).toString('base64url').slice(0, 22);
