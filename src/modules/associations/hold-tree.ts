import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

const hold = statement<{ id: string }>(
  'association-hold-tree',
  `select r.id from association r
   where r.id = (select root_id from association where id = $1) for no key update`,
);

/** Lets acts on the staff and the agreements of a tree wait for each other; nobody else waits. */
export async function holdTree(tx: Tx, associationId: string): Promise<void> {
  await within(tx, hold, [associationId]);
}
