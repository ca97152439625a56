import { In, IsNull } from 'typeorm';
import type { AccountId, PersonId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { associationInReach } from '../associations/index.ts';
import { PersonEntity } from './person.entity.ts';

/** One that was merged into another is absent. */
export const personById: Loader<string, PersonEntity | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.findBy(PersonEntity, {
      id: In(ids as PersonId[]),
      mergedIntoId: IsNull(),
    });
    const byId = new Map<string, PersonEntity>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);

/** Every record that an account belongs to, in all trees: never to be shown without asking for the tree. */
export const personsOfAccount: Loader<string, readonly PersonEntity[]> = defineLoader(
  async (context, accountIds: readonly string[]) => {
    const rows = await context.db.entities.find(PersonEntity, {
      where: { accountId: In(accountIds as AccountId[]) },
      order: { addedAt: 'ASC', id: 'ASC' },
    });
    return accountIds.map(id => rows.filter(row => row.accountId === id));
  },
);

/** The signed-in account's persons in the calling client's tree: it learns nothing of other trees. */
export async function personsOfActor(context: Context): Promise<readonly PersonEntity[]> {
  if (context.actor === null) return [];
  const persons = await context.load(personsOfAccount, context.actor.accountId);
  const inReach = await Promise.all(persons.map(person => associationInReach(context, person.associationId)));
  return persons.filter((_, i) => inReach[i] !== null);
}
