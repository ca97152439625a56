import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { fromPublicId } from '../kernel/id.ts';
import { actorOf } from '../modules/accounts/index.ts';
import { associationInReach } from '../modules/associations/index.ts';
import { JoinableOrganization } from '../modules/organizations/index.ts';
import type { Context } from '../platform/context.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../platform/graphql/connection.ts';
import { Forbidden } from '../platform/graphql/faults.ts';
import { pageOf } from '../platform/graphql/page-window.ts';
import { Policy } from '../platform/graphql/policy.ts';
import { findJoinableOrganizations } from './find-joinable-organizations.ts';

@InputType({ description: 'Which organizations.' })
export class JoinableOrganizationFilter {
  @Field(() => ID, { description: 'Whose organizations; not those of the bodies below it.' })
  associationId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'How their public name starts in French or in English, whatever accents and case; at most 100 characters.',
  })
  search?: string | null;
}

export const JoinableOrganizationConnection = connectionOf<JoinableOrganization>(
  'JoinableOrganization',
  () => JoinableOrganization,
);

@Resolver()
export class JoinableOrganizationsResolver {
  @Policy('SIGNED_IN')
  @Query(() => JoinableOrganizationConnection, {
    description:
      'The organizations of an association that the signed-in person can join, by public name in French: those that take requests, and those at whose e-mail domain they have a confirmed address.',
  })
  async joinableOrganizations(
    @Ctx() context: Context,
    @Arg('filter', () => JoinableOrganizationFilter) filter: JoinableOrganizationFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<JoinableOrganization>> {
    const { accountId } = actorOf(context);
    const id = fromPublicId('Association', filter.associationId);
    const association = id && (await associationInReach(context, id));
    if (!association) throw new Forbidden();
    const found = await findJoinableOrganizations(context, accountId, association.id, filter.search, args);
    return toConnection(
      JoinableOrganizationConnection,
      pageOf(found.window, {
        rows: found.rows,
        cursorOf: row => [row.searchKey, row.id],
        nodeOf: row => new JoinableOrganization(row),
        totalCount: found.count,
      }),
    );
  }
}
