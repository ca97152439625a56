import type { IntentToPayId, InvoiceId } from '../../../../kernel/id.ts';
import type { Parts } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { defineJob, enqueue } from '../../../../platform/jobs/job.ts';
import type { HeldInvoice } from '../../invoices/held-invoice.ts';
import { holdToSettle } from '../../invoices/hold-to-settle.ts';
import { unsettleLines } from '../settle-lines.ts';
import { tellIntentExpired } from './intent.notices.ts';

type Ending = Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>;

const end = statement<{ id: IntentToPayId }>(
  'intent-end-expired',
  `update intent_to_pay set ended_at = $2, ended_why = 'EXPIRED'
   where invoice_id = $1 and ended_at is null and deadline_at < $2 returning id`,
);
const invoiceOf = statement<{ id: InvoiceId }>(
  'intent-invoice',
  'select invoice_id as id from intent_to_pay where id = $1 and ended_at is null',
);

/** Ends an intent whose deadline has passed on a held invoice: what it unlocked is undone, and the payer is told. */
export async function endExpiredIntent(context: Ending, tx: Tx, invoice: HeldInvoice): Promise<void> {
  const ended = await within(tx, end, [invoice.id, context.clock.now()]);
  if (ended.length === 0) return;
  await unsettleLines(context, tx, invoice, { why: 'INTENT_EXPIRED', intentStands: false });
  await tellIntentExpired(context, tx, invoice);
}

/** Acts on an intent whose deadline has passed; staff find it among those overdue whether it ran or not. */
export const endOverdueIntent = defineJob<{ readonly intentId: IntentToPayId }>(
  'end-overdue-intent',
  (parts, { intentId }) =>
    parts.db.transaction(async tx => {
      const [found] = await within(tx, invoiceOf, [intentId]);
      const [invoice] = found ? await holdToSettle(tx, [found.id]) : [];
      if (invoice) await endExpiredIntent(parts, tx, invoice);
    }),
);

/** The queue wakes by the database's clock, and the deadline is judged by the program's: they may differ by so much. */
const SLACK_MS = 60_000;

export const endWhenOverdue = (tx: Tx, intentId: IntentToPayId, deadlineAt: Date): Promise<void> =>
  enqueue(tx, endOverdueIntent, { intentId }, { at: new Date(deadlineAt.getTime() + SLACK_MS) });
