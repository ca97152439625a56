import type { Parts } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

const moveAccepted = statement<{ id: string }>(
  'invitations-take-over-accepted',
  'update invitation set accepted_by_account_id = $2 where accepted_by_account_id = $1 returning id',
);

const moveSent = statement<{ id: string }>(
  'invitations-take-over-sent',
  'update invitation set inviter_account_id = $2 where inviter_account_id = $1 returning id',
);

const moveRuns = statement(
  'invitations-take-over-runs',
  'update invitation_run set acting_account_id = $2 where acting_account_id = $1',
);

/** Whoever accepted or sent them is told, and loses a role that is disputed, in the account that they have now. */
export async function takeOverInvitations(
  _parts: Pick<Parts, 'clock'>,
  tx: Tx,
  { kept, other }: { readonly kept: string; readonly other: string },
): Promise<{ readonly invitations: number }> {
  const accepted = await within(tx, moveAccepted, [other, kept]);
  const sent = await within(tx, moveSent, [other, kept]);
  await within(tx, moveRuns, [other, kept]);
  return { invitations: accepted.length + sent.length };
}
