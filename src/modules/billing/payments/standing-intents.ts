import type { InvoiceId } from '../../../kernel/id.ts';
import { endOfDay } from '../../../kernel/deadline.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { IntentEnd } from './payment-words.ts';

interface Row {
  readonly invoiceId: InvoiceId;
  readonly statedAt: Date;
  readonly dueOn: LocalDate;
  readonly timeZone: string;
}

const read = statement<Row>(
  'intents-standing',
  `select t.invoice_id as "invoiceId", t.stated_at as "statedAt", i.due_on::text as "dueOn", a.time_zone as "timeZone"
   from intent_to_pay t join invoice i on i.id = t.invoice_id join association a on a.id = i.issuer_id
   where t.invoice_id = any ($1::uuid[]) and t.ended_at is null`,
);
const end = statement(
  'intents-end',
  `update intent_to_pay set ended_at = $2, ended_why = $3 where invoice_id = any ($1::uuid[]) and ended_at is null`,
);

/** An intent unlocks what waits for one when it is stated by the day on which the invoice is due. */
export const isInTime = ({ statedAt, dueOn, timeZone }: Omit<Row, 'invoiceId'>): boolean =>
  statedAt <= endOfDay(dueOn, timeZone);

/** Which of the held invoices somebody stands by an intent to pay, stated in time. */
export async function withStandingIntent(
  tx: Tx,
  invoiceIds: readonly InvoiceId[],
): Promise<ReadonlySet<InvoiceId>> {
  const rows = await within(tx, read, [invoiceIds]);
  return new Set(rows.filter(isInTime).map(({ invoiceId }) => invoiceId));
}

/** Ends whatever intent stands on the held invoices. */
export async function endIntents(
  tx: Tx,
  invoiceIds: readonly InvoiceId[],
  { at, why }: { readonly at: Date; readonly why: IntentEnd },
): Promise<void> {
  if (invoiceIds.length > 0) await within(tx, end, [invoiceIds, at, why]);
}
