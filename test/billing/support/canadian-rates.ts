import { localDate } from '../../../src/kernel/local-date.ts';
import { Period } from '../../../src/kernel/period.ts';
import type { Province } from '../../../src/kernel/province.ts';
import type { Tax } from '../../../src/modules/billing/billing-words.ts';
import type { TaxRate } from '../../../src/modules/billing/taxes/tax-rules.ts';

type Row = readonly [Tax, Province, per100000: number, from: string, to: string | null];

/** The rates as the migration writes them; `prices.test.ts` compares the two. */
const GST_FROM = '2008-01-01';
const ROWS: readonly Row[] = [
  ['GST', 'AB', 5000, GST_FROM, null],
  ['GST', 'BC', 5000, '2013-04-01', null],
  ['GST', 'MB', 5000, GST_FROM, null],
  ['GST', 'NT', 5000, GST_FROM, null],
  ['GST', 'NU', 5000, GST_FROM, null],
  ['GST', 'QC', 5000, GST_FROM, null],
  ['GST', 'SK', 5000, GST_FROM, null],
  ['GST', 'YT', 5000, GST_FROM, null],
  ['HST', 'NB', 15000, '2016-07-01', null],
  ['HST', 'NL', 15000, '2016-07-01', null],
  ['HST', 'NS', 15000, '2010-07-01', '2025-04-01'],
  ['HST', 'NS', 14000, '2025-04-01', null],
  ['HST', 'ON', 13000, '2010-07-01', null],
  ['HST', 'PE', 15000, '2016-10-01', null],
  ['QST', 'QC', 9975, '2013-01-01', null],
  ['PREMIUM_TAX', 'MB', 7000, '2019-07-01', null],
  ['PREMIUM_TAX', 'NL', 15000, '2016-07-01', null],
  ['PREMIUM_TAX', 'ON', 8000, '2010-07-01', null],
  ['PREMIUM_TAX', 'QC', 9000, '2010-01-01', '2027-01-01'],
  ['PREMIUM_TAX', 'QC', 9975, '2027-01-01', null],
  ['PREMIUM_TAX', 'SK', 6000, '2017-08-01', null],
];

export const CANADIAN_RATES: readonly TaxRate[] = ROWS.map(([tax, province, per100000, from, to]) => ({
  tax,
  province,
  per100000,
  period: Period.of(localDate(from), to === null ? null : localDate(to)),
}));
