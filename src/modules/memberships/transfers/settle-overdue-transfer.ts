import { stopped } from '../../../kernel/clock.ts';
import type { MembershipTransferId } from '../../../kernel/id.ts';
import type { Context, Parts } from '../../../platform/context.ts';
import { contextWithin } from '../../../platform/database/context-within.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { openLoaders } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import { defineJob, enqueue } from '../../../platform/jobs/job.ts';
import { Refusal } from '../../../platform/problem.ts';
import { associationById } from '../../associations/index.ts';
import { demandShownEffect } from '../shown-effect.ts';
import { completeTransfer } from './complete-transfer.ts';
import { demandHeld, holdTransfer } from './hold-transfer.ts';
import { planOfTransfer } from './plan-of-transfer.ts';
import { changeOf } from './plan-transfer.ts';
import { tellOverdue } from './transfer.notices.ts';
import { acceptsBySilence, needsStanding } from './transfer.policy.ts';
import { TransferNotPossible } from './transfer.problems.ts';
import { transferById, type TransferFacts } from './transfer.rows.ts';
import { stateOfTransfer } from './transfer-times.ts';

const remind = statement<{ readonly id: string }>(
  'transfer-remind',
  `update membership_transfer set reminded_at = $2
   where id = $1 and ended_at is null and reminded_at is null returning id`,
);
const overtake = statement(
  'transfer-overtake',
  `update membership_transfer set ended_at = $2, ended_why = 'OVERTAKEN' where id = $1 and ended_at is null`,
);

interface Overdue {
  readonly transferId: MembershipTransferId;
}

/**
 * What becomes of a request when the time to answer is over: it is accepted where the body that receives has chosen so
 * and nothing forbids it, or the offices that have not answered are reminded, once.
 */
export const settleOverdueTransfer = defineJob<Overdue>(
  'settle-overdue-transfer',
  async (parts, { transferId }) => {
    try {
      await parts.db.transaction(tx => settle(parts, tx, transferId, 'SILENCE'));
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      // It cannot be accepted as it is: somebody has to look at it.
      await parts.db.transaction(tx => settle(parts, tx, transferId, 'REMIND'));
    }
  },
);

/** The queue wakes by the database's clock, which may be ahead of the program's. */
const SLACK_MS = 60_000;

export const settleWhenOverdue = (tx: Tx, transferId: MembershipTransferId, answerBy: Date): Promise<void> =>
  enqueue(tx, settleOverdueTransfer, { transferId }, { at: new Date(answerBy.getTime() + SLACK_MS) });

async function settle(
  parts: Parts,
  tx: Tx,
  transferId: MembershipTransferId,
  by: 'SILENCE' | 'REMIND',
): Promise<void> {
  const asked = await contextWithin(houseContext(parts), tx).load(transferById, transferId);
  if (!asked) throw new Error('a transfer is gone that was asked for');
  const context = contextWithin(houseContext(parts), tx);
  const held = await holdTransfer(context, tx, asked);
  const inside = contextWithin({ ...context, clock: stopped(context.clock) }, tx);
  const transfer = await inside.load(transferById, transferId);
  const now = inside.clock.now();
  if (!transfer || stateOfTransfer(transfer, now) !== 'PENDING' || now <= transfer.answerBy) return;
  await demandHeld(inside, transfer, held);
  if (by === 'SILENCE' && (await isAcceptedBySilence(inside, transfer))) await accept(inside, tx, transfer);
  else if (await isPossible(inside, transfer)) {
    if ((await within(tx, remind, [transferId, now])).length === 1) await tellOverdue(inside, tx, transfer);
  } else await within(tx, overtake, [transferId, now]);
}

async function isAcceptedBySilence(context: Context, transfer: TransferFacts): Promise<boolean> {
  const receiving = await context.load(associationById, transfer.receivingId);
  if (!receiving) throw new Error('a transfer names a body that is gone');
  const { transferAcceptance } = receiving;
  return acceptsBySilence(transferAcceptance, needsStanding(transfer, transfer.askedBy), transfer.standing);
}

async function accept(context: Context, tx: Tx, transfer: TransferFacts): Promise<void> {
  const plan = await planOfTransfer(context, transfer);
  // Nobody has agreed to another amount than the one that was shown.
  const effect = await demandShownEffect(context, changeOf(plan), Number(transfer.shownCents));
  const why = 'ACCEPTED_BY_SILENCE';
  await completeTransfer(context, tx, { transfer, plan, effect, memberNumber: null, why });
}

async function isPossible(context: Context, transfer: TransferFacts): Promise<boolean> {
  try {
    await planOfTransfer(context, transfer);
    return true;
  } catch (fault) {
    if (fault instanceof Refusal && fault.problem instanceof TransferNotPossible)
      return fault.problem.why !== 'NOT_MEMBER' && fault.problem.why !== 'DECEASED';
    throw fault;
  }
}

/** Nobody is signed in: rules that ask who acts do not belong into a job. */
function houseContext(parts: Parts): Context {
  const context: Context = {
    ...parts,
    client: null,
    actor: null,
    visitor: { address: 'worker', userAgent: null, origin: null },
    locale: 'fr-CA',
    wording: parts.wordings.in('fr-CA'),
    requestId: 'worker',
    load: openLoaders(() => context),
  };
  return context;
}
