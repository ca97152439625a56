import type { InvoiceId } from '../../../../kernel/id.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { within } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { holdInvoices } from '../hold-invoices.ts';
import type { BillTo } from '../new-invoice.ts';
import { invoiceToLetPay } from '../pay-links/payable-invoice.ts';
import { readBillTo } from './bill-to-form.ts';

export interface ChangeBillTo {
  readonly invoiceId: string;
  readonly billTo: BillTo;
  readonly idempotencyKey: string | undefined;
}

const COLUMNS = 'name, attention, street, street2, city, province, postal_code, country';

// The same addressee again is no change, and makes no version.
const add = statement<{ version: number }>(
  'bill-to-add',
  `insert into bill_to (invoice_id, version, recorded_at, recorded_by, ${COLUMNS})
   select $1, b.version + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
   from bill_to b
   where b.invoice_id = $1 and b.version = (select max(version) from bill_to where invoice_id = $1)
     and (b.name, b.attention, b.street, b.street2, b.city, b.province, b.postal_code, b.country)
       is distinct from ($4::text, $5::text, $6::text, $7::text, $8::text, $9::text, $10::text, $11::text)
   returning version`,
);

/**
 * Addresses an invoice to somebody else: its document is another version from now on, and the earlier ones stay. Who
 * owes it is not changed by it.
 */
export const changeBillTo = (
  context: Context,
  { idempotencyKey: key, ...input }: ChangeBillTo,
): Promise<{ readonly invoiceId: InvoiceId }> =>
  onceAfter(
    context,
    async () => {
      const invoice = await invoiceToLetPay(context, input.invoiceId);
      const issues = new InputIssues(context.wording);
      const billTo = readBillTo(issues, 'billTo', input.billTo);
      issues.refuseIfAny();
      return { invoice, billTo };
    },
    { operation: 'changeBillTo', key, input },
    async (tx, { invoice: { id, issuerId }, billTo }) => {
      await holdInvoices(tx, [id]);
      const { name, attention, street, street2, city, province, postalCode, country } = billTo;
      const [added] = await within(tx, add, [
        ...[id, context.clock.now(), context.actor?.accountId ?? null],
        ...[name, attention, street, street2, city, province, postalCode, country],
      ]);
      if (added) {
        await recordAudit(context, tx, {
          act: 'changeBillTo',
          subjectKind: 'Invoice',
          subjectId: id,
          associationId: issuerId,
          after: { version: added.version },
        });
      }
      return { invoiceId: id };
    },
  );
