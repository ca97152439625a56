import type { AssociationId, InvoiceLineId } from '../../../kernel/id.ts';
import { Money } from '../../../kernel/money.ts';
import type { Tax } from '../billing-words.ts';
import type { Payer } from '../payer.ts';
import { sharesOf, totalOf, type LineAmount, type LineParts } from './allocate.ts';
import type { Posting } from './post-journal.ts';

const NOTHING = Money.cad(0);

/** A line as the ledger sees it, before the act that is posted. */
export interface LedgerLine extends LineParts {
  readonly id: InvoiceLineId;
  readonly supplierId: AssociationId;
  /** Who accounts for a tax in place of its supplier: the issuer, where both elected so. */
  readonly taxBodies: Readonly<Partial<Record<Tax, AssociationId>>>;
  /** Of `net` and `taxes`, which are what the line still costs after every credit note. */
  readonly paid: Money;
}

interface OnLines {
  /** Whose credit is what no line takes, or what pays the lines; null for a payer who is not on file. */
  readonly payer: Payer | null;
  /** Every line that `parts` names, as it was before. */
  readonly lines: readonly LedgerLine[];
  /** Above zero: what each line receives, or gives back. */
  readonly parts: readonly LineAmount[];
}

interface OfAmount extends OnLines {
  /** All that came in or went out. What exceeds the parts is the payer's credit. */
  readonly amount: Money;
}

/** PAYMENT: the lines receive their parts, and the payer keeps the rest. */
export function paymentPostings({ amount, payer, lines, parts }: OfAmount): Posting[] {
  const rest = amount.minus(totalPaid(parts));
  if (rest.compare(NOTHING) < 0) throw new RangeError('lines receive more than there is');
  return [{ account: 'CASH', amount }, ...paid(lines, parts), creditOf(payer, negative(rest))];
}

/** CREDIT_USED: the payer's credit pays lines. */
export function creditUsedPostings({ payer, lines, parts }: OnLines): Posting[] {
  return [creditOf(payer, totalPaid(parts)), ...paid(lines, parts)];
}

/** What of a payment lies in somebody's credit who did not pay it; below zero where it gave more than it got. */
export interface InCredit {
  readonly payer: Payer;
  readonly amount: Money;
}

/**
 * PAYMENT_RETURNED: the whole payment goes back to where it came from. What its lines no longer hold is taken from the
 * credit that has it, others' first, and the rest was in the payer's or was refunded meanwhile: whose credit was spent
 * owes it, so it falls below zero.
 */
export function returnPostings({
  inCreditOfOthers,
  ...back
}: OfAmount & { readonly inCreditOfOthers: readonly InCredit[] }): Posting[] {
  const theirs = inCreditOfOthers.reduce((sum, { amount }) => sum.plus(amount), NOTHING);
  return [
    ...inCreditOfOthers.map(({ payer, amount }) => creditOf(payer, amount)),
    ...goesBack(
      { ...back, amount: back.amount.minus(theirs) },
      { account: 'CASH', amount: negative(back.amount) },
    ),
  ];
}

/** REFUND: the lines give their parts back, the payer's credit gives the rest, and the money leaves or becomes credit. */
export function refundPostings(back: OfAmount & { readonly to: 'SOURCE' | 'CREDIT' }): Posting[] {
  const { amount, payer, to } = back;
  return goesBack(
    back,
    to === 'CREDIT' ? creditOf(payer, negative(amount)) : { account: 'CASH', amount: negative(amount) },
  );
}

/** REFUND_FAILED: the money is here again, and stays the payer's. */
export function refundFailedPostings(payer: Payer | null, amount: Money): Posting[] {
  return [{ account: 'CASH', amount }, creditOf(payer, negative(amount))];
}

/** What a credit note takes from a line. */
export interface LineCredit extends LineParts {
  readonly lineId: InvoiceLineId;
}

/**
 * CREDIT_NOTE: a line that costs less gives what was paid beyond it to the payer's credit. `released` is that excess:
 * count it as no longer paid. Where nothing exceeds, odd cents may still change sides between price and taxes, so that
 * what the line will have received when it is paid whole is what invoice and credit note say.
 */
export function creditNotePostings({
  payer,
  lines,
  credits,
}: Pick<OnLines, 'payer' | 'lines'> & { readonly credits: readonly LineCredit[] }): {
  readonly postings: Posting[];
  readonly released: LineAmount[];
} {
  const lineOf = among(lines);
  const changes = credits.map(credit => {
    const line = lineOf(credit.lineId);
    const after = { ...line, ...less(line, credit) };
    const excess = larger(line.paid.minus(totalOf(after)), NOTHING);
    return { line, after: { ...after, paid: line.paid.minus(excess) }, excess };
  });
  const released = changes
    .filter(({ excess }) => !excess.isZero())
    .map(({ line, excess }) => ({ lineId: line.id, amount: excess }));
  return {
    postings: [
      ...changes.flatMap(({ line, after }) => moved(line, after)),
      creditOf(payer, negative(totalPaid(released))),
    ],
    released,
  };
}

/** What a returned or refunded payment can take back from each line: no more than still stands paid on it. */
export function takeBack(
  parts: readonly LineAmount[],
  lines: readonly Pick<LedgerLine, 'id' | 'paid'>[],
): LineAmount[] {
  const standing = new Map(lines.map(({ id, paid: left }) => [id, left]));
  return parts.flatMap(({ lineId, amount }) => {
    const left = standing.get(lineId) ?? NOTHING;
    const taken = amount.compare(left) < 0 ? amount : left;
    standing.set(lineId, left.minus(taken));
    return taken.isZero() ? [] : [{ lineId, amount: taken }];
  });
}

/** Where the lines give more than goes out, the payer keeps the difference as credit. */
function goesBack({ amount, payer, lines, parts }: OfAmount, out: Posting): Posting[] {
  const taken = parts.map(part => ({ ...part, amount: negative(part.amount) }));
  return [...paid(lines, taken), creditOf(payer, amount.minus(totalPaid(parts))), out];
}

/** What bodies are owed once the parts are counted, less what they were owed before. */
function paid(lines: readonly LedgerLine[], parts: readonly LineAmount[]): Posting[] {
  const lineOf = among(lines);
  const counted = new Map<InvoiceLineId, Money>();
  for (const { lineId, amount } of parts) counted.set(lineId, (counted.get(lineId) ?? NOTHING).plus(amount));
  return [...counted].flatMap(([lineId, amount]) => {
    const line = lineOf(lineId);
    return moved(line, { ...line, paid: line.paid.plus(amount) });
  });
}

/** One posting for the price and one for each tax of a line that changed: a credit below zero where more is owed. */
function moved(before: LedgerLine, after: LedgerLine): Posting[] {
  const [was, is] = [sharesOf(before, before.paid), sharesOf(after, after.paid)];
  const { id: lineId, supplierId, taxBodies } = before;
  return [
    { account: 'OWED' as const, bodyId: supplierId, lineId, amount: was.net.minus(is.net) },
    ...before.taxes.map(({ tax }) => ({
      account: 'TAX' as const,
      bodyId: taxBodies[tax] ?? supplierId,
      tax,
      lineId,
      amount: (was.taxes.get(tax) ?? NOTHING).minus(is.taxes.get(tax) ?? NOTHING),
    })),
  ].filter(({ amount }) => !amount.isZero());
}

function less(line: LineParts, credit: LineParts): LineParts {
  const credited = new Map(credit.taxes.map(({ tax, amount }) => [tax, amount]));
  return {
    net: line.net.minus(credit.net),
    taxes: line.taxes.map(({ tax, amount }) => ({ tax, amount: amount.minus(credited.get(tax) ?? NOTHING) })),
  };
}

function among(lines: readonly LedgerLine[]): (id: InvoiceLineId) => LedgerLine {
  const byId = new Map(lines.map(line => [line.id, line]));
  return id => {
    const line = byId.get(id);
    if (line === undefined) throw new RangeError('an amount on a line that is not there');
    return line;
  };
}

const creditOf = (payer: Payer | null, amount: Money): Posting => ({
  account: 'PAYER_CREDIT',
  payer,
  amount,
});
const totalPaid = (parts: readonly LineAmount[]): Money =>
  parts.reduce((total, { amount }) => total.plus(amount), NOTHING);
const negative = (amount: Money): Money => amount.times(-1);
const larger = (a: Money, b: Money): Money => (a.compare(b) > 0 ? a : b);
