import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { InvoiceId, InvoiceLineId } from '../../src/kernel/id.ts';
import { Money } from '../../src/kernel/money.ts';
import { allocate, sharesOf, totalOf, type OpenLine } from '../../src/modules/billing/ledger/allocate.ts';

const line = (invoice: string, id: string, open: number): OpenLine => ({
  invoiceId: invoice as InvoiceId,
  lineId: id as InvoiceLineId,
  open: Money.cad(open),
});
const shared = (open: readonly OpenLine[], amount: number): Record<string, bigint> =>
  Object.fromEntries(allocate(open, Money.cad(amount)).map(share => [share.lineId, share.amount.cents]));

/** OPPI's dues with 13 % HST, ICU's with it, and a premium with Ontario's 8 %. */
const ONTARIO = [line('i1', 'oppi', 45_200), line('i1', 'icu', 9_040), line('i1', 'premium', 10_800)];

describe('which lines an amount pays (E8, E13)', () => {
  it.each([
    ['nothing', 0, {}],
    ['all of one invoice', 65_040, { oppi: 45_200n, icu: 9_040n, premium: 10_800n }],
    ['half of it, each line its half', 32_520, { oppi: 22_600n, icu: 4_520n, premium: 5_400n }],
    ['a cent, which the largest line carries', 1, { oppi: 1n }],
    ['more than is open: only what is open', 70_000, { oppi: 45_200n, icu: 9_040n, premium: 10_800n }],
    ['ten dollars, with the odd cents where most was lost', 1_000, { oppi: 695n, icu: 139n, premium: 166n }],
  ])('one invoice receives %s', (_, amount, shares) => {
    expect(shared(ONTARIO, amount)).toEqual(shares);
  });

  it('pays invoices in the order given, also where their lines are mixed', () => {
    const open = [line('i1', 'a', 100), line('i2', 'c', 500), line('i1', 'b', 200)];

    expect(shared(open, 299)).toEqual({ a: 100n, b: 199n });
    expect(shared(open, 301)).toEqual({ a: 100n, b: 200n, c: 1n });
  });

  it('gives nothing to what is paid already', () => {
    expect(shared([line('i1', 'a', 0), line('i2', 'b', 0), line('i2', 'c', 5)], 7)).toEqual({ c: 5n });
  });

  it('refuses an amount below zero', () => {
    expect(() => allocate(ONTARIO, Money.cad(-1))).toThrow(RangeError);
  });

  it('loses nothing, and pays every line exactly whatever the parts in which it comes', () => {
    const anyOpen = fc.array(fc.record({ invoice: fc.nat(3), open: fc.nat(100_000) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyOpen, fc.array(fc.nat(60_000), { maxLength: 12 }), (lines, parts) => {
        let open = lines.map((each, n) => line(`i${String(each.invoice)}`, `l${String(n)}`, each.open));
        let owing = lines.reduce((sum, each) => sum + each.open, 0);

        for (const part of [...parts, owing]) {
          const shares = allocate(open, Money.cad(part));

          const given = shares.reduce((sum, share) => sum + Number(share.amount.cents), 0);
          expect(given).toBe(Math.min(part, owing));
          owing -= given;
          open = open.map(each => {
            const share = shares.find(({ lineId }) => lineId === each.lineId);
            const left = share ? each.open.minus(share.amount) : each.open;
            expect(left.cents >= 0n).toBe(true);
            return { ...each, open: left };
          });
        }
        expect(open.every(each => each.open.isZero())).toBe(true);
      }),
    );
  });
});

const dues = (net: number, ...taxes: number[]) => ({
  net: Money.cad(net),
  taxes: taxes.map((cents, n) => ({
    tax: n === 0 ? ('GST' as const) : ('QST' as const),
    amount: Money.cad(cents),
  })),
});
const centsOf = (parts: ReturnType<typeof dues>, paid: number): bigint[] => {
  const { net, taxes } = sharesOf(parts, Money.cad(paid));
  return [net.cents, ...[...taxes.values()].map(share => share.cents)];
};

describe('how much of what a line received is price, and how much is tax (E2, E13)', () => {
  it.each([
    ['a dues line in Québec, paid whole', dues(50_000, 2_500, 4_988), 57_488, [50_000n, 2_500n, 4_988n]],
    ['the same, half paid', dues(50_000, 2_500, 4_988), 28_744, [25_000n, 1_250n, 2_494n]],
    ['the same, a third paid', dues(50_000, 2_500, 4_988), 19_163, [16_667n, 833n, 1_663n]],
    ['one cent', dues(50_000, 2_500, 4_988), 1, [1n, 0n, 0n]],
    ['nothing', dues(50_000, 2_500, 4_988), 0, [0n, 0n, 0n]],
    ['a line without tax', dues(2_950), 1_475, [1_475n]],
    ['a line that costs nothing', dues(0), 0, [0n]],
    ['a tax alone, once the price was credited', dues(0, 7), 7, [0n, 7n]],
  ])('%s', (_, parts, paid, shares) => {
    expect(centsOf(parts, paid)).toEqual(shares);
  });

  it.each([-1, 107])('refuses %d cents on a line of 106', paid => {
    expect(() => sharesOf(dues(100, 6), Money.cad(paid))).toThrow(RangeError);
  });

  it('is exact when a line is paid whole, and no further cent takes one back from any share', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.array(fc.nat(60), { maxLength: 2 }), (net, taxes) => {
        const parts = dues(net, ...taxes);
        const total = Number(totalOf(parts).cents);

        let before = centsOf(parts, 0);
        for (let paid = 1; paid <= total; paid++) {
          const after = centsOf(parts, paid);
          expect(after.reduce((sum, share) => sum + share, 0n)).toBe(BigInt(paid));
          expect(after.every((share, n) => share >= (before[n] ?? 0n))).toBe(true);
          before = after;
        }
        expect(before).toEqual([BigInt(net), ...taxes.map(BigInt)]);
      }),
    );
  });

  it('keeps each share within a cent of its proportion', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.nat(10_000),
        fc.nat(10_000),
        fc.nat(1_000),
        (net, gst, qst, thousandths) => {
          const total = net + gst + qst;
          fc.pre(total > 0);
          const paid = Math.floor((total * thousandths) / 1_000);

          const [price = 0n, first = 0n, second = 0n] = centsOf(dues(net, gst, qst), paid);

          const away = (share: bigint, part: number) => Math.abs(Number(share) - (paid * part) / total);
          expect(Math.max(away(price, net), away(first, gst), away(second, qst))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
