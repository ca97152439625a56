import { describe, expect, it } from '@jest/globals';
import type { AssociationId, InvoiceLineId, PersonId } from '../../src/kernel/id.ts';
import { Money } from '../../src/kernel/money.ts';
import { amountInTable } from '../../src/modules/billing/ledger/exporting/amount-in-table.ts';
import {
  creditNotePostings,
  creditUsedPostings,
  paymentPostings,
  refundFailedPostings,
  refundPostings,
  returnPostings,
  takeBack,
  type LedgerLine,
} from '../../src/modules/billing/ledger/payment-postings.ts';
import type { Posting } from '../../src/modules/billing/ledger/post-journal.ts';

const member = { personId: 'zoe' as PersonId };
const id = (text: string) => text as InvoiceLineId;
const cad = (cents: number) => Money.cad(cents);
const part = (lineId: string, cents: number) => ({ lineId: id(lineId), amount: cad(cents) });

function line(
  lineId: string,
  supplier: string,
  net: number,
  taxes: Partial<Record<'GST' | 'QST' | 'HST', number>>,
) {
  return {
    id: id(lineId),
    supplierId: supplier as AssociationId,
    taxBodies: {},
    net: cad(net),
    taxes: Object.entries(taxes).map(([tax, cents]) => ({ tax: tax as 'GST', amount: cad(cents) })),
    paid: cad(0),
  } satisfies LedgerLine;
}
const paidOf = (each: LedgerLine, cents: number): LedgerLine => ({ ...each, paid: cad(cents) });

const inWords = (postings: readonly Posting[]): string[] =>
  postings
    .filter(({ amount }) => !amount.isZero())
    .map(posting => {
      const of = 'bodyId' in posting ? ` ${posting.bodyId}` : '';
      const tax = posting.account === 'TAX' ? ` ${posting.tax}` : '';
      return `${posting.account}${of}${tax} ${String(posting.amount.cents)}`;
    });

const oppi = line('dues', 'oppi', 40_000, { HST: 5_200 });
const icu = line('icu', 'icu', 8_000, { HST: 1_040 });
const ooq = line('ooq', 'ouq', 50_000, { GST: 2_500, QST: 4_988 });

describe('what is posted when money moves (E11, E12, E13)', () => {
  it('a payment goes to each line’s bodies, price and tax apart, and what is left is the payer’s', () => {
    const postings = paymentPostings({
      amount: cad(55_000),
      payer: member,
      lines: [oppi, icu],
      parts: [part('dues', 45_200), part('icu', 9_040)],
    });

    expect(inWords(postings)).toEqual([
      'CASH 55000',
      'OWED oppi -40000',
      'TAX oppi HST -5200',
      'OWED icu -8000',
      'TAX icu HST -1040',
      'PAYER_CREDIT -760',
    ]);
  });

  it('a second part pays exactly what the first one left of price and taxes', () => {
    const first = paymentPostings({
      amount: cad(19_163),
      payer: member,
      lines: [ooq],
      parts: [part('ooq', 19_163)],
    });
    const lines = [paidOf(ooq, 19_163)];
    const second = paymentPostings({
      amount: cad(38_325),
      payer: member,
      lines,
      parts: [part('ooq', 38_325)],
    });

    expect(inWords(first)).toEqual([
      'CASH 19163',
      'OWED ouq -16667',
      'TAX ouq GST -833',
      'TAX ouq QST -1663',
    ]);
    expect(inWords(second)).toEqual([
      'CASH 38325',
      'OWED ouq -33333',
      'TAX ouq GST -1667',
      'TAX ouq QST -3325',
    ]);
  });

  it('tax is owed to the issuer where both elected so', () => {
    const elected = { ...icu, taxBodies: { HST: 'oppi' as AssociationId } };
    const postings = paymentPostings({
      amount: cad(9_040),
      payer: null,
      lines: [elected],
      parts: [part('icu', 9_040)],
    });

    expect(inWords(postings)).toEqual(['CASH 9040', 'OWED icu -8000', 'TAX oppi HST -1040']);
  });

  it('a credit pays like money, without any cash', () => {
    const postings = creditUsedPostings({ payer: member, lines: [icu], parts: [part('icu', 9_040)] });

    expect(inWords(postings)).toEqual(['PAYER_CREDIT 9040', 'OWED icu -8000', 'TAX icu HST -1040']);
  });

  it('a returned cheque mirrors its payment, also where its credit was used', () => {
    const back = {
      amount: cad(10_000),
      payer: member,
      lines: [paidOf(icu, 9_040)],
      parts: [part('icu', 9_040)],
    };

    expect(inWords(returnPostings({ ...back, inCreditOfOthers: [] }))).toEqual([
      'OWED icu 8000',
      'TAX icu HST 1040',
      'PAYER_CREDIT 960',
      'CASH -10000',
    ]);
  });

  it('a returned payment takes what lies in another’s credit from there', () => {
    const back = {
      amount: cad(10_000),
      payer: null,
      lines: [paidOf(icu, 9_040)],
      parts: [part('icu', 9_040)],
      inCreditOfOthers: [{ payer: member, amount: cad(960) }],
    };

    expect(returnPostings(back)).toContainEqual({
      account: 'PAYER_CREDIT',
      payer: member,
      amount: cad(960),
    });
    expect(inWords(returnPostings(back))).toEqual([
      'PAYER_CREDIT 960',
      'OWED icu 8000',
      'TAX icu HST 1040',
      'CASH -10000',
    ]);
  });

  it('a refund to source takes from lines and from the credit; one to credit moves no cash', () => {
    const back = {
      amount: cad(5_000),
      payer: member,
      lines: [paidOf(icu, 9_040)],
      parts: [part('icu', 4_520)],
    };

    const half = ['OWED icu 4000', 'TAX icu HST 520', 'PAYER_CREDIT 480'];
    expect(inWords(refundPostings({ ...back, to: 'SOURCE' }))).toEqual([...half, 'CASH -5000']);
    expect(inWords(refundPostings({ ...back, to: 'CREDIT' }))).toEqual([...half, 'PAYER_CREDIT -5000']);
    expect(inWords(refundFailedPostings(member, cad(5_000)))).toEqual(['CASH 5000', 'PAYER_CREDIT -5000']);
  });

  it('a credit note on a paid line gives what exceeds to the payer, tax per line', () => {
    const { postings, released } = creditNotePostings({
      payer: member,
      lines: [paidOf(ooq, 57_488)],
      credits: [
        {
          lineId: id('ooq'),
          net: cad(20_000),
          taxes: [
            { tax: 'GST', amount: cad(1_000) },
            { tax: 'QST', amount: cad(1_995) },
          ],
        },
      ],
    });

    expect(released).toEqual([part('ooq', 22_995)]);
    expect(inWords(postings)).toEqual([
      'OWED ouq 20000',
      'TAX ouq GST 1000',
      'TAX ouq QST 1995',
      'PAYER_CREDIT -22995',
    ]);
  });

  it('a credit note on an open line posts nothing, and on a partly paid one at most odd cents', () => {
    const credits = [
      {
        lineId: id('ooq'),
        net: cad(25_001),
        taxes: [
          { tax: 'GST' as const, amount: cad(1_250) },
          { tax: 'QST' as const, amount: cad(2_494) },
        ],
      },
    ];
    const open = creditNotePostings({ payer: member, lines: [ooq], credits });
    const partly = creditNotePostings({ payer: member, lines: [paidOf(ooq, 20_000)], credits });

    expect([inWords(open.postings), open.released]).toEqual([[], []]);
    expect(partly.released).toEqual([]);
    const moved = partly.postings.map(({ amount }) => Number(amount.cents));
    expect([moved.reduce((sum, cents) => sum + cents, 0), Math.max(0, ...moved.map(Math.abs)) <= 1]).toEqual([
      0,
      true,
    ]);
  });

  it('takes no more back from a line than still stands paid on it', () => {
    const lines = [paidOf(icu, 5_000), paidOf(oppi, 45_200)];

    expect(
      takeBack([part('icu', 4_000), part('icu', 4_000), part('dues', 200), part('gone', 1)], lines),
    ).toEqual([part('icu', 4_000), part('icu', 1_000), part('dues', 200)]);
  });

  it('refuses lines that take more than there is, and amounts on lines that are not there', () => {
    const act = { payer: member, lines: [icu] };

    expect(() => paymentPostings({ ...act, amount: cad(1), parts: [part('icu', 2)] })).toThrow(RangeError);
    expect(() => paymentPostings({ ...act, amount: cad(9), parts: [part('gone', 9)] })).toThrow(RangeError);
    expect(() => paymentPostings({ ...act, amount: cad(9_041), parts: [part('icu', 9_041)] })).toThrow(
      RangeError,
    );
  });
});

describe('an amount in a table (E18)', () => {
  it.each([
    [0n, '', ''],
    [5n, '0,05', '0.05'],
    [-123_456n, '-1234,56', '-1234.56'],
  ])('of %d cents is what the spreadsheets of each language read as a number', (cents, french, english) => {
    expect([amountInTable(cents, 'fr-CA'), amountInTable(cents, 'en-CA')]).toEqual([french, english]);
  });
});
