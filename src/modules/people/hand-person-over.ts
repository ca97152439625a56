import type { AssociationId, PersonId } from '../../kernel/id.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

const handOver = statement<{ readonly id: string }>(
  'person-hand-over',
  `update person p set association_id = $3
   where p.id = $1 and p.association_id = $2 and p.merged_into_id is null
     and not exists (
       select from person own join account a on a.id = own.account_id and a.kind = 'INDIVIDUAL'
       where own.account_id = p.account_id and own.association_id = $3 and own.merged_into_id is null)
   returning id`,
);

/**
 * Another body of the tree keeps the record from now on. False where the first one did not keep it, and where the other
 * one has a record of the same person already.
 */
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
