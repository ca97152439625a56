import { newId, type FeeItemId } from '../../../../kernel/id.ts';
import type { Parts } from '../../../../platform/context.ts';
import type { Tx } from '../../../../platform/database/database.ts';
import { violates } from '../../../../platform/database/violation.ts';
import { ServiceBusy } from '../../../../platform/graphql/faults.ts';
import { FeeItemEntity } from '../fee-item.entity.ts';

export type NewFeeItem = Omit<FeeItemEntity, 'id'>;
type Nature = Pick<FeeItemEntity, 'kind' | 'charged' | 'effect' | 'taxTreatment'>;

/** What in the nature of an item contradicts itself, by the name of the field; null where nothing does. */
export function faultOf({ kind, charged, effect, taxTreatment }: Nature): keyof Nature | null {
  // A premium never bears a sales tax, and nothing else bears the tax on premiums.
  if ((kind === 'INSURANCE') !== (taxTreatment === 'PREMIUM')) return 'taxTreatment';
  if (effect === 'EXTEND_TERM' && charged !== 'WITH_TERM') return 'effect';
  if (effect === 'BIND_COVER' && kind !== 'INSURANCE') return 'effect';
  if (effect === 'REINSTATE' && charged !== 'AT_REINSTATEMENT') return 'effect';
  return null;
}

/** Puts something that a body charges for on its list; RangeError says what contradicts itself. */
export async function addFeeItem(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  wanted: NewFeeItem,
): Promise<FeeItemEntity> {
  const fault = faultOf(wanted);
  if (fault !== null) throw new RangeError(`the ${fault} of ${wanted.code} does not fit the rest of it`);
  const id: FeeItemId = newId<'FeeItem'>(clock, random);
  const row = Object.assign(new FeeItemEntity(), wanted, { id });
  try {
    await tx.insert(FeeItemEntity, row);
  } catch (fault) {
    // Somebody else has just put it on the list: whoever asks again finds it there.
    if (violates(fault, 'fee_item_association_id_code_key')) throw new ServiceBusy();
    throw fault;
  }
  return row;
}
