/** Thin readers of processes that the service owns: a snapshot to draw, a subscription, acts. */
export type { Acting, Flow } from './acts.ts';
export type { MailActs, Mailed } from './ask-for-mail.ts';
export {
  openEnrolment,
  type EnrolmentFlow,
  type EnrolmentProblem,
  type EnrolmentSnapshot,
} from './enrolment-flow.ts';
export type {
  Answers,
  InvitationEnding,
  InvitationFlow,
  InvitationProblem,
  InvitationSnapshot,
} from './invitation-flow.ts';
export { judgePassword, type JudgedRule } from './judge-password.ts';
export { openInvitation, type OpenInvitation } from './open-invitation.ts';
export type { PasskeyFault } from './passkey-fault.ts';
export {
  openPasswordReset,
  type OpenPasswordReset,
  type PasswordResetFlow,
  type PasswordResetProblem,
  type PasswordResetSnapshot,
} from './password-reset-flow.ts';
export { readForm } from './read-form.ts';
export { refusal, type FieldIssue, type Refusal } from './refusal.ts';
export {
  openSignIn,
  type OpenSignIn,
  type SignInFlow,
  type SignInProblem,
  type SignInSnapshot,
} from './sign-in-flow.ts';
export { takeFragment } from './take-fragment.ts';
export {
  openUsernameReminder,
  type UsernameReminderFlow,
  type UsernameReminderProblem,
  type UsernameReminderSnapshot,
} from './username-reminder-flow.ts';
