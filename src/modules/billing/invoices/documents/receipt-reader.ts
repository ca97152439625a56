import type { AssociationId, PaymentId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { mayAsStaff } from '../../../associations/index.ts';
import { payerIn, type PayerColumns } from '../../payer.ts';
import { isPayer } from '../invoice-rights.ts';

interface Paid extends PayerColumns {
  readonly id: PaymentId;
  readonly receiverId: AssociationId;
}

// None of it went anywhere else: who was paid for by the same cheque is nobody else's business.
const owing = statement<PayerColumns>(
  'receipt-owing',
  `select i.payer_person_id as "payerPersonId", i.payer_organization_id as "payerOrganizationId",
     i.payer_association_id as "payerAssociationId"
   from journal j join ledger_entry e on e.journal_id = j.id join invoice_line l on l.id = e.line_id
   join invoice i on i.id = l.invoice_id
   where j.cause_id = $1 and j.kind = 'PAYMENT'
   group by 1, 2, 3 having -sum(e.cents) = (select cents from payment where id = $1)`,
);

/**
 * Who may fetch a receipt: whoever paid, staff of the body that received it and, where nobody knows who paid, whoever
 * owed all that was paid.
 */
export async function mayReadReceipt(context: Context, payment: Paid): Promise<boolean> {
  if (context.actor === null) return false;
  const { id, receiverId } = payment;
  if (await mayAsStaff(context, 'READ_INVOICES', receiverId)) return true;
  const [payer] = payerIn(payment) === null ? await context.db.read(owing, [id]) : [payment];
  return payer !== undefined && isPayer(context, payer);
}
