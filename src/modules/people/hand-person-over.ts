import type { AssociationId, PersonId } from '../../kernel/id.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

const handOver = statement<{ readonly id: string }>(
  'person-hand-over',
  `update person set association_id = $3
   where id = $1 and association_id = $2 and merged_into_id is null returning id`,
);

/** Another body of the tree keeps the record from now on. False where the first one did not keep it. */
export async function handPersonOver(
  tx: Tx,
  {
    personId,
    from,
    to,
  }: { readonly personId: PersonId; readonly from: AssociationId; readonly to: AssociationId },
): Promise<boolean> {
  return (await within(tx, handOver, [personId, from, to])).length === 1;
}
