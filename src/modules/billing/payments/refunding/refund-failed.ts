import { dayAt } from '../../../../kernel/deadline.ts';
import type { AssociationId, InvoiceId, RefundId } from '../../../../kernel/id.ts';
import { Money } from '../../../../kernel/money.ts';
import type { Parts } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { postJournal, refundFailedPostings } from '../../ledger/index.ts';
import { payerIn, type PayerColumns } from '../../payer.ts';
import { tellRefundFailed } from './refund.notices.ts';

type Acting = Pick<Parts, 'clock' | 'random' | 'vault'>;

interface Failed {
  readonly bookId: AssociationId;
  readonly cents: string;
  readonly timeZone: string;
  readonly payer: PayerColumns;
  /** Of the invoice whose lines gave it, or whose payer's credit did. */
  readonly owing: PayerColumns | null;
  readonly fromInvoiceId: InvoiceId | null;
  readonly isReturned: boolean;
}

const hold = statement(
  'refund-failed-hold-payment',
  'select from payment where id = (select payment_id from refund where id = $1) for update',
);
const payerOf = (alias: string): string =>
  `json_build_object('payerPersonId', ${alias}.payer_person_id, 'payerOrganizationId', ${alias}.payer_organization_id,
     'payerAssociationId', ${alias}.payer_association_id)`;
const read = statement<Failed>(
  'refund-failed-facts',
  `select r.book_id as "bookId", r.cents::text as cents, a.time_zone as "timeZone",
     r.from_invoice_id as "fromInvoiceId", ${payerOf('p')} as payer,
     case when i.id is not null then ${payerOf('i')} end as owing,
     exists (select from payment_return b where b.payment_id = p.id) as "isReturned"
   from refund r join payment p on p.id = r.payment_id join association a on a.id = r.book_id
   left join invoice i on i.id = coalesce(r.from_invoice_id, r.invoice_id)
   where r.id = $1`,
);

/**
 * What a gateway would not give back, or could not, is again in the credit that gave it, or that of whoever paid; they
 * are told. Where the payment was returned meanwhile, it went back by that, of which the refund was taken off.
 */
export async function postRefundFailed(parts: Acting, tx: Tx, refundId: RefundId): Promise<void> {
  await within(tx, hold, [refundId]);
  const [refund] = await within(tx, read, [refundId]);
  if (!refund || refund.isReturned) return;
  const at = parts.clock.now();
  const amount = Money.cad(BigInt(refund.cents));
  const [payer, owing] = [payerIn(refund.payer), refund.owing && payerIn(refund.owing)];
  await postJournal(parts, tx, {
    bookId: refund.bookId,
    kind: 'REFUND_FAILED',
    causeId: refundId,
    occurredAt: at,
    occurredOn: dayAt(refund.timeZone, at),
    postings: refundFailedPostings(refund.fromInvoiceId === null ? payer : owing, amount),
  });
  await tellRefundFailed(parts, tx, { bookId: refund.bookId, reader: payer ?? owing, amount });
}

const fail = statement<{ id: RefundId }>(
  'refunds-came-back',
  `update refund r set failed_at = $4 from payment p
   where p.id = r.payment_id and p.gateway = $1 and p.gateway_reference = $2
     and r.gateway_reference = any ($3::text[]) and r.done_at is not null and r.failed_at is null
   returning r.id`,
);

/** Refunds that a gateway had carried out and that came back since, as from a card that was closed. */
export async function takeRefundsBack(
  parts: Acting,
  tx: Tx,
  gateway: string,
  { reference, failed }: { readonly reference: string; readonly failed: readonly string[] },
): Promise<void> {
  for (const { id } of await within(tx, fail, [gateway, reference, failed, parts.clock.now()]))
    await postRefundFailed(parts, tx, id);
}
