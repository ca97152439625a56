import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { InvoiceLineId } from '../../src/kernel/id.ts';
import { Money } from '../../src/kernel/money.ts';
import {
  creditOfLine,
  totalOf,
  type PriceAndTaxes,
} from '../../src/modules/billing/invoices/crediting/credit-of-line.ts';

const NOTHING: PriceAndTaxes = { net: Money.cad(0), taxes: [] };
const lineOf = (net: number, gst: number, qst: number) => ({
  id: 'line' as InvoiceLineId,
  net: Money.cad(net),
  taxes: [
    { tax: 'GST' as const, amount: Money.cad(gst) },
    { tax: 'QST' as const, amount: Money.cad(qst) },
  ],
});
const plus = (before: PriceAndTaxes, credit: PriceAndTaxes): PriceAndTaxes => ({
  net: before.net.plus(credit.net),
  taxes: credit.taxes.map(({ tax, amount }) => ({
    tax,
    amount: amount.plus(before.taxes.find(other => other.tax === tax)?.amount ?? Money.cad(0)),
  })),
});
const cents = ({ net, taxes }: PriceAndTaxes): bigint[] => [
  net.cents,
  ...taxes.map(({ amount }) => amount.cents),
];

describe('a credit of a line (E16)', () => {
  it('takes back the price with each of its taxes', () => {
    const credit = creditOfLine(lineOf(500_00, 25_00, 49_88), NOTHING, null);

    expect(credit && cents(credit)).toEqual([500_00n, 25_00n, 49_88n]);
    expect(credit?.isWhole).toBe(true);
  });

  it('of a part takes back the taxes of that part, half a cent up', () => {
    const credit = creditOfLine(lineOf(500_00, 25_00, 49_88), NOTHING, Money.cad(100_00));

    expect(credit && cents(credit)).toEqual([100_00n, 5_00n, 9_98n]);
    expect(credit?.isWhole).toBe(false);
  });

  it('is never above what remains', () => {
    const before = { net: Money.cad(400_00), taxes: [] };

    expect(creditOfLine(lineOf(500_00, 0, 0), before, Money.cad(100_01))).toBeNull();
    expect(creditOfLine(lineOf(500_00, 0, 0), NOTHING, Money.cad(-1))).toBeNull();
    expect(creditOfLine(lineOf(500_00, 0, 0), before, Money.cad(100_00))?.isWhole).toBe(true);
  });

  it('adds up to what was billed, to the cent of each tax, whatever the parts and their order', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amount, fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 12 }), (net, parts) => {
        const line = lineOf(net, Math.round(net * 0.05), Math.round(net * 0.09975));
        let before = NOTHING;
        for (const part of parts) {
          const credit = creditOfLine(line, before, Money.cad(part));
          if (credit === null) continue;
          expect(credit.taxes.every(tax => tax.amount.cents >= 0n)).toBe(true);
          before = plus(before, credit);
        }

        const rest = creditOfLine(line, before, null);

        expect(rest && cents(plus(before, rest))).toEqual(cents(line));
        expect(rest && totalOf(rest).cents >= 0n).toBe(true);
      }),
    );
  });
});
