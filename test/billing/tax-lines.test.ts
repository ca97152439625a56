import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../src/kernel/local-date.ts';
import { Period } from '../../src/kernel/period.ts';
import type { Province } from '../../src/kernel/province.ts';
import { readRegistrationNumber } from '../../src/modules/billing/taxes/registration-number.ts';
import { taxesOf, type UntaxedLine } from '../../src/modules/billing/taxes/tax-lines.ts';
import type { TaxRules, TaxStatus } from '../../src/modules/billing/taxes/tax-rules.ts';
import { always, body, cad, classOf, dollars, registered, rules } from './support/price-list.ts';

const list = rules({ registrations: registered('body', 'GST_HST', 'QST') });

const line = (facts: Partial<UntaxedLine> = {}): UntaxedLine => ({
  supplierId: body('body'),
  kind: 'DUES',
  treatment: 'SALES',
  classId: null,
  net: cad('100.00'),
  province: 'QC',
  on: localDate('2026-11-22'),
  ...facts,
});

const taxed = (facts: Partial<UntaxedLine>, given: TaxRules = list): string =>
  taxesOf(line(facts), given)
    .taxes.map(({ tax, amount }) => `${tax} ${dollars(amount)}`)
    .join(', ');
const rulesOf = (facts: Partial<UntaxedLine>, given: TaxRules = list): string[] =>
  taxesOf(line(facts), given).explanation.map(({ rule }) => rule);

describe('sales taxes by place of supply (E2)', () => {
  it.each<[Province, string]>([
    ['AB', 'GST 5.00'],
    ['BC', 'GST 5.00'],
    ['MB', 'GST 5.00'],
    ['NB', 'HST 15.00'],
    ['NL', 'HST 15.00'],
    ['NS', 'HST 14.00'],
    ['NT', 'GST 5.00'],
    ['NU', 'GST 5.00'],
    ['ON', 'HST 13.00'],
    ['PE', 'HST 15.00'],
    ['QC', 'GST 5.00, QST 9.98'],
    ['SK', 'GST 5.00'],
    ['YT', 'GST 5.00'],
  ])('a member in %s pays %s on 100.00', (province, expected) => {
    expect(taxed({ province })).toBe(expected);
  });

  it.each([
    ['200.00', '10.00', '19.95', '229.95'],
    ['300.00', '15.00', '29.93', '344.93'],
    ['500.00', '25.00', '49.88', '574.88'],
  ])('Québec on %s: %s and %s, each on the price before tax, %s in all (AGPI)', (net, gst, qst, total) => {
    const { taxes } = taxesOf(line({ net: cad(net) }), list);

    expect(taxes.map(({ amount }) => dollars(amount))).toEqual([gst, qst]);
    expect(dollars(taxes.reduce((sum, { amount }) => sum.plus(amount), cad(net)))).toBe(total);
  });

  it.each([
    ['2025-03-31', 'HST 15.00'],
    ['2025-04-01', 'HST 14.00'],
  ])('Nova Scotia on %s: %s', (on, expected) => {
    expect(taxed({ province: 'NS', on: localDate(on) })).toBe(expected);
  });

  it('names the number of the supplier beside each tax', () => {
    const { taxes } = taxesOf(line(), list);

    expect(taxes).toMatchObject([
      { tax: 'GST', per100000: 5000, registrationNumber: '123456789 RT0001' },
      { tax: 'QST', per100000: 9975, registrationNumber: '1234567890 TQ0001' },
    ]);
  });

  it('a supplier who is not registered for a tax collects none, and the line says so', () => {
    const gstOnly = rules({ registrations: registered('body', 'GST_HST') });

    expect(taxed({}, gstOnly)).toBe('GST 5.00');
    expect(rulesOf({}, gstOnly)).toEqual(['TAX_ON_SALE', 'TAX_NOT_REGISTERED']);
    expect(taxed({}, rules({ registrations: registered('another', 'GST_HST', 'QST') }))).toBe('');
  });

  it('a registration holds from its first day to the eve of its last', () => {
    const [gst] = registered('body', 'GST_HST');
    const dated = rules({
      registrations: gst
        ? [{ ...gst, period: Period.of(localDate('2026-02-01'), localDate('2026-03-01')) }]
        : [],
    });
    const on = (day: string): string => taxed({ province: 'AB', on: localDate(day) }, dated);

    expect([on('2026-01-31'), on('2026-02-01'), on('2026-02-28'), on('2026-03-01')]).toEqual([
      '',
      'GST 5.00',
      'GST 5.00',
      '',
    ]);
  });

  it('nothing is taxed outside Canada, nor what is no price, such as a contribution to the Office des professions', () => {
    expect([taxed({ province: null }), rulesOf({ province: null })]).toEqual([
      '',
      ['TAX_NONE_OUTSIDE_CANADA'],
    ]);
    expect([taxed({ treatment: 'NONE' }), rulesOf({ treatment: 'NONE' })]).toEqual([
      '',
      ['TAX_NONE_ON_ITEM'],
    ]);
  });
});

describe('exemption and election of dues from a date (E3)', () => {
  const status = (facts: Partial<TaxStatus>): TaxStatus => ({
    supplierId: body('body'),
    classId: null,
    taxable: false,
    basis: 'SECTION_18',
    period: always,
    ...facts,
  });
  const exempt = rules({ ...list, statuses: [status({})] });

  it('dues that a statute exempts bear none, and say by which provision', () => {
    expect(taxed({}, exempt)).toBe('');
    expect(taxesOf(line(), exempt).explanation).toEqual([
      { rule: 'TAX_EXEMPT', inputs: { basis: 'SECTION_18', on: '2026-11-22' } },
    ]);
  });

  it('a fee beside the dues stays taxed', () => {
    expect(taxed({ kind: 'FEE', province: 'ON' }, exempt)).toBe('HST 13.00');
  });

  it('what is said of a class comes before what is said of its body', () => {
    const elected = rules({
      ...list,
      statuses: [status({}), status({ classId: classOf('FULL'), taxable: true, basis: 'GST24' })],
    });

    expect(taxed({ classId: classOf('FULL'), province: 'ON' }, elected)).toBe('HST 13.00');
    expect(rulesOf({ classId: classOf('FULL'), province: 'ON' }, elected)).toEqual([
      'TAX_ELECTED',
      'TAX_ON_SALE',
    ]);
    expect(taxed({ classId: classOf('STUDENT'), province: 'ON' }, elected)).toBe('');
  });

  it('an election holds from its day on', () => {
    const since = localDate('2026-07-01');
    const elected = rules({
      ...list,
      statuses: [
        status({ period: Period.of(localDate('2000-01-01'), since) }),
        status({ taxable: true, basis: 'GST23', period: Period.of(since, null) }),
      ],
    });

    expect(taxed({ province: 'AB', on: localDate('2026-06-30') }, elected)).toBe('');
    expect(taxed({ province: 'AB', on: since }, elected)).toBe('GST 5.00');
  });
});

describe('tax on insurance premiums (E4)', () => {
  it.each<[Province | null, string]>([
    ['QC', 'PREMIUM_TAX 9.00'],
    ['ON', 'PREMIUM_TAX 8.00'],
    ['MB', 'PREMIUM_TAX 7.00'],
    ['SK', 'PREMIUM_TAX 6.00'],
    ['NL', 'PREMIUM_TAX 15.00'],
    ['AB', ''],
    ['BC', ''],
    ['NB', ''],
    ['NS', ''],
    ['NT', ''],
    ['NU', ''],
    ['PE', ''],
    ['YT', ''],
    [null, ''],
  ])('somebody insured in %s pays "%s" on 100.00, and never a sales tax', (province, expected) => {
    expect(taxed({ treatment: 'PREMIUM', kind: 'INSURANCE', province })).toBe(expected);
  });

  it.each([
    ['2026-12-31', 'PREMIUM_TAX 9.00'],
    ['2027-01-01', 'PREMIUM_TAX 9.98'],
  ])('Québec on %s: %s', (on, expected) => {
    expect(taxed({ treatment: 'PREMIUM', on: localDate(on) })).toBe(expected);
  });

  it('has no registration number', () => {
    expect(taxesOf(line({ treatment: 'PREMIUM' }), list).taxes).toMatchObject([{ registrationNumber: null }]);
  });
});

describe('registration numbers', () => {
  it.each([
    ['GST_HST', '123456789RT0001', '123456789 RT0001'],
    ['GST_HST', '123456789 rt-0002', '123456789 RT0002'],
    ['QST', '1234567890 TQ 0001', '1234567890 TQ0001'],
    ['GST_HST', '12345678 RT 0001', null],
    ['GST_HST', '123456789 TQ 0001', null],
    ['QST', '123456789 TQ 0001', null],
    ['QST', '1234567890 RT 0001', null],
    ['QST', '', null],
  ] as const)('%s %s is read as %s', (kind, typed, expected) => {
    expect(readRegistrationNumber(kind, typed)).toBe(expected);
  });
});
