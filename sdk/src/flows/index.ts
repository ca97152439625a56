/** Thin readers of processes that the service owns: a snapshot to draw, a subscription, acts. */
export type {
  Answers,
  InvitationEnding,
  InvitationFlow,
  InvitationProblem,
  InvitationSnapshot,
} from './invitation-flow.ts';
export { judgePassword, type JudgedRule } from './judge-password.ts';
export { openInvitation, type OpenInvitation } from './open-invitation.ts';
export { readForm } from './read-form.ts';
export { refusal, type FieldIssue, type Refusal } from './refusal.ts';
export { takeFragment } from './take-fragment.ts';
