import type { RemittanceBatchId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { Money } from '../../../../kernel/money.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { actorOf } from '../../../accounts/index.ts';
import { postJournal } from '../post-journal.ts';
import { owedBy } from './posted-by.ts';
import { refuseMovedOn, remittanceFor } from './remittance-for.ts';
import { claimPaidPostings, settledPostings } from './remittance-postings.ts';
import type { RemittanceRow } from './remittance.rows.ts';

export interface MarkRemittancePaid {
  readonly remittanceId: string;
  readonly reference: string;
  /** Today when left out. */
  readonly paidOn: LocalDate | undefined;
  readonly idempotencyKey: string | undefined;
}

export const LONGEST_REFERENCE = 140;

const pay = statement<{ id: string }>(
  'remittance-pay',
  `update remittance_batch set paid_at = $2, paid_on = $3, paid_by = $4, payment_reference = $5
   where id = $1 and approved_at is not null and paid_at is null and reversed_at is null returning id`,
);

interface Paying {
  readonly batch: RemittanceRow;
  readonly reference: string;
  readonly paidOn: LocalDate;
}

/** Records that the money of an approved batch has moved: to the body, or for a claim from it. */
export async function markRemittancePaid(
  context: Context,
  { idempotencyKey: key, ...input }: MarkRemittancePaid,
): Promise<RemittanceBatchId> {
  return await onceAfter(
    context,
    () => judge(context, input),
    { operation: 'markRemittancePaid', key, input },
    (tx, paying) => put(context, tx, paying),
  );
}

async function judge(
  context: Context,
  { remittanceId, reference, paidOn }: Omit<MarkRemittancePaid, 'idempotencyKey'>,
): Promise<Paying> {
  const { batch, today } = await remittanceFor(context, remittanceId, 'markPaid');
  const issues = new InputIssues(context.wording);
  const line = issues.requiredLine('reference', reference, LONGEST_REFERENCE);
  if (paidOn !== undefined && paidOn > today)
    issues.add('paidOn', InputIssueCode.NOT_ALLOWED, 'ledger.remitting.toCome');
  issues.refuseIfAny();
  return { batch, reference: line, paidOn: paidOn ?? today };
}

async function put(
  context: Context,
  tx: Tx,
  { batch: { id, kind, bookId, bodyId, cents }, reference, paidOn }: Paying,
): Promise<RemittanceBatchId> {
  const now = context.clock.now();
  const paid = await within(tx, pay, [id, now, paidOn, actorOf(context).accountId, reference]);
  if (paid.length === 0) await refuseMovedOn(tx, id);
  await postJournal(context, tx, {
    bookId,
    kind: kind === 'CLAIM' ? 'CLAIM_PAID' : 'REMITTANCE',
    causeId: id,
    occurredAt: now,
    occurredOn: paidOn,
    postings:
      kind === 'CLAIM'
        ? claimPaidPostings(bodyId, Money.cad(BigInt(cents)))
        : settledPostings({ kind, bodyId, parts: await owedBy(tx, id) }),
  });
  await recordAudit(context, tx, {
    act: 'markRemittancePaid',
    subjectKind: 'RemittanceBatch',
    subjectId: id,
    associationId: bookId,
    after: { reference, paidOn },
  });
  return id;
}
