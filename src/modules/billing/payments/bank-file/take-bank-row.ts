import { newId, type AccountId, type AssociationId, type InvoiceId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { Money } from '../../../../kernel/money.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { openOf, type HeldInvoice } from '../../invoices/held-invoice.ts';
import type { Numbered } from '../../invoices/printed-number.ts';
import { holdToSettle } from '../../invoices/hold-to-settle.ts';
import { isOwnInvoice } from '../../own-money.ts';
import { payersOf } from '../payers.ts';
import { receivePayment } from '../receive-payment.ts';
import type { BankRowResult } from './bank-row-outcome.ts';
import { invoicesNamedIn, saidBy, type BankRow } from './read-bank-row.ts';

export interface Receiving {
  readonly receiverId: AssociationId;
  readonly code: string;
  readonly today: LocalDate;
  readonly recordedBy: AccountId;
  /** How often each transaction stood in the file so far, by what it says. */
  readonly seen: Map<string, number>;
}

const note = statement<{ key: string }>(
  'bank-transaction-note',
  `insert into bank_transaction (receiver_id, key, read_at) select $1, key, $3 from unnest($2::text[]) key
   on conflict do nothing returning key`,
);
const find = statement<{ id: InvoiceId }>(
  'invoices-by-number',
  `select i.id from invoice i join json_to_recordset($2::json) n ("fiscalYear" integer, number integer)
     on n."fiscalYear" = i.fiscal_year and n.number = i.number
   where i.issuer_id = $1 order by i.due_on, i.id`,
);
const park = statement(
  'bank-receipt-park',
  `insert into parked_receipt (id, receiver_id, cents, currency, why, invoice_id, payer_name, reference,
     bank_transaction, received_on, parked_at)
   values ($1, $2, $3, 'CAD', $4, $5, $6, $7, $8, $9, $10)`,
);

type Taken = Omit<BankRowResult, 'row'>;

const none = { invoiceIds: [], leftCents: null };

/**
 * Takes a line of the file: it pays the invoices that its reference names, and waits for staff where it names none that
 * is owed. Once for each transaction of the bank, under whichever of its names it comes.
 */
export async function takeBankRow(
  context: Context,
  tx: Tx,
  to: Receiving,
  row: BankRow | null,
): Promise<Taken> {
  if (row === null || row.day > to.today) return { outcome: 'UNREADABLE', cents: null, ...none };
  const cents = row.cents.toString();
  if (row.cents <= 0n) return { outcome: 'NOT_A_RECEIPT', cents, ...none };

  const keys = keysOf(to, row);
  const noted = await within(tx, note, [to.receiverId, keys, context.clock.now()]);
  if (noted.length < keys.length) return { outcome: 'RECEIVED_BEFORE', cents, ...none };

  const named = await invoicesOf(tx, to, invoicesNamedIn(row.reference, to.code));
  const payers = payersOf(named);
  const areOwn = await Promise.all(named.map(invoice => isOwnInvoice(context, invoice)));
  const owed = named.filter(invoice => !openOf(invoice).isZero());
  if (owed.length === 0 || areOwn.includes(true)) {
    await putAside(context, tx, to, { row, named, key: keys[0] ?? '' });
    return { outcome: 'PARKED', cents, ...none };
  }
  const { allocated, left } = await receivePayment(context, tx, {
    receiverId: to.receiverId,
    method: 'TRANSFER',
    amount: Money.cad(row.cents),
    payer: payers.length === 1 ? (payers[0] ?? null) : null,
    payerName: row.payer,
    invoiceIds: owed.map(({ id }) => id),
    receivedAt: context.clock.now(),
    receivedOn: row.day,
    reference: row.reference || null,
    bankTransaction: keys[0] ?? null,
    recordedBy: to.recordedBy,
  });
  const invoiceIds = allocated.map(({ invoiceId }) => invoiceId);
  return { outcome: 'RECEIVED', cents, invoiceIds, leftCents: left.cents.toString() };
}

/** The bank's name of it first. Two that say the same in one file are two, in whichever file they stand again. */
function keysOf({ seen }: Receiving, row: BankRow): string[] {
  const said = saidBy(row);
  const times = (seen.get(said) ?? 0) + 1;
  seen.set(said, times);
  return [...(row.id === null ? [] : [`id:${row.id}`]), `said:${said}|${String(times)}`];
}

/** Holds whatever the rows will pay before any of them is taken, in the order that every act keeps. */
export const holdNamed = (tx: Tx, to: Receiving, rows: readonly BankRow[]): Promise<unknown> =>
  invoicesOf(
    tx,
    to,
    rows.flatMap(({ reference }) => invoicesNamedIn(reference, to.code)),
  );

async function invoicesOf(
  tx: Tx,
  { receiverId }: Receiving,
  named: readonly Numbered[],
): Promise<HeldInvoice[]> {
  if (named.length === 0) return [];
  const found = await within(tx, find, [receiverId, JSON.stringify(named)]);
  return holdToSettle(
    tx,
    found.map(({ id }) => id),
  );
}

async function putAside(
  { clock, random }: Pick<Context, 'clock' | 'random'>,
  tx: Tx,
  { receiverId }: Receiving,
  {
    row,
    named,
    key,
  }: { readonly row: BankRow; readonly named: readonly HeldInvoice[]; readonly key: string },
): Promise<void> {
  const [invoice] = named;
  await within(tx, park, [
    ...[newId<'ParkedReceipt'>(clock, random), receiverId, row.cents.toString()],
    ...[invoice ? 'NOTHING_OWED' : 'UNKNOWN_REFERENCE', invoice?.id ?? null],
    ...[row.payer, row.reference || null, key, row.day, clock.now()],
  ]);
}
