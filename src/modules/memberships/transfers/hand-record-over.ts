import { startOfDay } from '../../../kernel/deadline.ts';
import type { AssociationId, MembershipTransferId, PersonId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { defineJob, enqueue } from '../../../platform/jobs/job.ts';
import { handPersonOver } from '../../people/index.ts';

interface Accepted {
  readonly personId: PersonId;
  readonly sendingId: AssociationId;
  readonly receivingId: AssociationId;
}

const accepted = statement<Accepted>(
  'transfer-accepted',
  `select m.person_id as "personId", t.sending_id as "sendingId", t.receiving_id as "receivingId"
   from membership_transfer t join membership m on m.id = t.membership_id
   where t.id = $1 and t.effective_on is not null`,
);

/**
 * From its day on the body that receives keeps the person's record: the other one goes on reading its own membership
 * and nothing of what comes after. A record that a third body keeps stays there.
 */
async function handRecordOver(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  transferId: MembershipTransferId,
): Promise<void> {
  const [transfer] = await within(tx, accepted, [transferId]);
  if (!transfer) throw new Error('a record is handed over by a transfer that was accepted');
  const { personId, sendingId, receivingId } = transfer;
  if (!(await handPersonOver(tx, { personId, from: sendingId, to: receivingId }))) return;
  await recordAudit(parts, tx, {
    act: 'handRecordOver',
    subjectKind: 'Person',
    subjectId: personId,
    associationId: receivingId,
    before: { associationId: sendingId },
    after: { associationId: receivingId, transferId },
  });
}

export const handOverOnTheDay = defineJob<{ readonly transferId: MembershipTransferId }>(
  'hand-transferred-record-over',
  (parts, { transferId }) => parts.db.transaction(tx => handRecordOver(parts, tx, transferId)),
);

/** The queue wakes by the database's clock, which may be ahead of the program's. */
const SLACK_MS = 60_000;

/** At once, or when the day begins. */
export async function handOverWhenDue(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  {
    transferId,
    on,
    zone,
  }: { readonly transferId: MembershipTransferId; readonly on: LocalDate; readonly zone: string },
): Promise<void> {
  const begins = startOfDay(on, zone);
  if (begins <= parts.clock.now()) await handRecordOver(parts, tx, transferId);
  else await enqueue(tx, handOverOnTheDay, { transferId }, { at: new Date(begins.getTime() + SLACK_MS) });
}
