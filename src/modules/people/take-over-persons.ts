import type { AssociationId, PersonId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { openMergeTask } from './open-merge-task.ts';

interface Twins {
  readonly associationId: AssociationId;
  readonly keptPersonId: PersonId;
  readonly otherPersonId: PersonId;
}

// Of each person that comes, the first one of the same association that the account has already; what staff were asked
// before is not asked again.
const findTwins = statement<Twins>(
  'persons-find-twins',
  `select p.association_id as "associationId", own.id as "keptPersonId", p.id as "otherPersonId"
   from person p cross join lateral (
     select o.id from person o where o.account_id = $2 and o.association_id = p.association_id
     order by o.added_at, o.id limit 1) own
   where p.account_id = $1 and not exists (
     select from merge_task t where t.closed_at is null
       and t.kept_person_id in (own.id, p.id) and t.other_person_id in (own.id, p.id))
   order by p.added_at, p.id`,
);

const move = statement<{ id: PersonId }>(
  'persons-take-over',
  'update person set account_id = $2 where account_id = $1 returning id',
);

/**
 * Gives the records of one account to another. Two records of one association are the same person, each with its own
 * memberships and roles: both belong to the account from here on, and staff are asked to make them one.
 */
export async function takeOverPersons(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  { kept, other }: { readonly kept: string; readonly other: string },
): Promise<{ readonly persons: number; readonly mergeTasks: number }> {
  const twins = await within(tx, findTwins, [other, kept]);
  for (const pair of twins) await openMergeTask(parts, tx, pair);
  const persons = await within(tx, move, [other, kept]);
  return { persons: persons.length, mergeTasks: twins.length };
}
