import type { FeeItemId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { FeeItemEntity } from '../fee-item.entity.ts';
import { PriceRuleEntity } from '../price-rule.entity.ts';
import { FeeItem } from './price-list.type.ts';

/** A fee as it stands after an act on it. */
export async function feeItemAfter({ db, locale }: Context, id: FeeItemId): Promise<FeeItem> {
  const item = await db.entities.findOneByOrFail(FeeItemEntity, { id });
  const rules = await db.entities.find(PriceRuleEntity, {
    where: { feeItemId: id },
    order: { fromOn: 'ASC', id: 'ASC' },
  });
  return new FeeItem(item, rules, locale);
}
