/**
 * What people prove beside their password: apps, passkeys, and codes on paper; a room of accounts.
 *
 * Responsible for: adding and taking off second factors, asking for one when somebody signs in, signing in by a
 * passkey alone, and what happens when the device is lost.
 * Not responsible for: passwords and sessions (accounts), which staff roles rest without a factor (associations).
 */
import { AccountFactorsResolver } from './account-factors.graphql.ts';
import { BeginPasskeyRegistrationResolver } from './begin-passkey-registration.graphql.ts';
import { ConfirmTotpResolver } from './confirm-totp.graphql.ts';
import { ContestSecondFactorResetResolver } from './contest-second-factor-reset.graphql.ts';
import { EnrollTotpResolver } from './enroll-totp.graphql.ts';
import { FactorResetEntity } from './factor-reset.entity.ts';
import { factorResetAsked, factorResetContested, factorResetDone } from './factor-reset.mails.ts';
import { finishFactorResetJob } from './finish-factor-reset.ts';
import { PasskeyEntity, SpentPasskeyChallengeEntity } from './passkey.entity.ts';
import { PendingSignInEntity } from './pending-sign-in.entity.ts';
import { RecoveryCodeEntity } from './recovery-code.entity.ts';
import { RegenerateRecoveryCodesResolver } from './regenerate-recovery-codes.graphql.ts';
import { RegisterPasskeyResolver } from './register-passkey.graphql.ts';
import { RemoveSecondFactorResolver } from './remove-second-factor.graphql.ts';
import { ResetSecondFactorsResolver } from './reset-second-factors.graphql.ts';
import { factorAdded, factorRemoved, recoveryCodesRenewed, recoveryCodeUsed } from './second-factor.mails.ts';
import { SignInWithPasskeyResolver } from './sign-in-with-passkey.graphql.ts';
import { TotpFactorEntity } from './totp-factor.entity.ts';
import { VerifySecondFactorResolver } from './verify-second-factor.graphql.ts';

export { latestResetOfAccount } from './asked-reset.ts';
export { SecondFactorReset } from './factor-reset.type.ts';
export { beginPasskeyRegistration } from './begin-passkey-registration.ts';
export { confirmTotp } from './confirm-totp.ts';
export { demandFreshProof } from './demand-fresh-proof.ts';
export { enrollTotp, type TotpEnrolment } from './enroll-totp.ts';
export { factorsOfAccount, type FactorFacts, type Factors } from './factors-of-account.ts';
export { regenerateRecoveryCodes } from './regenerate-recovery-codes.ts';
export { registerPasskey } from './register-passkey.ts';
export { removeSecondFactor } from './remove-second-factor.ts';
export { confirmTotpForm, passkeyForm } from './second-factor-forms.ts';
export { PasskeysUnavailable, SecondFactorExpired } from './second-factor.problems.ts';
export { forgetHalfDone } from './forget-half-done.ts';
export { OwedSecondFactor, type OwedTo } from './owed-factor.type.ts';
export { passkeySignInOptions } from './passkey-sign-in-options.ts';
export { SecondFactorKind } from './second-factor.enums.ts';
export { secondFactorsWordingEn } from './second-factors.wording.en.ts';
export { secondFactorsWordingFr } from './second-factors.wording.fr.ts';
export { signInWithPasskey } from './sign-in-with-passkey.ts';
export { verifySecondFactor, type FactorVerified, type VerifySecondFactor } from './verify-second-factor.ts';

export const secondFactorsEntities: readonly Function[] = [
  TotpFactorEntity,
  PasskeyEntity,
  SpentPasskeyChallengeEntity,
  RecoveryCodeEntity,
  PendingSignInEntity,
  FactorResetEntity,
];

export const secondFactorsResolvers: readonly Function[] = [
  VerifySecondFactorResolver,
  EnrollTotpResolver,
  ConfirmTotpResolver,
  BeginPasskeyRegistrationResolver,
  RegisterPasskeyResolver,
  SignInWithPasskeyResolver,
  RemoveSecondFactorResolver,
  RegenerateRecoveryCodesResolver,
  ResetSecondFactorsResolver,
  ContestSecondFactorResetResolver,
  AccountFactorsResolver,
];

export const secondFactorsLetters = [
  factorAdded,
  factorRemoved,
  recoveryCodeUsed,
  recoveryCodesRenewed,
  factorResetAsked,
  factorResetDone,
  factorResetContested,
] as const;

export const secondFactorsJobs = [finishFactorResetJob] as const;
