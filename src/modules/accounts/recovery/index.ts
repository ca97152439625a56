/** Getting in without a password: first access, forgotten password, forgotten username. */
import { answerRecovery } from './answer-recovery.ts';
import { PasswordResetResolver } from './password-reset.graphql.ts';
import { RealmRecoveryResolver } from './realm-recovery.graphql.ts';
import { RecoveryRequestEntity } from './recovery-request.entity.ts';
import { RequestPasswordResetResolver } from './request-password-reset.graphql.ts';
import { RequestUsernameReminderResolver } from './request-username-reminder.graphql.ts';
import { ResetPasswordResolver } from './reset-password.graphql.ts';

export { previewPasswordReset, type PasswordResetPreview } from './preview-password-reset.ts';
export { formAsksNames } from './read-names.ts';
export { recoveryAskedAnswer } from './recovery-answer.ts';
export { passwordResetForm, usernameReminderForm } from './recovery-forms.ts';
export { requestPasswordReset } from './request-password-reset.ts';
export { requestUsernameReminder } from './request-username-reminder.ts';
export { resetPassword } from './reset-password.ts';
export { type ResetFacts } from './reset-token.ts';
export { forgetRecoveryRequests } from './forget-recovery-requests.ts';
export { recoveryClaims, type RecoveryClaims, type RecoveryPerson } from './recovery-claims.ts';
export { recoveryLetters } from './recovery.mails.ts';
export { recoveryWordingEn } from './recovery.wording.en.ts';
export { recoveryWordingFr } from './recovery.wording.fr.ts';

export const recoveryEntities: readonly Function[] = [RecoveryRequestEntity];

export const recoveryJobs = [answerRecovery] as const;

export const recoveryResolvers: readonly Function[] = [
  RequestPasswordResetResolver,
  PasswordResetResolver,
  ResetPasswordResolver,
  RequestUsernameReminderResolver,
  RealmRecoveryResolver,
];
