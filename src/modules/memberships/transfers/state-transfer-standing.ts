import type { MembershipTransferId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { contextWithin } from '../../../platform/database/context-within.ts';
import { within } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { holdMemberships } from '../hold-membership.ts';
import { refuseOver, transferFor } from './transfer-access.ts';
import { tellStanding } from './transfer.notices.ts';
import type { TransferFacts } from './transfer.rows.ts';
import { TRANSFER_STANDINGS, type TransferStanding } from './transfer-words.ts';

/** Of what the two offices and the member write to each other. */
export const LONGEST_NOTE = 500;

export interface StateTransferStanding {
  readonly transferId: string;
  readonly standing: TransferStanding;
  /** What is owed or open; nothing for good standing. */
  readonly note?: string | null;
  readonly idempotencyKey: string | undefined;
}

const state = statement<{ readonly id: string }>(
  'transfer-state-standing',
  `update membership_transfer set standing = $2, standing_note = $3, standing_at = $4
   where id = $1 and ended_at is null and expires_at >= $4 returning id`,
);

/** The body that is left says whether the member is in good standing. It may say otherwise until it is decided. */
export async function stateTransferStanding(
  context: Context,
  { idempotencyKey: key, ...input }: StateTransferStanding,
): Promise<{ readonly id: MembershipTransferId }> {
  const find = (asked: Context): Promise<TransferFacts> =>
    transferFor(asked, input.transferId, ({ SENDING }) => SENDING);
  return onceAfter(
    context,
    async () => ({ transfer: await find(context), note: judgeNote(context, input) }),
    { operation: 'stateTransferStanding', key, input },
    async (tx, { transfer: { membershipId }, note }) => {
      await holdMemberships(tx, [membershipId]);
      const transfer = await find(contextWithin(context, tx));
      const { standing } = input;
      const stated = await within(tx, state, [transfer.id, standing, note, context.clock.now()]);
      if (stated.length === 0) await refuseOver(context, tx, transfer);
      await recordAudit(context, tx, {
        act: 'stateTransferStanding',
        subjectKind: 'Membership',
        subjectId: transfer.membershipId,
        associationId: transfer.sendingId,
        before: { standing: transfer.standing },
        after: { transferId: transfer.id, standing },
      });
      await tellStanding(context, tx, transfer, standing);
      return { id: transfer.id };
    },
  );
}

function judgeNote(
  { wording }: Pick<Context, 'wording'>,
  { standing, note }: Pick<StateTransferStanding, 'standing' | 'note'>,
): string | null {
  const issues = new InputIssues(wording);
  const words = issues.line('note', note, LONGEST_NOTE);
  if (standing === TRANSFER_STANDINGS.OUTSTANDING && words === null)
    issues.add('note', InputIssueCode.REQUIRED, 'memberships.transfer.issue.note');
  if (standing === TRANSFER_STANDINGS.GOOD && words !== null)
    issues.add('note', InputIssueCode.NOT_ALLOWED, 'memberships.transfer.issue.noteOfGood');
  issues.refuseIfAny();
  return words;
}
