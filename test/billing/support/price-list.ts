import type { AssociationId, FeeItemId, MembershipClassId } from '../../../src/kernel/id.ts';
import { localDate } from '../../../src/kernel/local-date.ts';
import { Money } from '../../../src/kernel/money.ts';
import { Period } from '../../../src/kernel/period.ts';
import type { Province } from '../../../src/kernel/province.ts';
import type { FeeItem, PriceRule, PriceRules } from '../../../src/modules/billing/prices/price-rules.ts';
import { quote, type Quote } from '../../../src/modules/billing/prices/quote.ts';
import type { AskedMembership, PlaceOfSupply } from '../../../src/modules/billing/prices/quote-facts.ts';
import type { TaxRegistration } from '../../../src/modules/billing/taxes/tax-rules.ts';
import { CANADIAN_RATES } from './canadian-rates.ts';

export const body = (code: string): AssociationId => code as AssociationId;
export const classOf = (code: string): MembershipClassId => code as MembershipClassId;
export const always = Period.of(localDate('2000-01-01'), null);
export const cad = (dollars: string): Money => Money.cad(BigInt(dollars.replace('.', '')));

type Given<T> = Partial<T> & { readonly code: string };

/** Dues of a body with a term, taxed like a sale, unless something else is said. */
export const item = (
  supplier: string,
  { code, ...facts }: Given<Omit<FeeItem, 'id' | 'supplierId'>>,
): FeeItem => ({
  id: code as FeeItemId,
  supplierId: body(supplier),
  code,
  kind: 'DUES',
  names: { fr: code, en: code },
  treatment: 'SALES',
  charged: 'WITH_TERM',
  effect: 'NONE',
  settlement: 'ON_PAYMENT',
  priceDay: 'TERM_START',
  taxDay: 'INVOICE_DAY',
  ...facts,
});

/** A price for everybody, whole and for good, unless something else is said. */
export const price = (code: string, amount: string, facts: Partial<PriceRule> = {}): PriceRule => ({
  id: `${code}-${amount}`,
  feeItemId: code as FeeItemId,
  classId: null,
  province: null,
  age: null,
  seniority: null,
  price: { amount: cad(amount) },
  proration: 'NONE',
  monthTable: null,
  forMonths: null,
  lateAfter: null,
  period: always,
  ...facts,
});

export const registered = (supplier: string, ...kinds: TaxRegistration['kind'][]): TaxRegistration[] =>
  kinds.map(kind => ({
    supplierId: body(supplier),
    kind,
    number: kind === 'QST' ? '1234567890 TQ0001' : '123456789 RT0001',
    period: always,
  }));

export const rules = (given: Partial<PriceRules>): PriceRules => ({
  items: [],
  prices: [],
  registrations: [],
  statuses: [],
  rates: CANADIAN_RATES,
  ...given,
});

export const member = (association: string, facts: Partial<AskedMembership> = {}): AskedMembership => ({
  associationId: body(association),
  membershipId: null,
  classId: null,
  bornOn: null,
  memberSince: null,
  term: { from: localDate('2026-01-01'), to: localDate('2027-01-01') },
  entry: null,
  occasions: ['WITH_TERM'],
  demanded: [],
  dueOn: null,
  owing: Money.cad(0),
  charged: [],
  ...facts,
});

export const livingIn = (province: Province | null): PlaceOfSupply => ({ province, by: 'ADDRESS' });

export const quoted = (
  list: PriceRules,
  province: Province | null,
  on: string,
  ...asked: readonly AskedMembership[]
): Quote => quote({ place: livingIn(province), asked }, list, localDate(on));

/** `312.81 + GST 15.64`, a line as the tables of associations print it. */
export const printed = ({ lines }: Quote): string[] =>
  lines.map(({ unit, quantity, taxes }) =>
    [dollars(unit.times(quantity)), ...taxes.map(({ tax, amount }) => `${tax} ${dollars(amount)}`)].join(
      ' + ',
    ),
  );

export const dollars = ({ cents }: Money): string => {
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
