import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { Organization, organizationView } from '../modules/organizations/index.ts';
import type { Context } from '../platform/context.ts';
import { ConnectionArgs, connectionOf, toConnection } from '../platform/graphql/connection.ts';
import { pageOf } from '../platform/graphql/page-window.ts';
import { Policy } from '../platform/graphql/policy.ts';
import { countOrganizations, findOrganizations } from './find-organizations.ts';
import { nameWindow } from './keyset.ts';
import { associationOfStaff } from './staff-list.ts';

@InputType({ description: 'Which organizations.' })
export class OrganizationFilter {
  @Field(() => ID, { description: 'Whose organizations; not those of the bodies below it.' })
  associationId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'How their public name starts in French or in English, whatever accents and case; at most 100 characters.',
  })
  search?: string | null;
}

export const OrganizationConnection = connectionOf<Organization>('Organization', () => Organization);

@Resolver()
export class OrganizationsResolver {
  @Policy('STAFF')
  @Query(() => OrganizationConnection, {
    description: 'The organizations of an association by public name in French, for its staff.',
  })
  async organizations(
    @Ctx() context: Context,
    @Arg('filter', () => OrganizationFilter) filter: OrganizationFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<InstanceType<typeof OrganizationConnection>> {
    const { id } = await associationOfStaff(context, filter.associationId);
    const window = nameWindow(args);
    return toConnection(
      OrganizationConnection,
      pageOf(window, {
        rows: await findOrganizations(context, id, window, filter.search),
        cursorOf: row => [row.searchKey, row.id],
        nodeOf: row => organizationView(context, row),
        totalCount: () => countOrganizations(context, id, filter.search),
      }),
    );
  }
}
