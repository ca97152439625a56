import type { PersonId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { statement } from '../../platform/database/statement.ts';
import type { MembershipFacts } from './membership-facts.ts';
import { membershipsOfPerson } from './membership.loaders.ts';

/** The ids of every record in its tree of the human whom record `p` is of: one account that is nobody else's tells. */
export const sameHuman = (p: string): string => `
  select ${p} as id
  union
  select twin.id from person own
  join account a on a.id = own.account_id and a.kind = 'INDIVIDUAL'
  join person twin on twin.account_id = a.id and twin.merged_into_id is null
  join association kept on kept.id = own.association_id
  join association other on other.id = twin.association_id and other.root_id = kept.root_id
  where own.id = ${p}`;

const read = statement<{ readonly of: PersonId; readonly id: PersonId }>(
  'records-of-same-human',
  `select asked.id as of, twin.id from unnest($1::uuid[]) as asked(id), lateral (${sameHuman('asked.id')}) twin
   order by twin.id`,
);

const recordsOfHuman: Loader<string, readonly PersonId[]> = defineLoader(
  async ({ db }: Context, ids: readonly string[]) => {
    const rows = await db.read(read, [ids]);
    return ids.map(id => rows.filter(row => row.of === id).map(row => row.id));
  },
);

/** The memberships of somebody in their tree, under whichever record of theirs a body keeps them. */
export async function membershipsOfHuman(
  context: Context,
  personId: PersonId,
): Promise<readonly MembershipFacts[]> {
  const ids = await context.load(recordsOfHuman, personId);
  return (await Promise.all(ids.map(id => context.load(membershipsOfPerson, id)))).flat();
}
