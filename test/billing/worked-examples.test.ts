import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../src/kernel/local-date.ts';
import { Period } from '../../src/kernel/period.ts';
import { yearsOf } from '../../src/modules/billing/prices/next-terms.ts';
import { nextTerm } from '../../src/modules/memberships/next-term.ts';
import {
  cad,
  classOf,
  dollars,
  item,
  member,
  price,
  printed,
  quoted,
  registered,
  rules,
} from './support/price-list.ts';

const year = (
  from: string,
  to: string,
): { from: ReturnType<typeof localDate>; to: ReturnType<typeof localDate> } => ({
  from: localDate(from),
  to: localDate(to),
});

/** https://www.albertaplanners.com/membership/member-information, historical. */
describe('APPI, 2018', () => {
  const registeredMember = classOf('FULL');
  const retired = classOf('RETIRED');
  const list = rules({
    items: [
      item('appi', { code: 'APPI' }),
      item('icu', { code: 'PLI', kind: 'INSURANCE', treatment: 'PREMIUM' }),
      item('icu', { code: 'CIP' }),
      item('appi', {
        code: 'LATE',
        kind: 'FEE',
        treatment: 'NONE',
        charged: 'WHEN_LATE',
        priceDay: 'INVOICE_DAY',
      }),
      item('appi', {
        code: 'REACTIVATION',
        kind: 'FEE',
        treatment: 'NONE',
        charged: 'AT_REINSTATEMENT',
        priceDay: 'INVOICE_DAY',
      }),
      item('appi', {
        code: 'ORAL',
        kind: 'FEE',
        treatment: 'NONE',
        charged: 'ON_DEMAND',
        priceDay: 'INVOICE_DAY',
      }),
    ],
    prices: [
      price('APPI', '312.81', { classId: registeredMember }),
      price('APPI', '69.76', { classId: retired }),
      price('PLI', '47.00', { classId: registeredMember }),
      price('CIP', '191.00', { classId: registeredMember }),
      price('CIP', '75.00', { classId: retired }),
      price('LATE', '0.00', { price: { per100000OfOwing: 10_000 }, lateAfter: { monthDay: '03-31' } }),
      price('REACTIVATION', '300.00'),
      price('ORAL', '420.00'),
    ],
    registrations: [...registered('appi', 'GST_HST'), ...registered('icu', 'GST_HST')],
  });
  const term = year('2018-01-01', '2019-01-01');

  it('a registered member: 312.81 + 15.64, 47.00 untaxed, 191.00 + 9.55, 576.00 in all', () => {
    const full = quoted(list, 'AB', '2018-01-02', member('appi', { classId: registeredMember, term }));

    expect(printed(full)).toEqual(['312.81 + GST 15.64', '47.00', '191.00 + GST 9.55']);
    expect(dollars(full.total)).toBe('576.00');
  });

  it('a retired member: 69.76 + 3.49, 75.00 + 3.75, 152.00 in all', () => {
    const given = quoted(list, 'AB', '2018-01-02', member('appi', { classId: retired, term }));

    expect(printed(given)).toEqual(['69.76 + GST 3.49', '75.00 + GST 3.75']);
    expect(dollars(given.total)).toBe('152.00');
  });

  it('late: after March 31 a tenth of what is owing, once (D19)', () => {
    const late = member('appi', {
      term,
      occasions: ['WHEN_LATE'],
      dueOn: localDate('2018-01-02'),
      owing: cad('576.00'),
    });
    const on = (day: string): string[] => printed(quoted(list, 'AB', day, late));

    expect([on('2018-03-31'), on('2018-04-01'), on('2018-12-31')]).toEqual([[], ['57.60'], ['57.60']]);
    const charged = { ...late, charged: list.items.flatMap(({ id, code }) => (code === 'LATE' ? [id] : [])) };
    expect(printed(quoted(list, 'AB', '2018-04-02', charged))).toEqual([]);
  });

  it('re-activation 300.00 on the day it is asked, an oral examination 420.00 without tax', () => {
    const [oral] = list.items.filter(({ code }) => code === 'ORAL');
    const back = member('appi', {
      term: null,
      occasions: ['AT_REINSTATEMENT'],
      demanded: oral ? [{ feeItemId: oral.id, quantity: 1 }] : [],
    });

    expect(printed(quoted(list, 'AB', '2018-06-01', back))).toEqual(['300.00', '420.00']);
  });
});

/** https://atlanticplanners.org/member-services/categories-and-fees/, historical. */
describe('API, 2023', () => {
  const list = rules({
    items: [
      item('nbap', { code: 'NBAP' }),
      item('icu', { code: 'CIP' }),
      item('icu', { code: 'PLI', kind: 'INSURANCE', treatment: 'PREMIUM' }),
    ],
    prices: [
      ...['FULL', 'CANDIDATE', 'PRE_CANDIDATE'].map(code =>
        price('NBAP', '352.00', { id: code, classId: classOf(code) }),
      ),
      price('NBAP', '35.00', { classId: classOf('STUDENT') }),
      price('NBAP', '75.00', { classId: classOf('RETIRED') }),
      price('CIP', '241.26', { classId: classOf('FULL') }),
      price('PLI', '54.00', { classId: classOf('FULL') }),
    ],
    registrations: [...registered('nbap', 'GST_HST'), ...registered('icu', 'GST_HST')],
  });
  const term = year('2023-01-01', '2024-01-01');
  const asked = (code: string): string[] =>
    printed(quoted(list, 'NB', '2023-01-02', member('nbap', { classId: classOf(code), term })));

  it.each([
    ['FULL', ['352.00 + HST 52.80', '241.26 + HST 36.19', '54.00']],
    ['CANDIDATE', ['352.00 + HST 52.80']],
    ['PRE_CANDIDATE', ['352.00 + HST 52.80']],
    ['STUDENT', ['35.00 + HST 5.25']],
    ['RETIRED', ['75.00 + HST 11.25']],
  ])('%s: %j', (code, expected) => {
    expect(asked(code)).toEqual(expected);
  });
});

/** http://www.oifq.com/membres/avis-de-cotisation, and https://www.agpi.org/fr/services-aux-membres/inscription. */
describe('Québec', () => {
  it('an order: 680.00, its two taxes, and 29.50 for the Office des professions without tax, 811.33 in all', () => {
    const list = rules({
      items: [
        item('order', { code: 'DUES' }),
        item('order', { code: 'OFFICE', kind: 'CONTRIBUTION', treatment: 'NONE' }),
      ],
      prices: [price('DUES', '680.00'), price('OFFICE', '29.50')],
      registrations: registered('order', 'GST_HST', 'QST'),
    });

    const given = quoted(list, 'QC', '2026-04-01', member('order'));

    expect(printed(given)).toEqual(['680.00 + GST 34.00 + QST 67.83', '29.50']);
    expect(dollars(given.total)).toBe('811.33');
  });

  it('premiums of a term that begins in 2027, invoiced in 2026: by the day of the invoice, or of the term where the item says so', () => {
    const premium = { kind: 'INSURANCE', treatment: 'PREMIUM' } as const;
    const list = rules({
      items: [
        item('order', { code: 'BY_INVOICE', ...premium }),
        item('order', { code: 'BY_TERM', ...premium, taxDay: 'TERM_START' }),
      ],
      prices: [price('BY_INVOICE', '54.00'), price('BY_TERM', '54.00')],
    });
    const asked = member('order', { term: year('2027-01-01', '2028-01-01') });

    expect(printed(quoted(list, 'QC', '2026-12-31', asked))).toEqual([
      '54.00 + PREMIUM_TAX 4.86',
      '54.00 + PREMIUM_TAX 5.39',
    ]);
    expect(printed(quoted(list, 'QC', '2027-01-01', asked))).toEqual([
      '54.00 + PREMIUM_TAX 5.39',
      '54.00 + PREMIUM_TAX 5.39',
    ]);
  });
});

/** https://www.pibc.bc.ca/fee-schedule, with round figures. */
describe('PIBC, by month of entry (D2, D17)', () => {
  const NEXT_YEAR = '2027-01-01…2028-01-01';
  const WHOLE_YEAR = ['400.01 + GST 20.00', '54.00'];
  const whole = 10_000;
  const half = 5000;
  const table = [whole, whole, whole, whole, whole, whole, half, half, half, 0, 0, 0];
  const list = rules({
    items: [
      item('pibc', { code: 'DUES', effect: 'EXTEND_TERM' }),
      item('pibc', { code: 'PLI', kind: 'INSURANCE', treatment: 'PREMIUM' }),
    ],
    prices: [price('DUES', '400.01', { proration: 'BY_MONTH', monthTable: table }), price('PLI', '54.00')],
    registrations: registered('pibc', 'GST_HST'),
  });
  const joining = (day: string): string[] =>
    printed(quoted(list, 'BC', day, member('pibc', { entry: localDate(day) })));

  it.each([
    ['2026-01-02', '400.01 + GST 20.00'],
    ['2026-06-30', '400.01 + GST 20.00'],
    ['2026-07-01', '200.01 + GST 10.00'],
    ['2026-09-30', '200.01 + GST 10.00'],
    ['2026-10-01', '0.00 + GST 0.00'],
    ['2026-12-31', '0.00 + GST 0.00'],
  ])('whoever joins on %s pays %s, and the premium whole', (day, dues) => {
    expect(joining(day)).toEqual([dues, '54.00']);
  });

  it.each([
    ['2026-09-30', ['2026-09-30…2027-01-01'], ['200.01 + GST 10.00', '54.00'], '264.01'],
    [
      '2026-10-01',
      ['2026-10-01…2027-01-01', NEXT_YEAR],
      ['0.00 + GST 0.00', '54.00', ...WHOLE_YEAR],
      '528.01',
    ],
    [
      '2026-10-15',
      ['2026-10-15…2027-01-01', NEXT_YEAR],
      ['0.00 + GST 0.00', '54.00', ...WHOLE_YEAR],
      '528.01',
    ],
    [
      '2026-12-31',
      ['2026-12-31…2027-01-01', NEXT_YEAR],
      ['0.00 + GST 0.00', '54.00', ...WHOLE_YEAR],
      '528.01',
    ],
  ])(
    'whoever joins on %s gets %j, and from October on pays the premium to the end of the year and all of the next one',
    (day, terms, lines, total) => {
      const on = localDate(day);
      const rule = { kind: 'CALENDAR_YEAR', months: null, rolloverOn: '10-01' } as const;
      const gets = nextTerm(rule, { yearStartsOn: '01-01', graceDays: 0, terms: [] }, on);
      if (gets === null) throw new Error('a newcomer gets a term');

      const asked = yearsOf(gets, '01-01').map(years => member('pibc', years));
      const given = quoted(list, 'BC', day, ...asked);

      const dues = given.lines.filter(({ kind }) => kind === 'DUES');
      expect(dues.map(({ period }) => `${String(period?.from)}…${String(period?.to)}`)).toEqual(terms);
      expect(printed(given)).toEqual(lines);
      expect(dollars(given.total)).toBe(total);
    },
  );

  it('the line covers the days that are left', () => {
    const { lines } = quoted(list, 'BC', '2026-07-15', member('pibc', { entry: localDate('2026-07-15') }));

    expect(lines[0]?.period).toMatchObject({ from: '2026-07-15', to: '2027-01-01' });
  });
});

describe('other lengths and days', () => {
  it('a bridge of fourteen months bears 14/12 of a premium of 54.00', () => {
    const list = rules({
      items: [item('icu', { code: 'PLI', kind: 'INSURANCE', treatment: 'PREMIUM' })],
      prices: [price('PLI', '54.00', { forMonths: 12 })],
    });
    const premiumFor = (from: string, to: string): string[] =>
      printed(quoted(list, 'AB', '2023-11-15', member('icu', { term: year(from, to) })));

    expect(premiumFor('2024-01-01', '2025-03-01')).toEqual(['63.00']);
    expect(premiumFor('2025-03-01', '2026-03-01')).toEqual(['54.00']);
  });

  it.each([
    ['2026-01-01', '365.00'],
    ['2026-01-02', '364.00'],
    ['2026-12-30', '2.00'],
    ['2026-12-31', '1.00'],
  ])('by day, the day of entry %s and the last one included: %s of 365.00', (day, expected) => {
    const list = rules({
      items: [item('acps', { code: 'DUES', treatment: 'NONE' })],
      prices: [price('DUES', '365.00', { proration: 'BY_DAY' })],
    });

    expect(printed(quoted(list, 'ON', day, member('acps', { entry: localDate(day) })))).toEqual([expected]);
  });

  it('ACPS: 94 in 2016, 105 from 2020-12-01, 115 from 2024-12-01, by the day of the invoice (historical)', () => {
    const list = rules({
      items: [item('acps', { code: 'DUES', treatment: 'NONE', priceDay: 'INVOICE_DAY' })],
      prices: [
        price('DUES', '94.00'),
        price('DUES', '105.00', { id: 'b' }),
        price('DUES', '115.00', { id: 'c' }),
      ].map((rule, i) => ({ ...rule, period: ACPS_PERIODS[i] ?? rule.period })),
    });
    const on = (day: string): string[] => printed(quoted(list, 'ON', day, member('acps')));

    expect(['2020-11-30', '2020-12-01', '2024-11-30', '2024-12-01'].map(on)).toEqual([
      ['94.00'],
      ['105.00'],
      ['105.00'],
      ['115.00'],
    ]);
  });
});

const ACPS_PERIODS = [
  ['2016-01-01', '2020-12-01'],
  ['2020-12-01', '2024-12-01'],
  ['2024-12-01', null],
].map(([from, to]) => periodOf(from ?? '', to ?? null));

function periodOf(from: string, to: string | null): Period {
  return Period.of(localDate(from), to === null ? null : localDate(to));
}
