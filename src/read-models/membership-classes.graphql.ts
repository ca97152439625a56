import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { fromPublicId } from '../kernel/id.ts';
import { associationInReach } from '../modules/associations/index.ts';
import { classColumns, MembershipClass, type MembershipClassFacts } from '../modules/memberships/index.ts';
import type { Context } from '../platform/context.ts';
import { statement, type Statement } from '../platform/database/statement.ts';
import { ConnectionArgs, connectionOf, toConnection } from '../platform/graphql/connection.ts';
import { pageOf, pageWindow } from '../platform/graphql/page-window.ts';
import { Policy } from '../platform/graphql/policy.ts';

export const MembershipClassConnection = connectionOf<MembershipClass>(
  'MembershipClass',
  () => MembershipClass,
);

const readPage = (name: string, than: '<' | '>', order: 'asc' | 'desc'): Statement<MembershipClassFacts> =>
  statement(
    name,
    `select ${classColumns('c')} from membership_class c
     where c.association_id = $1 and ($2::text is null or c.code ${than} $2) order by c.code ${order} limit $3`,
  );

const readClasses = readPage('membership-classes', '>', 'asc');
const readClassesBackward = readPage('membership-classes-backward', '<', 'desc');
const count = statement<{ total: number }>(
  'membership-classes-count',
  'select count(*)::int as total from membership_class where association_id = $1',
);

@Resolver()
export class MembershipClassesResolver {
  @Policy('CLIENT')
  @Query(() => MembershipClassConnection, {
    description:
      "The classes of an association by code; none for an association outside the calling client's tree.",
  })
  async membershipClasses(
    @Ctx() context: Context,
    @Arg('associationId', () => ID) publicId: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<InstanceType<typeof MembershipClassConnection>> {
    const { db, locale } = context;
    const window = pageWindow(args, ['text']);
    const id = fromPublicId('Association', publicId);
    const association = id && (await associationInReach(context, id));

    const read = window.backward ? readClassesBackward : readClasses;
    const rows = association
      ? await db.read(read, [association.id, window.from?.[0] ?? null, window.rows])
      : [];
    return toConnection(
      MembershipClassConnection,
      pageOf(window, {
        rows,
        cursorOf: ({ code }) => [code],
        nodeOf: facts => new MembershipClass(facts, locale),
        totalCount: async () => (association ? ((await db.read(count, [association.id]))[0]?.total ?? 0) : 0),
      }),
    );
  }
}
