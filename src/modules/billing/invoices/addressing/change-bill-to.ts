import { newId, type AccountId, type BillToChangeId, type InvoiceId } from '../../../../kernel/id.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { associationById } from '../../../associations/index.ts';
import { needsApproval } from '../../needs-approval.ts';
import { holdInvoices } from '../hold-invoices.ts';
import type { InvoiceFacts } from '../invoice-facts.ts';
import type { BillTo } from '../new-invoice.ts';
import { invoiceToLetPay } from '../pay-links/payable-invoice.ts';
import { addBillTo } from './add-bill-to.ts';
import { addBillToChange, refuseWhileOneWaits } from './bill-to-change.rows.ts';
import { readBillTo } from './bill-to-form.ts';

export interface ChangeBillTo {
  readonly invoiceId: string;
  readonly billTo: BillTo;
  readonly idempotencyKey: string | undefined;
}

export interface ChangedBillTo {
  readonly invoiceId: InvoiceId;
  /** What waits for a second person; null where the invoice is addressed like this now. */
  readonly changeId: BillToChangeId | null;
}

/**
 * Addresses an invoice to somebody else: its document is another version from now on, and the earlier ones stay. Who
 * owes it is not changed by it. Above the association's limit it waits for somebody else, whoever asks.
 */
export const changeBillTo = (
  context: Context,
  { idempotencyKey: key, ...input }: ChangeBillTo,
): Promise<ChangedBillTo> =>
  onceAfter(
    context,
    async () => {
      const invoice = await invoiceToLetPay(context, input.invoiceId);
      const issues = new InputIssues(context.wording);
      const billTo = readBillTo(issues, 'billTo', input.billTo);
      issues.refuseIfAny();
      const issuer = await context.load(associationById, invoice.issuerId);
      const waits = needsApproval(issuer?.approvalAboveCents ?? null, BigInt(invoice.total));
      return { invoice, billTo, waits };
    },
    { operation: 'changeBillTo', key, input },
    async (tx, { invoice, billTo, waits }) => {
      await holdInvoices(tx, [invoice.id]);
      await refuseWhileOneWaits(tx, invoice.id);
      return {
        invoiceId: invoice.id,
        changeId: waits
          ? await ask(context, tx, invoice, billTo)
          : await change(context, tx, invoice, billTo),
      };
    },
  );

type Invoice = Pick<InvoiceFacts, 'id' | 'issuerId'>;

async function change(context: Context, tx: Tx, invoice: Invoice, billTo: BillTo): Promise<null> {
  const version = await addBillTo(context, tx, invoice.id, billTo);
  if (version !== null) await record(context, tx, invoice, { act: 'changeBillTo', after: { version } });
  return null;
}

async function ask(
  context: Context,
  tx: Tx,
  invoice: Invoice,
  billTo: BillTo,
): Promise<BillToChangeId | null> {
  const id = newId<'BillToChange'>(context.clock, context.random);
  const asked = await addBillToChange(tx, {
    ...{ id, invoiceId: invoice.id, issuerId: invoice.issuerId, billTo },
    askedAt: context.clock.now(),
    askedBy: context.actor?.accountId as AccountId,
  });
  if (!asked) return null;
  await record(context, tx, invoice, { act: 'askBillToChange', after: { changeId: id } });
  return id;
}

const record = (
  context: Context,
  tx: Tx,
  { id, issuerId }: Invoice,
  done: { readonly act: 'changeBillTo' | 'askBillToChange'; readonly after: Record<string, unknown> },
): Promise<void> =>
  recordAudit(context, tx, { ...done, subjectKind: 'Invoice', subjectId: id, associationId: issuerId });
