import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { Forbidden } from '../../platform/graphql/faults.ts';
import { refuse } from '../../platform/problem.ts';
import { associationOfClient } from '../associations/index.ts';
import { inviteForNobody, type InvitationDraft, type IssuedCode } from '../invitations/index.ts';
import { InvitationNotIssued } from './test-realm.problems.ts';

export interface IssueTestInvitation {
  readonly associationId: string;
  readonly invitation: InvitationDraft;
  readonly idempotencyKey?: string | undefined;
}

/** Invites somebody without anybody signed in, and tells the code, so that a test needs no mailbox. */
export async function issueTestInvitation(
  context: Context,
  { associationId, invitation, idempotencyKey: key }: IssueTestInvitation,
): Promise<IssuedCode> {
  const id = fromPublicId('Association', associationId);
  const association = id && (await associationOfClient(context, id));
  // Absent, of another tree and above the client are the same answer.
  if (!association) throw new Forbidden('TEST_CLIENT');

  return inviteForNobody(context, association, invitation, {
    operation: 'issueTestInvitation',
    key,
    refuse: outcome => refuse(new InvitationNotIssued(outcome, context.wording)),
  });
}
