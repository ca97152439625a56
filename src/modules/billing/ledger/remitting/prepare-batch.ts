import { dayAt } from '../../../../kernel/deadline.ts';
import { fromPublicId, newId, type AssociationId, type RemittanceBatchId } from '../../../../kernel/id.ts';
import { addDays, localDate, type LocalDate } from '../../../../kernel/local-date.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { Forbidden } from '../../../../platform/graphql/faults.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { actorOf } from '../../../accounts/index.ts';
import { associationInReach, bodyForStaff } from '../../../associations/index.ts';
import { freezeLetterheads } from '../../invoices/letterhead.ts';
import type { RemittanceKind } from '../ledger-words.ts';
import { STATEMENT_LAYOUT } from '../statements/print-statement.ts';

/** Up to the end of which day what a body is owed is gathered, and how the period is named. */
export interface PrepareBatch {
  readonly bookId: string;
  readonly bodyId: string;
  readonly from: LocalDate;
  /** The last day. */
  readonly to: LocalDate;
  readonly idempotencyKey: string | undefined;
}

/** A period that ends later has no day after it in the calendar. */
const LAST_DAY = localDate('9900-12-31');

interface Book {
  readonly id: AssociationId;
  readonly timeZone: string;
}

interface Prepared {
  readonly id: RemittanceBatchId;
  /** What the body is owed by all that was gathered; below zero it owes. */
  readonly net: bigint;
}

const hold = statement('remittance-hold-book', 'select from association where id = $1 for no key update');

// In one statement, so that what is added up is what is taken. What remittances themselves posted names no line.
const gather = statement<{ net: string; prepared: boolean }>(
  'remittance-gather',
  `with gathered as (
     select e.id, e.cents, j.occurred_at from ledger_entry e join journal j on j.id = e.journal_id
     where e.book_id = $2 and e.body_id = $3 and e.account in ('OWED', 'TAX') and e.line_id is not null
       and e.posted_on < $6::date
       and not exists (select from remittance_item i where i.entry_id = e.id and i.released_at is null)),
   net as (select -coalesce(sum(cents), 0) as cents from gathered),
   batch as (
     insert into remittance_batch (id, book_id, body_id, kind, period_from, period_to, cents, prepared_at, prepared_by,
       book_letterhead_id, body_letterhead_id, layout)
     select $1, $2, $3, $4, $5::date, $6::date, abs(net.cents), $7, $8, $9, $10, $11 from net
     where case $4 when 'REMITTANCE' then net.cents > 0 else net.cents < 0 end
     returning id),
   items as (
     insert into remittance_item (batch_id, entry_id, occurred_at)
     select batch.id, gathered.id, gathered.occurred_at from batch, gathered)
   select net.cents::text as net, exists (select from batch) as prepared from net`,
);

/**
 * Gathers every entry of a body that stands in no batch into a new one: also what was refunded, returned or lost since
 * the last one, which so claws itself back. `refuseNet` says why nothing was prepared. Two who prepare at once stand in
 * line, and the second finds nothing left.
 */
export async function prepareBatch(
  context: Context,
  { kind, operation }: { readonly kind: RemittanceKind; readonly operation: string },
  { idempotencyKey: key, ...input }: PrepareBatch,
  refuseNet: (net: bigint) => never,
): Promise<RemittanceBatchId> {
  const id = fromPublicId('Association', input.bookId);
  const book = id && (await bodyForStaff(context, 'REMIT', id));
  if (!book) throw new Forbidden('STAFF');
  return await onceAfter(
    context,
    () => judge(context, book, input),
    { operation, key, input },
    async (tx, bodyId) => {
      const wanted = { ...input, bookId: book.id, bodyId };
      const { id: batchId, net } = await put(context, tx, kind, wanted, refuseNet);
      await recordAudit(context, tx, {
        act: operation,
        subjectKind: 'RemittanceBatch',
        subjectId: batchId,
        associationId: book.id,
        after: { bodyId, from: input.from, to: input.to, net: net.toString() },
      });
      return batchId;
    },
  );
}

async function judge(
  context: Context,
  { id: bookId, timeZone }: Book,
  { bodyId, from, to }: Pick<PrepareBatch, 'bodyId' | 'from' | 'to'>,
): Promise<AssociationId> {
  const id = fromPublicId('Association', bodyId);
  const body = id && (await associationInReach(context, id));
  if (!body) throw new Forbidden('STAFF');
  const issues = new InputIssues(context.wording);
  const today = dayAt(timeZone, context.clock.now());
  if (body.id === bookId) issues.add('bodyId', InputIssueCode.NOT_ALLOWED, 'ledger.remitting.toItself');
  if (from > today) issues.add('from', InputIssueCode.NOT_ALLOWED, 'ledger.remitting.toCome');
  else if (to > LAST_DAY) issues.add('to', InputIssueCode.NOT_ALLOWED, 'ledger.remitting.toCome');
  else if (to < from) issues.add('to', InputIssueCode.NOT_ALLOWED, 'ledger.remitting.order');
  issues.refuseIfAny();
  return body.id;
}

async function put(
  context: Context,
  tx: Tx,
  kind: RemittanceKind,
  wanted: { bookId: AssociationId; bodyId: AssociationId; from: LocalDate; to: LocalDate },
  refuseNet: (net: bigint) => never,
): Promise<Prepared> {
  const { clock, random } = context;
  const id = newId<'RemittanceBatch'>(clock, random);
  await within(tx, hold, [wanted.bookId]);
  const letterheadOf = await freezeLetterheads(tx, [wanted.bookId, wanted.bodyId]);
  const [gathered] = await within(tx, gather, [
    ...[id, wanted.bookId, wanted.bodyId, kind, wanted.from, addDays(wanted.to, 1)],
    ...[clock.now(), actorOf(context).accountId],
    ...[letterheadOf(wanted.bookId).id, letterheadOf(wanted.bodyId).id, STATEMENT_LAYOUT],
  ]);
  const net = BigInt(gathered?.net ?? 0);
  if (gathered?.prepared !== true) refuseNet(net);
  return { id, net };
}
