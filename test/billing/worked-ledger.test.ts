import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { AssociationId, InvoiceId, InvoiceLineId, PersonId } from '../../src/kernel/id.ts';
import { Money } from '../../src/kernel/money.ts';
import type { Tax } from '../../src/modules/billing/billing-words.ts';
import { amountInTable } from '../../src/modules/billing/ledger/exporting/amount-in-table.ts';
import {
  allocate,
  creditNotePostings,
  paymentPostings,
  type LedgerLine,
  type Posting,
} from '../../src/modules/billing/ledger/index.ts';
import {
  claimPaidPostings,
  settledPostings,
} from '../../src/modules/billing/ledger/remitting/remittance-postings.ts';

const paper = readFileSync('docs/ledger.md', 'utf8');
const member = { personId: 'member' as PersonId };
const cad = (dollars: string): Money => Money.cad(BigInt(dollars.replace('.', '')));

type Priced = readonly [supplier: string, net: string, taxes: Readonly<Partial<Record<Tax, string>>>];

const linesOf = (priced: readonly Priced[]): LedgerLine[] =>
  priced.map(([supplier, net, taxes], n) => ({
    id: `line ${String(n)}` as InvoiceLineId,
    supplierId: supplier as AssociationId,
    taxBodies: {},
    net: cad(net),
    taxes: Object.entries(taxes).map(([tax, amount]) => ({ tax: tax as Tax, amount: cad(amount) })),
    paid: Money.cad(0),
  }));

const openOf = (line: LedgerLine): Money =>
  line.taxes.reduce((sum, { amount }) => sum.plus(amount), line.net).minus(line.paid);

/** A payment of these lines, and how they stand after it. */
function pay(lines: readonly LedgerLine[], amount: Money): { postings: Posting[]; after: LedgerLine[] } {
  const open = lines.map(line => ({ invoiceId: 'one' as InvoiceId, lineId: line.id, open: openOf(line) }));
  const parts = allocate(open, amount);
  const after = lines.map(line => ({
    ...line,
    paid: parts.reduce((sum, part) => (part.lineId === line.id ? sum.plus(part.amount) : sum), line.paid),
  }));
  return { postings: paymentPostings({ amount, payer: member, lines, parts }), after };
}

const inRow = (posting: Posting): string[] => {
  const { cents } = posting.amount;
  return [
    posting.account,
    'bodyId' in posting ? posting.bodyId : '',
    'tax' in posting ? posting.tax : '',
    cents > 0n ? amountInTable(cents, 'en-CA') : '',
    cents < 0n ? amountInTable(-cents, 'en-CA') : '',
  ];
};

/** The rows of a marked table, without its head. */
function tableOf(block: string): string[][] {
  const [, table = ''] = new RegExp(`<!-- ${block} -->([\\s\\S]*?)<!-- /${block} -->`).exec(paper) ?? [];
  const rows = table.split('\n').filter(row => row.startsWith('|'));
  return rows.slice(2).map(row =>
    row
      .split('|')
      .slice(1, -1)
      .map(cell => cell.replaceAll('`', '').trim()),
  );
}
const posted = (postings: readonly Posting[]): string[][] =>
  postings.filter(({ amount }) => !amount.isZero()).map(inRow);

const ONTARIO = linesOf([
  ['OPPI', '400.00', { HST: '52.00' }],
  ['ICU', '80.00', { HST: '10.40' }],
  ['ICU', '100.00', { PREMIUM_TAX: '8.00' }],
]);
const QUEBEC = linesOf([
  ['OPPI', '400.00', { GST: '20.00', QST: '39.90' }],
  ['ICU', '80.00', { GST: '4.00', QST: '7.98' }],
  ['ICU', '100.00', { PREMIUM_TAX: '9.00' }],
]);

describe('the worked examples of docs/ledger.md (E13, E14)', () => {
  const first = pay(ONTARIO, cad('325.20'));
  const second = pay(first.after, cad('330.00'));

  it.each([
    ['ontario-first', first.postings],
    ['ontario-second', second.postings],
    ['quebec', pay(QUEBEC, cad('200.00')).postings],
    [
      'remittance',
      settledPostings({
        kind: 'REMITTANCE',
        bodyId: 'ICU' as AssociationId,
        parts: [
          { account: 'OWED', owed: cad('180.00') },
          { account: 'TAX', tax: 'HST', owed: cad('10.40') },
          { account: 'TAX', tax: 'PREMIUM_TAX', owed: cad('8.00') },
        ],
      }),
    ],
    [
      'credit-note',
      creditNotePostings({
        payer: member,
        lines: second.after,
        credits: [
          {
            lineId: 'line 1' as InvoiceLineId,
            net: cad('20.00'),
            taxes: [{ tax: 'HST', amount: cad('2.60') }],
          },
        ],
      }).postings,
    ],
    [
      'claim',
      settledPostings({
        kind: 'CLAIM',
        bodyId: 'ICU' as AssociationId,
        parts: [
          { account: 'OWED', owed: cad('20.00').times(-1) },
          { account: 'TAX', tax: 'HST', owed: cad('2.60').times(-1) },
        ],
      }),
    ],
    ['claim-paid', claimPaidPostings('ICU' as AssociationId, cad('22.60'))],
  ])('%s is what is posted', (block, postings) => {
    expect(tableOf(block)).toEqual(posted(postings));
  });
});
