import type { IntentToPayId, InvoiceId } from '../../../../kernel/id.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { refuse } from '../../../../platform/problem.ts';
import { holdToSettle } from '../../invoices/hold-to-settle.ts';
import { payingInvoiceFor } from '../paying-invoice.ts';
import { unsettleLines } from '../settle-lines.ts';
import { NoIntentStands } from './intent.problems.ts';

export interface WithdrawIntentToPay {
  readonly invoiceId: string;
  readonly idempotencyKey: string | undefined;
}

const end = statement<{ id: IntentToPayId }>(
  'intent-withdraw',
  `update intent_to_pay set ended_at = $2, ended_why = 'WITHDRAWN' where invoice_id = $1 and ended_at is null
   returning id`,
);

/** Takes an intent back, and with it what it unlocked. */
export const withdrawIntentToPay = (
  context: Context,
  { idempotencyKey: key, ...input }: WithdrawIntentToPay,
): Promise<{ readonly invoiceId: InvoiceId }> =>
  onceAfter(
    context,
    async () => (await payingInvoiceFor(context, input.invoiceId)).invoice,
    { operation: 'withdrawIntentToPay', key, input },
    (tx, invoice) => withdraw(context, tx, invoice.id),
  );

async function withdraw(
  context: Context,
  tx: Tx,
  invoiceId: InvoiceId,
): Promise<{ readonly invoiceId: InvoiceId }> {
  const [invoice] = await holdToSettle(tx, [invoiceId]);
  if (!invoice) throw new Error('an invoice was lost while an intent to pay it was withdrawn');
  const ended = await within(tx, end, [invoiceId, context.clock.now()]);
  if (ended.length === 0) refuse(new NoIntentStands());
  await unsettleLines(context, tx, invoice, { why: 'INTENT_WITHDRAWN', intentStands: false });
  await recordAudit(context, tx, {
    act: 'withdrawIntentToPay',
    subjectKind: 'Invoice',
    subjectId: invoiceId,
    associationId: invoice.issuerId,
    after: { intentId: ended[0]?.id },
  });
  return { invoiceId };
}
