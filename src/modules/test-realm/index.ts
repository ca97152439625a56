/**
 * What a partner's automatic tests may do to a test realm: begin again, move time on, invite somebody and have the code.
 *
 * Responsible for: those three acts, and that nobody performs them in a live realm or without a secret key.
 * Not responsible for: the demonstration itself (plugged in), how clocks and queues follow (platform), invitations.
 */
import { AdvanceClockResolver } from './advance-clock.graphql.ts';
import { IssueTestInvitationResolver } from './issue-test-invitation.graphql.ts';
import { ResetTestDataResolver } from './reset-test-data.graphql.ts';

export { testRealmPorts, type TestRealmPorts } from './test-realm.ports.ts';
export { testRealmWordingEn } from './test-realm.wording.en.ts';
export { testRealmWordingFr } from './test-realm.wording.fr.ts';

export const testRealmResolvers: readonly Function[] = [
  ResetTestDataResolver,
  AdvanceClockResolver,
  IssueTestInvitationResolver,
];
