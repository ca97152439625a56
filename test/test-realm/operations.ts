import { mutationsOf } from '../support/mutations.ts';
import { INVITATION, type InvitationSeen } from '../invitations/operations.ts';

export interface TestRealmResult {
  readonly __typename: string;
  readonly message: string;
  readonly now: string;
  readonly outcome: string;
  readonly code: string;
  readonly invitation: InvitationSeen;
  readonly issues: readonly { path: string[]; code: string; message: string }[];
}

export const RESET = `mutation { resetTestData(input: { everything: true }) { __typename ... on ResetTestDataSuccess { now }
  ... on Problem { message } } }`;

const FIELDS = {
  advanceClock: '... on AdvanceClockSuccess { now }',
  issueTestInvitation: `... on IssueTestInvitationSuccess { code invitation { ${INVITATION} } }
    ... on InvitationNotIssued { outcome }`,
} as const;

export const { send, perform } = mutationsOf<keyof typeof FIELDS, TestRealmResult>(
  FIELDS,
  '... on Problem { message } ... on InvalidInput { issues { path code message } }',
);

export const ADVANCE = `mutation ($input: AdvanceClockInput!) { advanceClock(input: $input) { __typename
  ${FIELDS.advanceClock} ... on Problem { message } } }`;
