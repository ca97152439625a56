import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { Period } from '../../src/kernel/period.ts';
import { PROVINCES } from '../../src/kernel/province.ts';
import { LINE_KINDS } from '../../src/modules/billing/billing-words.ts';
import type { PriceRules } from '../../src/modules/billing/prices/price-rules.ts';
import type { Quote } from '../../src/modules/billing/prices/quote.ts';
import { lastDayWithout } from '../../src/modules/billing/prices/late.ts';
import { TAX_TREATMENTS } from '../../src/modules/billing/taxes/tax-rules.ts';
import { classOf, item, member, price, printed, quoted, registered, rules } from './support/price-list.ts';

const day = (from: number): fc.Arbitrary<ReturnType<typeof localDate>> =>
  fc
    .date({ min: new Date(Date.UTC(from, 0, 1)), max: new Date(Date.UTC(2029, 11, 31)), noInvalidDate: true })
    .map(date => localDate(date.toISOString().slice(0, 10)));

/** A cart of up to six lines of three bodies, somewhere and some day. */
const cart = fc.record({
  province: fc.option(fc.constantFrom(...PROVINCES)),
  on: day(2018),
  lines: fc.array(
    fc.record({
      supplier: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom(...Object.values(LINE_KINDS)),
      treatment: fc.constantFrom(...Object.values(TAX_TREATMENTS)),
      cents: fc.integer({ min: 0, max: 10_000_000 }),
      quantity: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});
type Cart = typeof cart extends fc.Arbitrary<infer T> ? T : never;

const registrations = [...registered('a', 'GST_HST', 'QST'), ...registered('b', 'GST_HST')];

function quoteOf({ province, on, lines }: Cart, order = lines.map((_, i) => i)): Quote {
  const codes = lines.map((_, i) => `item-${String(i)}`);
  const inOrder = order.map(i => ({ line: lines[i], code: codes[i] ?? '' }));
  const list = rules({
    registrations,
    items: inOrder.flatMap(({ line, code }) =>
      line === undefined
        ? []
        : [item(line.supplier, { code, kind: line.kind, treatment: line.treatment, charged: 'ON_DEMAND' })],
    ),
    prices: lines.map(({ cents }, i) =>
      price(codes[i] ?? '', '0.00', {
        id: String(i),
        classId: classOf('FULL'),
        price: { amount: Money.cad(cents) },
      }),
    ),
  });
  const demanded = list.items.map(({ id }) => ({
    feeItemId: id,
    quantity: lines[codes.indexOf(id)]?.quantity ?? 1,
  }));
  return quoted(list, province, on, member('a', { classId: classOf('FULL'), term: null, demanded }));
}

const centsOf = ({ net, taxes, total }: Quote): readonly unknown[] => [
  net.cents,
  taxes.map(({ tax, amount }) => [tax, amount.cents]),
  total.cents,
];

describe('any quote', () => {
  it('adds up to the cent, and each tax is within half a cent of its rate, a half rounded up', () => {
    fc.assert(
      fc.property(cart, given => {
        const { lines, net, taxes, total } = quoteOf(given);

        const nets = lines.map(({ unit, quantity }) => unit.cents * BigInt(quantity));
        const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);
        const ofLines = lines.flatMap(line => line.taxes.map(({ amount }) => amount.cents));
        const ofQuote = taxes.map(({ amount }) => amount.cents);
        if (net.cents !== sum(nets) || sum(ofQuote) !== sum(ofLines)) return false;
        if (total.cents !== sum(nets) + sum(ofLines)) return false;
        return lines.every((line, i) =>
          line.taxes.every(({ amount, per100000 }) => {
            const off = amount.cents * 100_000n - (nets[i] ?? 0n) * BigInt(per100000);
            return off > -50_000n && off <= 50_000n;
          }),
        );
      }),
      { numRuns: 100_000 },
    );
  });

  it('comes to the same in whichever order its lines stand', () => {
    const shuffled = cart.chain(given =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(
          given.lines.map((_, i) => i),
          { minLength: given.lines.length, maxLength: given.lines.length },
        ),
      ),
    );

    fc.assert(
      fc.property(shuffled, ([given, order]) => {
        expect(centsOf(quoteOf(given, order))).toEqual(centsOf(quoteOf(given)));
      }),
      { numRuns: 10_000 },
    );
  });

  it('never has a sales tax beside another of its kind that excludes it, nor either on a premium', () => {
    fc.assert(
      fc.property(cart, given => {
        for (const { taxes } of quoteOf(given).lines) {
          const names = taxes.map(({ tax }) => tax).join('+');
          expect(['', 'GST', 'HST', 'GST+QST', 'PREMIUM_TAX']).toContain(names);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('a term that is entered late', () => {
  const entries = fc.integer({ min: 0, max: 364 }).map(after => localDate(dayOfYear(after)));
  const list = (proration: 'BY_MONTH' | 'BY_DAY'): PriceRules =>
    rules({
      items: [item('a', { code: 'DUES', treatment: 'NONE', effect: 'EXTEND_TERM' })],
      prices: [
        price('DUES', '399.99', {
          proration,
          monthTable:
            proration === 'BY_MONTH' ? Array.from({ length: 12 }, (_, i) => 10_000 - i * 800) : null,
        }),
      ],
    });
  const cents = (proration: 'BY_MONTH' | 'BY_DAY', entry: ReturnType<typeof localDate>): bigint =>
    quoted(list(proration), 'ON', '2026-01-01', member('a', { entry })).total.cents;

  it('never costs more than one that is entered earlier, nor more than all of it (D17)', () => {
    fc.assert(
      fc.property(fc.constantFrom('BY_MONTH', 'BY_DAY'), entries, entries, (proration, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];

        expect(cents(proration, later)).toBeLessThanOrEqual(cents(proration, earlier));
        expect(cents(proration, earlier)).toBeLessThanOrEqual(39_999n);
      }),
      { numRuns: 2000 },
    );
  });

  it('the days of a year, each by itself, make the year', () => {
    const days = Array.from({ length: 365 }, (_, i) => cents('BY_DAY', localDate(dayOfYear(i))));

    expect(days[0]).toBe(39_999n);
    days.slice(1).forEach((left, i) => {
      const one = (days[i] ?? 0n) - left;
      expect(one === 109n || one === 110n).toBe(true);
    });
  });

  it('a month counts from the day on which the term begins', () => {
    const term = { from: localDate('2026-04-15'), to: localDate('2027-04-15') };
    const entering = (on: string): string[] =>
      printed(quoted(list('BY_MONTH'), 'ON', '2026-04-15', member('a', { term, entry: localDate(on) })));

    expect(['2026-05-14', '2026-05-15', '2027-04-14'].map(entering)).toEqual([
      ['399.99'],
      ['367.99'],
      ['48.00'],
    ]);
  });
});

describe('what a quote holds', () => {
  const list = rules({
    items: [
      item('a', { code: 'DUES', effect: 'EXTEND_TERM' }),
      item('a', { code: 'ADMISSION', kind: 'FEE', charged: 'AT_ADMISSION', priceDay: 'INVOICE_DAY' }),
      item('a', { code: 'HOLD', kind: 'FEE', charged: 'DURING_HOLD', priceDay: 'INVOICE_DAY' }),
      item('b', { code: 'ANOTHER', charged: 'WITH_TERM' }),
    ],
    prices: [
      price('DUES', '100.00', { period: Period.of(localDate('2025-01-01'), localDate('2027-01-01')) }),
      price('DUES', '110.00', { id: 'dues-2027', period: Period.of(localDate('2027-01-01'), null) }),
      price('ADMISSION', '50.00'),
      price('HOLD', '30.00', { forMonths: 12 }),
      price('ANOTHER', '1.00'),
    ],
    registrations: registered('a', 'GST_HST'),
  });

  it('an item is charged on its own occasion alone, and of another body only where a rule names the class', () => {
    expect(printed(quoted(list, 'ON', '2026-06-01', member('a')))).toEqual(['100.00 + HST 13.00']);
    const joining = member('a', { occasions: ['WITH_TERM', 'AT_ADMISSION'] });
    expect(printed(quoted(list, 'ON', '2026-06-01', joining))).toEqual([
      '100.00 + HST 13.00',
      '50.00 + HST 6.50',
    ]);
  });

  it('a hold of half a year costs half of the fee of a year (C12)', () => {
    const term = { from: localDate('2026-03-01'), to: localDate('2026-09-01') };

    expect(
      printed(quoted(list, 'ON', '2026-02-01', member('a', { occasions: ['DURING_HOLD'], term }))),
    ).toEqual(['15.00 + HST 1.95']);
  });

  it('the price of a year is that of its first day, whenever it is asked', () => {
    const next = member('a', { term: { from: localDate('2027-01-01'), to: localDate('2028-01-01') } });

    expect(printed(quoted(list, 'ON', '2026-11-22', next))).toEqual(['110.00 + HST 14.30']);
    expect(printed(quoted(list, 'ON', '2027-05-01', member('a')))).toEqual(['100.00 + HST 13.00']);
  });

  it('the same quote again next year gives the same cents, whatever rules came since (D3)', () => {
    const asked = member('a', { occasions: ['WITH_TERM', 'AT_ADMISSION'] });
    const thisYear = quoted(list, 'NS', '2026-11-22', asked);

    const since = localDate('2026-11-23');
    const nextYear = rules({
      ...list,
      prices: [
        ...list.prices.map(rule =>
          rule.period.to === null && rule.period.from < since
            ? { ...rule, period: Period.of(rule.period.from, since) }
            : rule,
        ),
        price('ADMISSION', '75.00', { id: 'newer', period: Period.of(since, null) }),
      ],
      rates: list.rates.flatMap(rate =>
        rate.tax === 'HST' && rate.period.to === null
          ? [
              { ...rate, period: Period.of(rate.period.from, since) },
              { ...rate, per100000: 1000, period: Period.of(since, null) },
            ]
          : [rate],
      ),
    });

    expect(quoted(nextYear, 'NS', '2026-11-22', asked)).toEqual(thisYear);
    expect(quoted(nextYear, 'NS', '2026-11-23', asked).total).not.toEqual(thisYear.total);
  });

  it('explains each line: the price, where it is supplied, and each tax', () => {
    const [line] = quoted(list, 'ON', '2026-06-01', member('a')).lines;

    expect(line?.explanation).toEqual([
      { rule: 'PRICE', inputs: { amount: '100.00 CAD', since: '2025-01-01' } },
      { rule: 'PLACE_BY_ADDRESS', inputs: { province: 'ON' } },
      { rule: 'TAX_ON_SALE', inputs: { tax: 'HST', rate: '13', province: 'ON', on: '2026-06-01' } },
    ]);
  });

  it('says why a price is another one than the list’s', () => {
    const by = rules({
      items: [item('a', { code: 'DUES', treatment: 'NONE' })],
      prices: [
        price('DUES', '120.00', {
          classId: classOf('FULL'),
          province: 'ON',
          age: { min: 65, max: null },
          proration: 'BY_DAY',
        }),
      ],
    });
    const asked = member('a', {
      classId: classOf('FULL'),
      bornOn: localDate('1950-06-01'),
      entry: localDate('2026-12-31'),
    });

    expect(quoted(by, 'ON', '2026-06-01', asked).lines[0]?.explanation).toEqual([
      { rule: 'PRICE', inputs: { amount: '120.00 CAD', since: '2000-01-01' } },
      { rule: 'PRICE_BY_CLASS', inputs: {} },
      { rule: 'PRICE_BY_PROVINCE', inputs: { province: 'ON' } },
      { rule: 'PRICE_BY_AGE', inputs: { years: '75', on: '2026-01-01' } },
      { rule: 'PRORATED_BY_DAY', inputs: { from: '2026-12-31', lastDay: '2026-12-31', share: '1/365' } },
      { rule: 'TAX_NONE_ON_ITEM', inputs: {} },
    ]);
  });

  it.each([
    [null, '2026-01-02'],
    [{ days: 10 }, '2026-01-12'],
    [{ monthDay: '03-31' }, '2026-03-31'],
    [{ monthDay: '01-01' }, '2027-01-01'],
  ])('a late fee with %j: the last day without it is %s', (lateAfter, expected) => {
    expect(lastDayWithout(lateAfter, localDate('2026-01-02'))).toBe(expected);
  });

  it('an amount of nothing is a line where it extends a term, and none where it does nothing', () => {
    const free = rules({
      items: [item('a', { code: 'DUES', effect: 'EXTEND_TERM' }), item('a', { code: 'FEE', kind: 'FEE' })],
      prices: [price('DUES', '0.00'), price('FEE', '0.00')],
    });

    expect(quoted(free, 'ON', '2026-01-01', member('a')).lines.map(({ feeItemId }) => feeItemId)).toEqual([
      'DUES',
    ]);
  });
});

function dayOfYear(after: number): string {
  return new Date(Date.UTC(2026, 0, 1 + after)).toISOString().slice(0, 10);
}
