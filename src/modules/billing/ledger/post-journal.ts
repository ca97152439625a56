import { newId, type AssociationId, type InvoiceLineId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { Tax } from '../billing-words.ts';
import { payerColumns, type Payer } from '../payer.ts';
import type { JournalKind } from './ledger-words.ts';

/** Where a cent stands. A debit is above zero, a credit below. */
export type Posting = { readonly amount: Money; readonly lineId?: InvoiceLineId } & (
  | /** In the hands of the body whose book it is. */
    { readonly account: 'CASH' }
    /** Received and allocated to nothing: it belongs to the payer; null for one who is not on file. */
  | { readonly account: 'PAYER_CREDIT'; readonly payer: Payer | null }
  /** A line's price, due to the body that supplied it. */
  | { readonly account: 'OWED'; readonly bodyId: AssociationId }
  /** A line's tax, due to the body that accounts for it. */
  | { readonly account: 'TAX'; readonly bodyId: AssociationId; readonly tax: Tax }
  /** What a body has to give back, since it was asked to. */
  | { readonly account: 'CLAIMED'; readonly bodyId: AssociationId }
);

export interface NewJournal {
  /** Whose book: the body that received the money. */
  readonly bookId: AssociationId;
  readonly kind: JournalKind;
  /** The payment, refund, credit note, return or batch that it records. */
  readonly causeId: string;
  readonly occurredAt: Date;
  readonly occurredOn: LocalDate;
  readonly postings: readonly Posting[];
}

// Whoever closes a period waits for whoever posts in the book, and the other way round.
const holdBook = statement('ledger-hold-book', 'select from association where id = $1 for key share');

const addJournal = statement(
  'journal-add',
  `with posted as (
     insert into journal (id, book_id, kind, cause_id, occurred_at, occurred_on, posted_on)
     values ($1, $2, $3, $4, $5, $6::date,
       greatest($6::date, (select through_on + 1 from closed_period where book_id = $2)))
     returning id, book_id, posted_on)
   insert into ledger_entry (id, journal_id, book_id, posted_on, account, cents, line_id, body_id, tax,
     payer_person_id, payer_organization_id, payer_association_id)
   select r.id, posted.id, posted.book_id, posted.posted_on, r.account, r.cents::bigint, r.line_id, r.body_id, r.tax,
     r.person_id, r.organization_id, r.association_id
   from posted, json_to_recordset($7::json) as r (id uuid, account text, cents text, line_id uuid, body_id uuid,
     tax text, person_id uuid, organization_id uuid, association_id uuid)`,
);

/**
 * Writes a journal whole; every cent that moves comes by here. Postings of nothing are left out; a journal that does
 * not add up to nothing is refused by the database. What happened on a day that is closed by now stands on the first
 * open day of the book.
 */
export async function postJournal(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  { bookId, kind, causeId, occurredAt, occurredOn, postings }: NewJournal,
): Promise<void> {
  const entries = postings.filter(({ amount }) => !amount.isZero());
  if (entries.length === 0) return;

  const rows = entries.map(posting => ({ id: newId<'LedgerEntry'>(clock, random), ...columnsOf(posting) }));
  await within(tx, holdBook, [bookId]);
  await within(tx, addJournal, [
    ...[newId<'Journal'>(clock, random), bookId, kind, causeId, occurredAt, occurredOn],
    JSON.stringify(rows),
  ]);
}

function columnsOf(posting: Posting): Record<string, string | null> {
  const { account, amount, lineId } = posting;
  const payer = account === 'PAYER_CREDIT' && posting.payer ? payerColumns(posting.payer) : null;
  return {
    account,
    cents: amount.cents.toString(),
    line_id: lineId ?? null,
    body_id: 'bodyId' in posting ? posting.bodyId : null,
    tax: account === 'TAX' ? posting.tax : null,
    person_id: payer?.payerPersonId ?? null,
    organization_id: payer?.payerOrganizationId ?? null,
    association_id: payer?.payerAssociationId ?? null,
  };
}
