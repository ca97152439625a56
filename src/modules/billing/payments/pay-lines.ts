import type { AssociationId, InvoiceId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Parts } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { countPaid } from '../invoices/count-on-lines.ts';
import { openOf, type HeldInvoice } from '../invoices/held-invoice.ts';
import {
  allocate,
  ledgerLines,
  postJournal,
  type JournalKind,
  type LedgerLine,
  type LineAmount,
  type Posting,
} from '../ledger/index.ts';
import { perInvoice, withPaid, type InvoiceAmount } from './change-paid.ts';
import { endIntents } from './standing-intents.ts';
import { settleLines } from './settle-lines.ts';

type Acting = Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>;

interface Paying {
  readonly bookId: AssociationId;
  readonly kind: JournalKind;
  readonly causeId: string;
  readonly occurredAt: Date;
  readonly occurredOn: LocalDate;
  /** Held, and paid one after the other in this order. */
  readonly invoices: readonly HeldInvoice[];
  readonly amount: Money;
  readonly postings: (lines: readonly LedgerLine[], parts: readonly LineAmount[]) => readonly Posting[];
}

/** Pays what is open of invoices as far as the amount goes, and brings about what that earns. */
export async function payLines(context: Acting, tx: Tx, paying: Paying): Promise<InvoiceAmount[]> {
  const { invoices, amount, postings, ...journal } = paying;
  const parts = allocate(invoices.flatMap(openLinesOf), amount);
  const lines = await ledgerLines(
    tx,
    invoices.flatMap(invoice => invoice.lines.map(({ id }) => id)),
  );
  await postJournal(context, tx, { ...journal, postings: postings(lines, parts) });
  await countPaid(tx, parts);

  const after = invoices.map(invoice => withPaid(invoice, parts));
  const paid: InvoiceId[] = after.filter(invoice => openOf(invoice).isZero()).map(({ id }) => id);
  await endIntents(tx, paid, { at: context.clock.now(), why: 'PAID' });
  for (const invoice of after) await settleLines(context, tx, invoice, 'PAYMENT');
  return perInvoice(invoices, parts);
}

const openLinesOf = ({ id: invoiceId, lines }: HeldInvoice): Parameters<typeof allocate>[0][number][] =>
  lines.map(line => ({ invoiceId, lineId: line.id, open: openOf(line) }));
