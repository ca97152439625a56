import { dayAt } from '../../../kernel/deadline.ts';
import { newId, type MembershipTransferId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { contextWithin } from '../../../platform/database/context-within.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { holdMemberships } from '../hold-membership.ts';
import type { MoneyEffect } from '../money.ports.ts';
import { demandShownEffect } from '../shown-effect.ts';
import { settleWhenOverdue } from './settle-overdue-transfer.ts';
import { changeAsked, membershipsIn } from './plan-transfer.ts';
import { timesOf } from './transfer-times.ts';
import { tellAsked } from './transfer.notices.ts';
import { TransferOpen } from './transfer.problems.ts';
import { transferById } from './transfer.rows.ts';
import { readTransfer, type AskedTransfer, type TypedTransfer } from './wanted-transfer.ts';

export interface RequestTransfer extends TypedTransfer {
  /** What it costs or gives back, as whoever asks has seen it. */
  readonly shownTotalCents: number;
  readonly idempotencyKey: string | undefined;
}

const endExpired = statement(
  'transfer-end-expired',
  `update membership_transfer set ended_at = expires_at, ended_why = 'EXPIRED'
   where membership_id = $1 and ended_at is null and expires_at < $2`,
);
// Of two at once the index lets one through.
const add = statement<{ readonly id: string }>(
  'transfer-add',
  `insert into membership_transfer (id, membership_id, sending_id, receiving_id, class_id, wanted_on, asked_by, asked_at,
     shown_cents, answer_by, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   on conflict (membership_id) where ended_at is null do nothing returning id`,
);
const open = statement<{ readonly expiresAt: Date }>(
  'transfer-open',
  'select expires_at as "expiresAt" from membership_transfer where membership_id = $1 and ended_at is null',
);

/** Asks both bodies for a transfer. Nothing changes until the one that receives has decided. */
export async function requestTransfer(
  context: Context,
  { idempotencyKey: key, ...input }: RequestTransfer,
): Promise<{ readonly id: MembershipTransferId }> {
  return onceAfter(
    context,
    () => readTransfer(context, input),
    { operation: 'requestTransfer', key, input },
    async (tx, asked) => {
      await holdMemberships(tx, membershipsIn(asked));
      const inside = contextWithin(context, tx);
      const wanted = await readTransfer(inside, input);
      const effect = await demandShownEffect(inside, changeAsked(wanted), input.shownTotalCents);
      return { id: await put(inside, tx, wanted, effect) };
    },
  );
}

async function put(
  context: Context,
  tx: Tx,
  wanted: AskedTransfer,
  effect: MoneyEffect,
): Promise<MembershipTransferId> {
  const { membership, receiving, memberClass, on, askedBy } = wanted;
  const { clock, random } = context;
  const now = clock.now();
  const { answerBy, expiresAt } = timesOf(dayAt(receiving.timeZone, now), receiving.timeZone);
  await within(tx, endExpired, [membership.id, now]);
  const id = newId<'MembershipTransfer'>(clock, random);
  const places = [membership.id, membership.associationId, receiving.id, memberClass.id];
  const added = await within(tx, add, [
    ...[id, ...places, on, askedBy, now],
    ...[effect.total.cents.toString(), answerBy, expiresAt],
  ]);
  if (added.length === 0) {
    const [standing] = await within(tx, open, [membership.id]);
    if (!standing) throw new Error('a transfer neither is open nor can be opened');
    refuse(new TransferOpen(standing.expiresAt));
  }
  await settleWhenOverdue(tx, id, answerBy);
  await recordAudit(context, tx, {
    act: 'requestTransfer',
    subjectKind: 'Membership',
    subjectId: membership.id,
    associationId: membership.associationId,
    after: { transferId: id, receivingId: receiving.id, classId: memberClass.id, on, askedBy, answerBy },
  });
  const transfer = await context.load(transferById, id);
  if (!transfer) throw new Error('a transfer is gone that was just written');
  await tellAsked(context, tx, transfer);
  return id;
}
