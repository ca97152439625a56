import type { Context } from '../../../platform/context.ts';
import { contextWithin } from '../../../platform/database/context-within.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { ServiceBusy } from '../../../platform/graphql/faults.ts';
import { holdToChange } from '../hold-membership.ts';
import { membershipsOfHuman } from '../same-human.ts';
import type { TransferFacts } from './transfer.rows.ts';

type Passage = Pick<TransferFacts, 'membershipId' | 'personId' | 'receivingId'>;

/** Holds what a transfer would change. Where somebody was admitted there meanwhile, whoever waited asks again. */
export async function holdTransfer(context: Context, tx: Tx, passage: Passage): Promise<void> {
  const held = await membershipsOf(contextWithin(context, tx), passage);
  await holdToChange(context, tx, held);
  const now = await membershipsOf(contextWithin(context, tx), passage);
  if (now.some(id => !held.includes(id))) throw new ServiceBusy();
}

/** The memberships whose histories it would change. */
async function membershipsOf(
  context: Context,
  { membershipId, personId, receivingId }: Passage,
): Promise<readonly string[]> {
  const held = await membershipsOfHuman(context, personId);
  return [
    membershipId,
    ...held.filter(({ associationId }) => associationId === receivingId).map(({ id }) => id),
  ];
}
