import type { Context } from '../../../platform/context.ts';
import { contextWithin } from '../../../platform/database/context-within.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { ServiceBusy } from '../../../platform/graphql/faults.ts';
import { holdToChange } from '../hold-membership.ts';
import { membershipsOfHuman } from '../same-human.ts';
import type { TransferFacts } from './transfer.rows.ts';

type Passage = Pick<TransferFacts, 'membershipId' | 'personId' | 'receivingId'>;

/** Holds the memberships that a transfer would change, and names them. */
export async function holdTransfer(context: Context, tx: Tx, passage: Passage): Promise<readonly string[]> {
  const held = await membershipsOf(contextWithin(context, tx), passage);
  await holdToChange(context, tx, held);
  return held;
}

/** For a transfer that waits still: where somebody was admitted there meanwhile, whoever waited asks again. */
export async function demandHeld(inside: Context, passage: Passage, held: readonly string[]): Promise<void> {
  const now = await membershipsOf(inside, passage);
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
