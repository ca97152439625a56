/** Thin readers of processes that the service owns: a snapshot to draw, a subscription, acts. */
export type {
  Answers,
  InvitationEnding,
  InvitationFlow,
  InvitationProblem,
  InvitationSnapshot,
} from './invitation-flow.ts';
export { openInvitation, type OpenInvitation } from './open-invitation.ts';
export { readForm } from './read-form.ts';
export type { Refusal } from './refusal.ts';
export { takeFragment } from './take-fragment.ts';
