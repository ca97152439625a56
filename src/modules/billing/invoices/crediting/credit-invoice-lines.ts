import {
  newId,
  type AccountId,
  type CreditNoteId,
  type InvoiceId,
  type InvoiceLineId,
} from '../../../../kernel/id.ts';
import { dayAt } from '../../../../kernel/deadline.ts';
import { Money } from '../../../../kernel/money.ts';
import type { Parts } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { refuse } from '../../../../platform/problem.ts';
import { creditNotePostings, ledgerLines, postJournal } from '../../ledger/index.ts';
import { countCredited, countPaid } from '../count-on-lines.ts';
import { fiscalYearOf } from '../fiscal-year.ts';
import type { HeldInvoice, HeldLine } from '../held-invoice.ts';
import { holdInvoices } from '../hold-invoices.ts';
import { InvoiceNotFound } from '../invoice.problems.ts';
import { invoicesPorts } from '../invoices.ports.ts';
import { freezeLetterheads } from '../letterhead.ts';
import { creditedSoFar } from './credited-so-far.ts';
import { creditOfLine, remainingOf, totalOf, type LineCredit } from './credit-of-line.ts';
import { CreditAboveRemaining } from './credit.problems.ts';
import { writeCreditNote } from './write-credit-note.ts';

export interface CreditInvoiceLines {
  readonly invoiceId: InvoiceId;
  /** How much of the price of which lines, all that remains of one where `net` is null; null for the whole invoice. */
  readonly lines: readonly { readonly lineId: InvoiceLineId; readonly net: Money | null }[] | null;
  /** As it is printed. */
  readonly reason: string;
  /** Null where the house does it. */
  readonly recordedBy: AccountId | null;
}

export interface WrittenCreditNote {
  readonly id: CreditNoteId;
  readonly fiscalYear: number;
  readonly number: number;
  readonly total: Money;
}

type Acting = Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>;

const release = statement(
  'invoice-lines-release',
  'update invoice_line set released_at = $2 where id = any ($1::uuid[]) and released_at is null',
);

/**
 * Takes an invoice back, or a part of it, by a credit note under the next number of its own series. Judges nobody's
 * rights; whoever calls holds the memberships of these lines, and where it credits several invoices, all of them.
 * What was paid beyond what is left pays what the same invoice still owes, and then is the payer's credit; a line of
 * which nothing is left gives its days free and loses its effect.
 */
export async function creditInvoiceLines(
  context: Acting,
  tx: Tx,
  { invoiceId, lines: wanted, reason, recordedBy }: CreditInvoiceLines,
): Promise<WrittenCreditNote> {
  const [invoice] = await holdInvoices(tx, [invoiceId]);
  if (!invoice) refuse(new InvoiceNotFound());
  const lines = linesToCredit(invoice, wanted);
  const credits = await judgeCredits(tx, lines);

  const id = newId<'CreditNote'>(context.clock, context.random);
  const issuer = (await freezeLetterheads(tx, [invoice.issuerId]))(invoice.issuerId);
  const issuedAt = context.clock.now();
  const issuedOn = dayAt(issuer.timeZone, issuedAt);

  const before = await ledgerLines(
    tx,
    credits.map(({ lineId }) => lineId),
  );
  const { postings, released } = creditNotePostings({ payer: invoice.payer, lines: before, credits });
  await countPaid(
    tx,
    released.map(({ lineId, amount }) => ({ lineId, amount: amount.times(-1) })),
  );
  await countCredited(
    tx,
    credits.map(credit => ({ lineId: credit.lineId, amount: totalOf(credit) })),
  );
  const whole = credits.filter(({ isWhole }) => isWhole).map(({ lineId }) => lineId);
  await within(tx, release, [whole, issuedAt]);
  const book = { bookId: invoice.issuerId, occurredAt: issuedAt, occurredOn: issuedOn };
  await postJournal(context, tx, { ...book, kind: 'CREDIT_NOTE', causeId: id, postings });
  await undoEffects(context, tx, invoice);

  const fiscalYear = fiscalYearOf(issuedOn, issuer.yearStartsOn);
  const number = await writeCreditNote(tx, {
    ...{ id, invoice, fiscalYear, issuedAt, issuedOn, reason, recordedBy, credits },
    letterheadId: issuer.id,
  });
  // Not before the note stands: what a line still costs is told by its notes.
  if (released.length > 0)
    await context.ports.of(invoicesPorts).payWithFreed(context, tx, {
      ...{ invoiceId, on: issuedOn, recordedBy },
      amount: released.reduce((sum, { amount }) => sum.plus(amount), Money.cad(0)),
    });
  return { id, fiscalYear, number, total: credits.map(totalOf).reduce((sum, one) => sum.plus(one)) };
}

interface Wanted {
  readonly line: HeldLine;
  readonly net: Money | null;
}

function linesToCredit({ lines }: HeldInvoice, wanted: CreditInvoiceLines['lines']): readonly Wanted[] {
  if (wanted === null)
    return lines.filter(({ releasedAt }) => releasedAt === null).map(line => ({ line, net: null }));
  return wanted.map(({ lineId, net }) => {
    const line = lines.find(({ id }) => id === lineId);
    if (!line) refuse(new InvoiceNotFound());
    return { line, net };
  });
}

async function judgeCredits(tx: Tx, wanted: readonly Wanted[]): Promise<readonly LineCredit[]> {
  const before = await creditedSoFar(
    tx,
    wanted.map(({ line }) => line.id),
  );
  const credits = wanted.map(({ line, net }) => {
    const remaining = remainingOf(line, before(line.id));
    const credit = line.releasedAt === null ? creditOfLine(line, before(line.id), net) : null;
    return credit ?? refuse(new CreditAboveRemaining(remaining));
  });
  const [first] = wanted;
  if (first === undefined) refuse(new CreditAboveRemaining(Money.cad(0)));
  return credits;
}

async function undoEffects(context: Acting, tx: Tx, invoice: HeldInvoice): Promise<void> {
  const [after] = await holdInvoices(tx, [invoice.id]);
  if (!after) throw new Error('an invoice was lost while it was credited');
  await context.ports.of(invoicesPorts).undoCredited(context, tx, after);
}
