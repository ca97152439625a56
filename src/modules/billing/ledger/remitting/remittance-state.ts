import { RemittanceState } from '../ledger.enums.ts';
import type { RemittanceBatchEntity } from './remittance-batch.entity.ts';

export type RemittanceFacts = Pick<
  RemittanceBatchEntity,
  'preparedBy' | 'approvedAt' | 'paidAt' | 'reversedAt'
>;

export function stateOfRemittance({ approvedAt, paidAt, reversedAt }: RemittanceFacts): RemittanceState {
  if (reversedAt !== null) return RemittanceState.REVERSED;
  if (paidAt !== null) return RemittanceState.PAID;
  return approvedAt === null ? RemittanceState.PREPARED : RemittanceState.APPROVED;
}

export type RemittanceAct = 'approve' | 'markPaid' | 'reverse';

/** In which states each act can be done. */
export const STATES_BEFORE: Readonly<Record<RemittanceAct, readonly RemittanceState[]>> = {
  approve: [RemittanceState.PREPARED],
  markPaid: [RemittanceState.APPROVED],
  reverse: [RemittanceState.PREPARED, RemittanceState.APPROVED, RemittanceState.PAID],
};

/** Whether its state lets it be done; whoever does it is judged apart. */
export const isOpenTo = (act: RemittanceAct, batch: RemittanceFacts): boolean =>
  STATES_BEFORE[act].includes(stateOfRemittance(batch));
