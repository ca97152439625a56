import type { AssociationId, FeeItemId, MembershipClassId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { Money } from '../../../kernel/money.ts';
import { Period } from '../../../kernel/period.ts';
import type { Province } from '../../../kernel/province.ts';
import type { Database } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { TaxRate, TaxRegistration, TaxStatus } from '../taxes/index.ts';
import type { FeeItem, LateAfter, Price, PriceRule, PriceRules, Proration, Years } from './price-rules.ts';

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}
type Dated<T> = Omit<T, 'period'> & Days;

interface PriceRow extends Days {
  readonly id: string;
  readonly feeItemId: FeeItemId;
  readonly classId: MembershipClassId | null;
  readonly province: Province | null;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly minSeniority: number | null;
  readonly maxSeniority: number | null;
  readonly cents: string | null;
  readonly per100000OfOwing: number | null;
  readonly proration: Proration;
  readonly monthTable: readonly number[] | null;
  readonly forMonths: number | null;
  readonly lateAfterDays: number | null;
  readonly lateAfterMonthDay: string | null;
}

interface Read {
  readonly items: readonly (Omit<FeeItem, 'names'> & { readonly nameFr: string; readonly nameEn: string })[];
  readonly prices: readonly PriceRow[];
  readonly rates: readonly Dated<TaxRate>[];
  readonly registrations: readonly Dated<TaxRegistration>[];
  readonly statuses: readonly Dated<TaxStatus>[];
}

const listOf = (query: string): string => `(select coalesce(json_agg(r), '[]') from (${query}) r)`;

const read = statement<Read>(
  'price-rules',
  `with recursive body as (
     select id, parent_id from association where id = any ($1::uuid[])
     union select a.id, a.parent_id from association a join body b on a.id = b.parent_id)
   select
     ${listOf(`select i.id, i.association_id as "supplierId", i.code, i.kind, i.name_fr as "nameFr",
         i.name_en as "nameEn", i.tax_treatment as treatment, i.charged, i.effect, i.settlement,
         i.price_day as "priceDay", i.tax_day as "taxDay"
       from fee_item i where i.association_id in (select id from body) order by i.code, i.id`)} as items,
     ${listOf(`select p.id, p.fee_item_id as "feeItemId", p.class_id as "classId", p.province,
         p.min_age as "minAge", p.max_age as "maxAge", p.min_seniority as "minSeniority",
         p.max_seniority as "maxSeniority", p.cents::text, p.per_100000_of_owing as "per100000OfOwing", p.proration,
         p.month_table as "monthTable", p.for_months as "forMonths", p.late_after_days as "lateAfterDays",
         p.late_after_month_day as "lateAfterMonthDay", p.from_on as "from", p.to_on as "to"
       from price_rule p join fee_item i on i.id = p.fee_item_id where i.association_id in (select id from body)
       order by p.from_on, p.id`)} as prices,
     ${listOf('select tax, province, per_100000 as "per100000", from_on as "from", to_on as "to" from tax_rate')}
       as rates,
     ${listOf(`select association_id as "supplierId", kind, number, from_on as "from", to_on as "to"
       from tax_registration where association_id in (select id from body)`)} as registrations,
     ${listOf(`select association_id as "supplierId", class_id as "classId", taxable, basis, from_on as "from",
         to_on as "to"
       from tax_status where association_id in (select id from body)`)} as statuses`,
);

/** What these bodies and those above them charge, and how it is taxed, of every day. */
export async function readPriceRules(
  db: Database,
  associationIds: readonly AssociationId[],
): Promise<PriceRules> {
  const [row] = await db.read(read, [associationIds]);
  if (!row) throw new Error('a read of lists has one row');
  return {
    items: row.items.map(({ nameFr, nameEn, ...item }) => ({ ...item, names: { fr: nameFr, en: nameEn } })),
    prices: row.prices.map(priceRuleOf),
    rates: row.rates.map(dated),
    registrations: row.registrations.map(dated),
    statuses: row.statuses.map(dated),
  };
}

const priceRuleOf = (row: PriceRow): PriceRule => ({
  id: row.id,
  feeItemId: row.feeItemId,
  classId: row.classId,
  province: row.province,
  age: yearsOf(row.minAge, row.maxAge),
  seniority: yearsOf(row.minSeniority, row.maxSeniority),
  price: priceOf(row),
  proration: row.proration,
  monthTable: row.monthTable,
  forMonths: row.forMonths,
  lateAfter: lateAfterOf(row),
  period: Period.of(row.from, row.to),
});

const yearsOf = (min: number | null, max: number | null): Years | null =>
  min === null && max === null ? null : { min, max };

function priceOf({ cents, per100000OfOwing }: PriceRow): Price {
  if (cents !== null) return { amount: Money.cad(BigInt(cents)) };
  if (per100000OfOwing === null) throw new Error('a price rule says an amount or a share');
  return { per100000OfOwing };
}

function lateAfterOf({ lateAfterDays, lateAfterMonthDay }: PriceRow): LateAfter | null {
  if (lateAfterMonthDay !== null) return { monthDay: lateAfterMonthDay };
  return lateAfterDays === null ? null : { days: lateAfterDays };
}

const dated = <T extends Days>({ from, to, ...rule }: T): Omit<T, 'from' | 'to'> & { period: Period } => ({
  ...rule,
  period: Period.of(from, to),
});
