import { newId } from '../../../../kernel/id.ts';
import type { Parts } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { PriceRuleEntity } from '../price-rule.entity.ts';
import { beginVersion, PRICE_RULES } from './begin-version.ts';

/** What must be said of a price; the rest asks nothing and charges all of it. */
export type NewPriceRule = Pick<PriceRuleEntity, 'feeItemId' | 'fromOn'> &
  Partial<Omit<PriceRuleEntity, 'id' | 'feeItemId' | 'fromOn'>>;

const USUAL: Omit<PriceRuleEntity, 'id' | 'feeItemId' | 'fromOn'> = {
  classId: null,
  province: null,
  minAge: null,
  maxAge: null,
  minSeniority: null,
  maxSeniority: null,
  cents: null,
  per100000OfOwing: null,
  proration: 'NONE',
  monthTable: null,
  forMonths: null,
  lateAfterDays: null,
  lateAfterMonthDay: null,
  toOn: null,
};

/**
 * Says what an item costs from a day on; the price of the same people until then ends on its eve,
 * and goes on after one that has an end.
 */
export async function addPriceRule(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  wanted: NewPriceRule,
): Promise<PriceRuleEntity> {
  const row = Object.assign(new PriceRuleEntity(), USUAL, wanted, { id: newId<'PriceRule'>(clock, random) });
  const { feeItemId, classId, province, minAge, maxAge, minSeniority, maxSeniority } = row;
  const values = [feeItemId, classId, province, minAge, maxAge, minSeniority, maxSeniority];
  const restId = newId<'PriceRule'>(clock, random);
  await beginVersion(tx, PRICE_RULES, { values, from: row.fromOn, to: row.toOn, restId }, ({ to }) =>
    tx.insert(PriceRuleEntity, Object.assign(row, { toOn: to })),
  );
  return row;
}
