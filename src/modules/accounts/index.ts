/**
 * Logins: one account per person over all associations of the realm.
 *
 * Responsible for: opening accounts, what signs in to them, passwords and their rules, sessions and their tokens,
 * addresses and their confirmation, joining two accounts of one person, what was accepted and chosen when an account was opened, and which associations
 * an account holds something in.
 * Not responsible for: who uses an account (people), what exactly it holds (memberships, organizations,
 * associations), by which invitation it was opened (invitations).
 */
import { DocumentAcceptanceEntity, LanguageChoiceEntity } from './acceptance.entity.ts';
import { AccountAddressEntity } from './account-address.entity.ts';
import { AccountHoldingEntity } from './account-holding.entity.ts';
import { AccountEntity } from './account.entity.ts';
import { AccountFormsResolver } from './account-forms.graphql.ts';
import { accountsLetters as ownLetters } from './account.mails.ts';
import { accountsNodes } from './accounts.nodes.ts';
import { accountsWordingEn } from './accounts.wording.en.ts';
import { accountsWordingFr } from './accounts.wording.fr.ts';
import { addressesEntities, addressesLetters, addressesResolvers } from './addresses/index.ts';
import { ChangePasswordResolver } from './change-password.graphql.ts';
import { ConfirmEmailResolver } from './confirm-email.graphql.ts';
import {
  lostAddressEntities,
  lostAddressJobs,
  lostAddressLetters,
  lostAddressResolvers,
} from './lost-address/index.ts';
import { linkingLetters, linkingResolvers } from './linking/index.ts';
import { oldSchemes } from './old-passwords/index.ts';
import { PasswordPolicyResolver } from './password-policy.graphql.ts';
import { RealmSignInResolver } from './realm-sign-in.graphql.ts';
import { recoveryEntities, recoveryJobs, recoveryLetters, recoveryResolvers } from './recovery/index.ts';
import { RefreshSessionResolver } from './refresh-session.graphql.ts';
import { RequestEmailChangeResolver } from './request-email-change.graphql.ts';
import { RequestEmailConfirmationResolver } from './request-email-confirmation.graphql.ts';
import {
  secondFactorsEntities,
  secondFactorsJobs,
  secondFactorsLetters,
  secondFactorsResolvers,
} from './second-factors/index.ts';
import { RefreshTokenEntity, SessionEntity } from './session.entity.ts';
import { sessionsEntities, sessionsResolvers } from './sessions/index.ts';
import { SetLocaleResolver } from './set-locale.graphql.ts';
import { SignInIdentifierEntity } from './sign-in-identifier.entity.ts';
import { SignInResolver } from './sign-in.graphql.ts';
import { SignOutResolver } from './sign-out.graphql.ts';

export { AccountEntity };
export { accountByIdentifier } from './account-by-identifier.ts';
export { AccountKind, type HoldingKind } from './account.enums.ts';
export { Account, type AccountFacts } from './account.type.ts';
export { ADDRESS_ORDER, addressRows } from './account-address.rows.ts';
export {
  confirmAccountLink,
  linkAccounts,
  linkForm,
  linkingPorts,
  type Joined,
  type LinkingPorts,
} from './linking/index.ts';
export { addEmailAddress, addressForm, makeAddressPrimary, removeEmailAddress } from './addresses/index.ts';
export { changePassword } from './change-password.ts';
export { passwordForm } from './account-forms.ts';
export { requestEmailConfirmation } from './request-email-confirmation.ts';
export { AccountAddress, type AccountAddressFacts } from './account-address.type.ts';
export { Session } from './session.type.ts';
export { rulesInWords } from './password-policy.type.ts';
export { barSignIn, openSignInAgain } from './bar-sign-in.ts';
export {
  AddressHasAccount,
  HolderHasRightsElsewhere,
  SignInRefused,
  UsernameTaken,
} from './account.problems.ts';
export {
  ConfirmationTokenExpired,
  ConfirmationTokenReplaced,
  ConfirmationTokenUnknown,
  ConfirmationTokenUsed,
} from './confirmation-token.problems.ts';
export { EMAIL_CHANGE, EMAIL_SECRET_SECONDS, PASSWORD_RESET } from './email-secrets.ts';
export { forgetEndedTokens } from './forget-ended-tokens.ts';
export {
  deviceInWords,
  forgetOldBrowsers,
  listSessions,
  LONGEST_DEVICE_TOKEN,
  revokeSession,
  OpenSession,
  sessionsWordingEn,
  sessionsWordingFr,
} from './sessions/index.ts';
export {
  AddressReplacement,
  lostAddressWordingEn,
  lostAddressWordingFr,
  openReplacementOfAccount,
} from './lost-address/index.ts';
export { demandUsableLink, findEmailLink, useEmailLink, type EmailLink } from './email-link.ts';
export { accountPorts, type AccountPorts } from './account.ports.ts';
export { accountById, addressesOfAccount } from './account.loaders.ts';
export { actorOf, clientOf, takesPasswords } from './actor-of.ts';
export { callerOfSession } from './caller-of-session.ts';
export { identifyCaller } from './identify-caller.ts';
export { holdAccount } from './account-state.ts';
export { openAccount, type NewAccount } from './open-account.ts';
export { importPassword, type ImportedPassword, type PasswordImport } from './old-passwords/index.ts';
export { addRefreshToken, openSession, startSession } from './start-session.ts';
export { demandFreshSignIn, SignInTooOld } from '../../platform/graphql/fresh-sign-in.ts';
export { accountsSendAgain } from './send-again.ts';
export { LIVE_SESSION } from './session-rules.ts';
export { refreshSession } from './refresh-session.ts';
export { endSession } from './end-session.ts';
export { signOut } from './sign-out.ts';
export { signIn, type SignInOutcome } from './sign-in.ts';
export { acceptDocuments, type Acceptance } from './accept-documents.ts';
export { tellEveryAddress } from './tell-every-address.ts';
export { accountHolds, endHolding, recordHolding, recordHoldings, type Holding } from './holdings.ts';
export {
  addressesTaken,
  hashesUnknown,
  IMPORTED_ACCOUNT_KINDS,
  readStagedAccount,
  usernamesTaken,
  writeStagedAccounts,
  type AccountWordsInFiles,
} from './importing/index.ts';
export { addMemberNumber, addMemberNumbers, type MemberNumber } from './add-member-number.ts';
export {
  addressesThatSignIn,
  addressHasAccount,
  addVerifiedAddress,
  verifiedAddressesOf,
  type OwnAddress,
} from './addresses.ts';
export { judgePassword, passwordPolicyFor } from './password-policy.ts';
export { newPasswordFields } from './new-password-fields.ts';
export { hasIdentifier } from './has-identifier.ts';
export { PasswordPolicy } from './password-policy.type.ts';
export { LONGEST_TYPED_PASSWORD } from './password-rules.ts';
export { signInForm } from './sign-in-form.ts';
export { LONGEST_USERNAME } from './username.ts';
export { waysToSignIn } from './ways-on.ts';
export {
  forgetRecoveryRequests,
  formAsksNames,
  passwordResetForm,
  previewPasswordReset,
  recoveryAskedAnswer,
  requestPasswordReset,
  requestUsernameReminder,
  resetPassword,
  usernameReminderForm,
  type PasswordResetPreview,
  type ResetFacts,
  recoveryClaims,
  recoveryWordingEn,
  recoveryWordingFr,
  type RecoveryClaims,
  type RecoveryPerson,
} from './recovery/index.ts';
export {
  forgetHalfDone,
  OwedSecondFactor,
  type OwedTo,
  beginPasskeyRegistration,
  confirmTotp,
  confirmTotpForm,
  demandFreshProof,
  enrollTotp,
  factorsOfAccount,
  latestResetOfAccount,
  SecondFactorReset,
  passkeyForm,
  PasskeysUnavailable,
  SecondFactorExpired,
  regenerateRecoveryCodes,
  registerPasskey,
  removeSecondFactor,
  type FactorFacts,
  type Factors,
  type TotpEnrolment,
  passkeySignInOptions,
  SecondFactorKind,
  secondFactorsWordingEn,
  secondFactorsWordingFr,
  signInWithPasskey,
  verifySecondFactor,
  type FactorVerified,
  type VerifySecondFactor,
} from './second-factors/index.ts';
export { accountsNodes, accountsWordingEn, accountsWordingFr, oldSchemes as oldPasswordSchemes };

export const accountsLetters = [
  ...ownLetters,
  ...recoveryLetters,
  ...secondFactorsLetters,
  ...lostAddressLetters,
  ...addressesLetters,
  ...linkingLetters,
] as const;

export const accountsJobs = [...recoveryJobs, ...secondFactorsJobs, ...lostAddressJobs] as const;

export const accountsEntities: readonly Function[] = [
  AccountEntity,
  AccountAddressEntity,
  SignInIdentifierEntity,
  AccountHoldingEntity,
  SessionEntity,
  RefreshTokenEntity,
  DocumentAcceptanceEntity,
  LanguageChoiceEntity,
  ...recoveryEntities,
  ...secondFactorsEntities,
  ...lostAddressEntities,
  ...sessionsEntities,
  ...addressesEntities,
];

export const accountsResolvers: readonly Function[] = [
  SignInResolver,
  RefreshSessionResolver,
  SignOutResolver,
  ChangePasswordResolver,
  RequestEmailChangeResolver,
  ConfirmEmailResolver,
  RequestEmailConfirmationResolver,
  SetLocaleResolver,
  PasswordPolicyResolver,
  RealmSignInResolver,
  AccountFormsResolver,
  ...recoveryResolvers,
  ...secondFactorsResolvers,
  ...lostAddressResolvers,
  ...sessionsResolvers,
  ...addressesResolvers,
  ...linkingResolvers,
];
