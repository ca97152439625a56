import type { AssociationId, InvoiceId, InvoiceLineId, PersonId } from '../../src/kernel/id.ts';
import { Money } from '../../src/kernel/money.ts';
import type { Tax } from '../../src/modules/billing/billing-words.ts';
import {
  allocate,
  creditNotePostings,
  creditUsedPostings,
  paymentPostings,
  refundFailedPostings,
  refundPostings,
  returnPostings,
  sharesOf,
  takeBack,
  type LedgerLine,
  type LineAmount,
  type Posting,
} from '../../src/modules/billing/ledger/index.ts';
import {
  claimPaidPostings,
  reversedPostings,
  settledPostings,
  type OwedPart,
} from '../../src/modules/billing/ledger/remitting/remittance-postings.ts';

export const BODIES = ['book', 'oppi', 'icu', 'insurer'] as AssociationId[];
const BOOK = 'book' as AssociationId;
const PAYERS = [{ personId: 'zoe' as PersonId }, { personId: 'employer' as PersonId }] as const;
const RATES: readonly (readonly [Tax, number])[][] = [
  [],
  [['HST', 13_000]],
  [
    ['GST', 5_000],
    ['QST', 9_975],
  ],
];

type Line = { -readonly [K in keyof LedgerLine]: LedgerLine[K] } & {
  readonly invoiceId: InvoiceId;
  /** Who owes it, and gets what credit notes free. */
  readonly payer: number;
};
interface Paid {
  readonly payer: number;
  readonly amount: number;
  /** What it has put on lines, less what refunds took off them. */
  parts: readonly LineAmount[];
  refunded: number;
  returned: boolean;
}
interface Entry {
  readonly key: string;
  readonly cents: number;
}
interface Batch {
  readonly kind: 'REMITTANCE' | 'CLAIM';
  readonly body: number;
  readonly entries: readonly Entry[];
  state: 'PREPARED' | 'APPROVED' | 'PAID';
  posted: Posting[];
}

const cad = (cents: number): Money => Money.cad(cents);
const of = (money: Money): number => Number(money.cents);
const open = (line: Line): number =>
  of(line.net) + line.taxes.reduce((sum, { amount }) => sum + of(amount), 0) - of(line.paid);

/** The account, body and tax of a posting in one word. */
const keyOf = (posting: Posting): string =>
  [
    posting.account,
    ...('bodyId' in posting ? [posting.bodyId] : []),
    ...('tax' in posting ? [posting.tax] : []),
    ...('payer' in posting && posting.payer && 'personId' in posting.payer ? [posting.payer.personId] : []),
  ].join(' ');

/**
 * A house's books by the rules of the ledger, and beside them a plain count of what came in and went out. The invoices
 * of a model live as long as it; each step reads from its numbers what it does, and is passed over where that is nothing.
 */
export class Books {
  readonly lines: Line[] = [];
  readonly ledger = new Map<string, number>();
  readonly ofLines = new Map<InvoiceLineId, Map<string, number>>();
  /** Journals that do not add up to nothing. */
  unbalanced = 0;
  cash = 0;
  readonly credit = [0, 0];
  /** What bodies were paid, or was claimed from them, by account. */
  readonly handedOn = new Map<string, number>();
  touched: Line[] = [];

  /** What refunds that failed have left to whoever had paid. */
  readonly cameBack = [0, 0];

  private readonly payments: Paid[] = [];
  private readonly refunds: { payer: number; amount: number }[] = [];
  private readonly batches: Batch[] = [];
  private readonly waiting = new Map<string, Entry[]>();

  step(kind: number, a: number, b: number, c: number): void {
    this.touched = [];
    if (this.lines.length === 0 || kind < 15) this.invoice(a, b, c);
    else if (kind < 45) this.pay(a, b, c);
    else if (kind < 53) this.return(a);
    else if (kind < 63) this.refund(a, b, c);
    else if (kind < 66) this.failRefund(a);
    else if (kind < 76) this.creditNote(a, b, c);
    else if (kind < 82) this.useCredit(a, b);
    else if (kind < 91) this.prepare(1 + (a % 3), b % 2 === 0);
    else if (b % 4 > 0) this.goOn(a);
    else this.reverse(a);
  }

  private invoice(a: number, b: number, c: number): void {
    const invoiceId = `i${String(this.lines.length)}` as InvoiceId;
    for (let n = 0; n <= a % 5; n++) {
      const supplier = BODIES[(b >> (2 * n)) % 4] ?? 'book';
      const net = cad((c * (n + 7)) % 60_013);
      this.lines.push({
        id: `l${String(this.lines.length)}` as InvoiceLineId,
        invoiceId,
        payer: b % 2,
        supplierId: supplier as AssociationId,
        // ICU and the issuer elected that the issuer accounts for GST and HST, and ICU for its QST.
        taxBodies: supplier === 'icu' ? { GST: BOOK, HST: BOOK } : {},
        net,
        taxes: (RATES[(a + n) % 3] ?? []).map(([tax, rate]) => ({ tax, amount: net.percent(rate, 100_000) })),
        paid: cad(0),
      });
    }
  }

  private pay(a: number, b: number, c: number): void {
    const wanted = this.invoicesFrom(b, 1 + (a % 3));
    const owing = wanted.reduce((sum, line) => sum + open(line), 0);
    const amount = [owing, Math.floor((owing * (c % 100)) / 100), owing + (c % 7_001), 1][(c >> 7) % 4] ?? 0;
    if (amount === 0) return;
    const payer = a % 2;
    const parts = allocate(openOf(wanted), cad(amount));
    this.post(paymentPostings({ amount: cad(amount), payer: payerOf(payer), lines: this.lines, parts }));
    this.count(parts, 1);
    this.cash += amount;
    this.credit[payer] = (this.credit[payer] ?? 0) + amount - total(parts);
    this.payments.push({ payer, amount, parts, refunded: 0, returned: false });
  }

  private return(a: number): void {
    const paid = this.payments[a % (this.payments.length || 1)];
    if (!paid || paid.returned) return;
    const amount = paid.amount - paid.refunded;
    const parts = takeBack(paid.parts, this.lines);
    const other = 1 - paid.payer;
    const freed = this.of(other, paid.parts) - this.of(other, parts);
    this.post(
      returnPostings({
        ...{ amount: cad(amount), payer: payerOf(paid.payer), lines: this.lines, parts },
        inCreditOfOthers: freed === 0 ? [] : [{ payer: payerOf(other), amount: cad(freed) }],
      }),
    );
    this.count(parts, -1);
    this.cash -= amount;
    this.credit[paid.payer] = (this.credit[paid.payer] ?? 0) - amount + total(parts) + freed;
    this.credit[other] = (this.credit[other] ?? 0) - freed;
    paid.returned = true;
  }

  private refund(a: number, b: number, c: number): void {
    const paid = this.payments[a % (this.payments.length || 1)];
    if (!paid || paid.returned) return;
    const asked = paid.parts.map(part => ({ ...part, amount: part.amount.percent(c % 101, 100) }));
    const parts = takeBack(asked, this.lines);
    const to = b % 2 === 0 ? 'SOURCE' : 'CREDIT';
    const amount =
      to === 'CREDIT' ? total(parts) : Math.min(paid.amount - paid.refunded, total(parts) + (b % 50));
    if (amount === 0 || amount < total(parts)) return;
    const back = { amount: cad(amount), payer: payerOf(paid.payer), lines: this.lines, parts, to } as const;
    this.post(refundPostings(back));
    this.count(parts, -1);
    paid.parts = takeOff(paid.parts, parts);
    const credited = total(parts) - (to === 'SOURCE' ? amount : 0);
    this.credit[paid.payer] = (this.credit[paid.payer] ?? 0) + credited;
    if (to === 'CREDIT') return;
    this.cash -= amount;
    paid.refunded += amount;
    this.refunds.push({ payer: paid.payer, amount });
  }

  private failRefund(a: number): void {
    const [refund] = this.refunds.splice(a % (this.refunds.length || 1), 1);
    if (!refund) return;
    this.post(refundFailedPostings(payerOf(refund.payer), cad(refund.amount)));
    this.cash += refund.amount;
    this.credit[refund.payer] = (this.credit[refund.payer] ?? 0) + refund.amount;
    this.cameBack[refund.payer] = (this.cameBack[refund.payer] ?? 0) + refund.amount;
  }

  private creditNote(a: number, b: number, c: number): void {
    const chosen = this.invoicesFrom(b, 1).filter((_, n) => n === 0 || a % 2 === 0);
    const credits = chosen.map(({ id: lineId, net, taxes }) => ({
      lineId,
      net: net.percent(c % 101, 100),
      taxes: taxes.map(({ tax, amount }) => ({ tax, amount: amount.percent(c % 101, 100) })),
    }));
    const payer = chosen[0]?.payer ?? 0;
    const { postings, released } = creditNotePostings({ payer: payerOf(payer), lines: this.lines, credits });
    this.post(postings);
    this.count(released, -1);
    for (const [n, line] of chosen.entries()) {
      const credit = credits[n];
      if (!credit) continue;
      line.net = line.net.minus(credit.net);
      line.taxes = line.taxes.map((tax, at) => ({
        ...tax,
        amount: tax.amount.minus(credit.taxes[at]?.amount ?? cad(0)),
      }));
      this.touched.push(line);
    }
    this.credit[payer] = (this.credit[payer] ?? 0) + total(released);
  }

  private useCredit(a: number, b: number): void {
    const payer = a % 2;
    const credit = this.credit[payer] ?? 0;
    if (credit <= 0) return;
    const theirs = this.invoicesFrom(b, 2).filter(line => line.payer === payer);
    const parts = allocate(openOf(theirs), cad(credit));
    this.post(creditUsedPostings({ payer: payerOf(payer), lines: this.lines, parts }));
    this.count(parts, 1);
    this.credit[payer] = credit - total(parts);
  }

  /** Gathers what stands in no batch; a negative net is carried unless it is claimed. */
  prepare(body: number, claims: boolean): void {
    const entries = this.waiting.get(BODIES[body] ?? '') ?? [];
    const net = -entries.reduce((sum, { cents }) => sum + cents, 0);
    if (net === 0 || (net < 0 && !claims)) return;
    this.waiting.set(BODIES[body] ?? '', []);
    this.batches.push({
      kind: net > 0 ? 'REMITTANCE' : 'CLAIM',
      body,
      entries,
      state: 'PREPARED',
      posted: [],
    });
  }

  /** The next state of a batch: approved, then paid. */
  goOn(a: number): void {
    const batch = this.batches[a % (this.batches.length || 1)];
    if (!batch || batch.state === 'PAID') return;
    const bodyId = BODIES[batch.body] ?? ('book' as AssociationId);
    const parts = owedBy(batch.entries);
    const net = parts.reduce((sum, { owed }) => sum + of(owed), 0);
    const settles = (batch.kind === 'CLAIM') === (batch.state === 'PREPARED');
    batch.state = batch.state === 'PREPARED' ? 'APPROVED' : 'PAID';
    if (!settles && batch.kind === 'REMITTANCE') return;
    const postings = settles
      ? settledPostings({ kind: batch.kind, bodyId, parts })
      : claimPaidPostings(bodyId, cad(-net));
    batch.posted.push(...postings);
    this.settle(postings);
    if (batch.state === 'PAID') this.cash -= net;
  }

  reverse(a: number): void {
    const [batch] = this.batches.splice(a % (this.batches.length || 1), 1);
    if (!batch) return;
    const before = this.ledger.get('CASH') ?? 0;
    this.settle(reversedPostings(batch.posted));
    this.cash += (this.ledger.get('CASH') ?? 0) - before;
    const body = BODIES[batch.body] ?? '';
    this.waiting.set(body, [...batch.entries, ...(this.waiting.get(body) ?? [])]);
  }

  returnEverything(): void {
    for (let at = 0; at < this.payments.length; at++) this.return(at);
  }

  /** What stands paid of all that a payer owes. */
  paidOf(payer: number): number {
    return this.lines.filter(line => line.payer === payer).reduce((sum, line) => sum + of(line.paid), 0);
  }

  /** Hands on and claims all that there is. */
  settleEverything(): void {
    for (let body = 1; body < BODIES.length; body++) this.prepare(body, true);
    for (let n = 0; n < 2; n++) for (let at = 0; at < this.batches.length; at++) this.goOn(at);
  }

  /** What a body has of the lines by their own state, price and each tax apart. */
  expectedShares(line: Line): Map<string, number> {
    const { net, taxes } = sharesOf(line, line.paid);
    const shares: [string, number][] = [
      [`OWED ${line.supplierId}`, -of(net)],
      ...[...taxes].map(([tax, share]): [string, number] => [
        `TAX ${line.taxBodies[tax] ?? line.supplierId} ${tax}`,
        -of(share),
      ]),
    ];
    return new Map(shares.filter(([, cents]) => cents !== 0));
  }

  private invoicesFrom(b: number, count: number): Line[] {
    const invoices = [...new Set(this.lines.map(line => line.invoiceId))];
    const wanted = Array.from({ length: count }, (_, n) => invoices[(b + n) % invoices.length]);
    return this.lines.filter(line => wanted.includes(line.invoiceId));
  }

  /** What of the parts is on lines that a payer owes. */
  private of(payer: number, parts: readonly LineAmount[]): number {
    const theirs = this.lines.filter(line => line.payer === payer).map(({ id }) => id);
    return total(parts.filter(({ lineId }) => theirs.includes(lineId)));
  }

  private count(parts: readonly LineAmount[], sign: 1 | -1): void {
    for (const { lineId, amount } of parts) {
      const line = this.lines.find(each => each.id === lineId);
      if (!line) throw new Error('a line is gone');
      line.paid = line.paid.plus(amount.times(sign));
      this.touched.push(line);
    }
  }

  private settle(postings: readonly Posting[]): void {
    this.post(postings);
    for (const posting of postings)
      if (posting.account !== 'CASH') add(this.handedOn, keyOf(posting), of(posting.amount));
  }

  private post(postings: readonly Posting[]): void {
    let sum = 0;
    for (const posting of postings) {
      const [key, cents] = [keyOf(posting), of(posting.amount)];
      sum += cents;
      add(this.ledger, key, cents);
      if (posting.lineId === undefined || !('bodyId' in posting)) continue;
      const line = this.ofLines.get(posting.lineId) ?? new Map<string, number>();
      this.ofLines.set(posting.lineId, add(line, key, cents));
      const waiting = this.waiting.get(posting.bodyId) ?? [];
      this.waiting.set(posting.bodyId, waiting);
      waiting.push({ key, cents });
    }
    if (sum !== 0) this.unbalanced++;
  }
}

export function add(tally: Map<string, number>, key: string, cents: number): Map<string, number> {
  const now = (tally.get(key) ?? 0) + cents;
  if (now === 0) tally.delete(key);
  else tally.set(key, now);
  return tally;
}

const payerOf = (payer: number): (typeof PAYERS)[number] => PAYERS[payer % 2] ?? PAYERS[0];
const total = (parts: readonly LineAmount[]): number =>
  parts.reduce((sum, { amount }) => sum + of(amount), 0);
const takeOff = (parts: readonly LineAmount[], taken: readonly LineAmount[]): LineAmount[] =>
  parts.map(({ lineId, amount }) => ({
    lineId,
    amount: amount.minus(cad(total(taken.filter(one => one.lineId === lineId)))),
  }));
const openOf = (lines: readonly Line[]): Parameters<typeof allocate>[0] =>
  lines.map(line => ({ invoiceId: line.invoiceId, lineId: line.id, open: cad(open(line)) }));

function owedBy(entries: readonly Entry[]): OwedPart[] {
  const sums = new Map<string, number>();
  for (const { key, cents } of entries) add(sums, key, -cents);
  return [...sums].map(([key, cents]) => {
    const [account = '', , tax] = key.split(' ');
    return account === 'TAX'
      ? { account, tax: tax as Tax, owed: cad(cents) }
      : { account: 'OWED', owed: cad(cents) };
  });
}
