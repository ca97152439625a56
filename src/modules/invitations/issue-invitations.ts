import type { Context } from '../../platform/context.ts';
import { once } from '../../platform/database/idempotency.ts';
import { associationInCare } from './association-in-care.ts';
import { issueJudged, judgeRow, stationeryByLocale, type IssuedRow } from './issue-rows.ts';
import type { InvitationDraft } from './read-draft.ts';

export const MOST_ROWS = 250;

export interface IssueInvitations {
  readonly associationId: string;
  readonly invitations: readonly InvitationDraft[];
  readonly idempotencyKey?: string | undefined;
}

/** Invites up to 250 people at once. A row that cannot be sent does not hold up the others. */
export async function issueInvitations(
  context: Context,
  { idempotencyKey: key, ...input }: IssueInvitations,
): Promise<readonly IssuedRow[]> {
  const association = await associationInCare(context, input.associationId);
  const judged = await Promise.all(input.invitations.map(draft => judgeRow(context, association, draft)));
  const stationery = await stationeryByLocale(context, association);

  const act = 'issueInvitations';
  return once(context, { operation: act, key, input }, tx =>
    issueJudged(context, tx, judged, { act, stationery }),
  );
}
