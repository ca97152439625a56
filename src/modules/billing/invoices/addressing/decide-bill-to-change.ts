import { fromPublicId, type AccountId, type BillToChangeId } from '../../../../kernel/id.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { refuse } from '../../../../platform/problem.ts';
import { isSomebodyElse } from '../../../associations/index.ts';
import { holdInvoices } from '../hold-invoices.ts';
import type { InvoiceFacts } from '../invoice-facts.ts';
import { invoiceById } from '../invoice.loaders.ts';
import { mayLetPay } from '../pay-links/payable-invoice.ts';
import { addBillTo } from './add-bill-to.ts';
import { mayApprove } from './bill-to-change-view.ts';
import {
  BillToChangeNeedsSomebodyElse,
  BillToChangeNotFound,
  BillToChangeNotWaiting,
} from './bill-to-change.problems.ts';
import {
  approveBillToChangeRow,
  billToChangeById,
  declineBillToChangeRow,
  type BillToChangeFacts,
} from './bill-to-change.rows.ts';

export interface DecideBillToChange {
  readonly changeId: string;
  readonly idempotencyKey: string | undefined;
}

type Done = Promise<{ readonly changeId: BillToChangeId }>;

/** Approves what somebody else asked for: the document is addressed like this from now on. */
export const approveBillToChange = (
  context: Context,
  { idempotencyKey: key, ...input }: DecideBillToChange,
): Done =>
  onceAfter(
    context,
    async () => {
      const change = await changeFor(context, mayApprove, input.changeId);
      if (!isSomebodyElse(change.askedBy, context.actor?.accountId))
        refuse(new BillToChangeNeedsSomebodyElse());
      return change;
    },
    { operation: 'approveBillToChange', key, input },
    async (tx, change) => {
      await holdInvoices(tx, [change.invoiceId]);
      const by = context.actor?.accountId as AccountId;
      if (!(await approveBillToChangeRow(tx, change.id, context.clock.now(), by)))
        refuse(new BillToChangeNotWaiting());
      const version = await addBillTo(context, tx, change.invoiceId, change);
      return recordDecision(context, tx, 'approveBillToChange', change, version === null ? {} : { version });
    },
  );

/** Declines what waits, or takes it back. */
export const declineBillToChange = (
  context: Context,
  { idempotencyKey: key, ...input }: DecideBillToChange,
): Done =>
  onceAfter(
    context,
    () => changeFor(context, mayLetPay, input.changeId),
    { operation: 'declineBillToChange', key, input },
    async (tx, change) => {
      const by = context.actor?.accountId as AccountId;
      if (!(await declineBillToChangeRow(tx, change.id, context.clock.now(), by)))
        refuse(new BillToChangeNotWaiting());
      return recordDecision(context, tx, 'declineBillToChange', change, {});
    },
  );

async function changeFor(
  context: Context,
  may: (context: Context, invoice: InvoiceFacts) => Promise<boolean>,
  publicId: string,
): Promise<BillToChangeFacts> {
  const id = fromPublicId('BillToChange', publicId);
  const change = id && (await context.load(billToChangeById, id));
  const invoice = change && (await context.load(invoiceById, change.invoiceId));
  if (!change || !invoice || !(await may(context, invoice))) refuse(new BillToChangeNotFound());
  return change;
}

async function recordDecision(
  context: Context,
  tx: Tx,
  act: 'approveBillToChange' | 'declineBillToChange',
  { id, invoiceId, issuerId }: BillToChangeFacts,
  done: object,
): Done {
  await recordAudit(context, tx, {
    act,
    subjectKind: 'Invoice',
    subjectId: invoiceId,
    associationId: issuerId,
    after: { changeId: id, ...done },
  });
  return { changeId: id };
}
