import { stopped } from '../../../kernel/clock.ts';
import type { MembershipTransferId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { contextWithin } from '../../../platform/database/context-within.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { demandShownEffect } from '../shown-effect.ts';
import { completeTransfer } from './complete-transfer.ts';
import { changeOf } from './plan-transfer.ts';
import { LONGEST_NOTE } from './state-transfer-standing.ts';
import { refuseOver, transferFor } from './transfer-access.ts';
import { demandHeld, holdTransfer } from './hold-transfer.ts';
import { planOfTransfer } from './plan-of-transfer.ts';
import { tellRefused } from './transfer.notices.ts';
import { needsStanding } from './transfer.policy.ts';
import { TransferNeedsStanding } from './transfer.problems.ts';
import type { TransferFacts } from './transfer.rows.ts';
import { stateOfTransfer } from './transfer-times.ts';
import type { TransferDecision } from './transfer-words.ts';

export const LONGEST_MEMBER_NUMBER = 40;

export interface DecideTransfer {
  readonly transferId: string;
  readonly decision: TransferDecision;
  /** Told to the member with a refusal. */
  readonly reason?: string | null;
  /** For whoever never was a member there; the number that they have, where it is left out. */
  readonly memberNumber?: string | null;
  /** What it costs or gives back, as whoever accepts has seen it; nothing for a refusal. */
  readonly shownTotalCents?: number | null;
  readonly idempotencyKey: string | undefined;
}

interface Words {
  readonly reason: string | null;
  readonly memberNumber: string | null;
  readonly shownTotalCents: number;
}

const end = statement<{ readonly id: string }>(
  'transfer-refuse',
  `update membership_transfer set ended_at = $2, ended_why = 'REFUSED', reason = $3
   where id = $1 and ended_at is null and expires_at >= $2 returning id`,
);

/** The body that receives accepts, and the member passes over; or it refuses, and nothing changes. */
export async function decideTransfer(
  context: Context,
  { idempotencyKey: key, ...input }: DecideTransfer,
): Promise<{ readonly id: MembershipTransferId }> {
  const find = (asked: Context): Promise<TransferFacts> =>
    transferFor(asked, input.transferId, ({ RECEIVING }) => RECEIVING);
  return onceAfter(
    context,
    async () => ({ transfer: await find(context), words: judge(context, input) }),
    { operation: 'decideTransfer', key, input },
    async (tx, { transfer: { membershipId, personId, receivingId }, words }) => {
      const held = await holdTransfer(context, tx, { membershipId, personId, receivingId });
      // One instant for all of it: no page shows a member of neither body.
      const inside = contextWithin({ ...context, clock: stopped(context.clock) }, tx);
      const transfer = await find(inside);
      if (stateOfTransfer(transfer, inside.clock.now()) !== 'PENDING') await refuseOver(inside, tx, transfer);
      await demandHeld(inside, transfer, held);
      if (input.decision === 'ACCEPT') await accept(inside, tx, transfer, words);
      else await refuseTransfer(inside, tx, transfer, words.reason);
      return { id: transfer.id };
    },
  );
}

function judge({ wording }: Pick<Context, 'wording'>, input: Omit<DecideTransfer, 'idempotencyKey'>): Words {
  const issues = new InputIssues(wording);
  const accepts = input.decision === 'ACCEPT';
  const reason = issues.line('reason', input.reason, LONGEST_NOTE);
  const memberNumber = issues.line('memberNumber', input.memberNumber, LONGEST_MEMBER_NUMBER);
  const blame = (field: string, sentence: string): void =>
    issues.add(field, InputIssueCode.NOT_ALLOWED, `memberships.transfer.issue.${sentence}`);
  if (accepts && reason !== null) blame('reason', 'reasonOfAcceptance');
  if (!accepts && memberNumber !== null) blame('memberNumber', 'numberOfRefusal');
  if (accepts && input.shownTotalCents == null) issues.add('shownTotalCents', InputIssueCode.REQUIRED);
  issues.refuseIfAny();
  return { reason, memberNumber, shownTotalCents: input.shownTotalCents ?? 0 };
}

async function accept(
  context: Context,
  tx: Tx,
  transfer: TransferFacts,
  { memberNumber, shownTotalCents }: Words,
): Promise<void> {
  if (needsStanding(transfer, transfer.askedBy) && transfer.standing === null)
    refuse(new TransferNeedsStanding());
  const plan = await planOfTransfer(context, transfer);
  const effect = await demandShownEffect(context, changeOf(plan), shownTotalCents);
  await completeTransfer(context, tx, { transfer, plan, effect, memberNumber, why: 'ACCEPTED' });
}

async function refuseTransfer(
  context: Context,
  tx: Tx,
  transfer: TransferFacts,
  reason: string | null,
): Promise<void> {
  const refused = await within(tx, end, [transfer.id, context.clock.now(), reason]);
  if (refused.length === 0) await refuseOver(context, tx, transfer);
  await recordAudit(context, tx, {
    act: 'decideTransfer',
    subjectKind: 'Membership',
    subjectId: transfer.membershipId,
    associationId: transfer.receivingId,
    after: { transferId: transfer.id, state: 'REFUSED' },
  });
  await tellRefused(context, tx, transfer, reason);
}
