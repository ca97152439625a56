import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import {
  Organization,
  organizationColumns,
  organizationView,
  type OrganizationFacts,
} from '../modules/organizations/index.ts';
import type { Context } from '../platform/context.ts';
import { statement, type Statement } from '../platform/database/statement.ts';
import { ConnectionArgs, connectionOf, toConnection } from '../platform/graphql/connection.ts';
import { pageOf } from '../platform/graphql/page-window.ts';
import { Policy } from '../platform/graphql/policy.ts';
import { foundBetween, nameWindow } from './keyset.ts';
import { associationOfStaff } from './staff-list.ts';

@InputType({ description: 'Which organizations.' })
export class OrganizationFilter {
  @Field(() => ID, { description: 'Whose organizations; not those of the bodies below it.' })
  associationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How their name starts, whatever accents and case; at most 100 characters.',
  })
  search?: string | null;
}

export const OrganizationConnection = connectionOf<Organization>('Organization', () => Organization);

type Row = OrganizationFacts & { readonly searchKey: string };

const FROM = `
  from organization o
  where o.association_id = $1 and (o.search_key, o.id) > ($2, $3::uuid) and (o.search_key, o.id) < ($4, $5::uuid)`;

const readPage = (name: string, order: 'asc' | 'desc'): Statement<Row> =>
  statement(
    name,
    `select ${organizationColumns('o')}, o.search_key as "searchKey" ${FROM}
     order by o.search_key ${order}, o.id ${order} limit $6`,
  );

export const readOrganizations = readPage('organizations', 'asc');
export const readOrganizationsBackward = readPage('organizations-backward', 'desc');
const count = statement<{ total: number }>('organizations-count', `select count(*)::int as total ${FROM}`);

@Resolver()
export class OrganizationsResolver {
  @Policy('STAFF')
  @Query(() => OrganizationConnection, {
    description: 'The organizations of an association by public name, for its staff.',
  })
  async organizations(
    @Ctx() context: Context,
    @Arg('filter', () => OrganizationFilter) filter: OrganizationFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<InstanceType<typeof OrganizationConnection>> {
    const { id } = await associationOfStaff(context, filter.associationId);
    const window = nameWindow(args, filter.search);

    const rows = await context.db.read(window.backward ? readOrganizationsBackward : readOrganizations, [
      id,
      ...window.between,
      window.rows,
    ]);
    return toConnection(
      OrganizationConnection,
      pageOf(window, {
        rows,
        cursorOf: row => [row.searchKey, row.id],
        nodeOf: row => organizationView(context, row),
        totalCount: async () =>
          (await context.db.read(count, [id, ...foundBetween(filter.search)]))[0]?.total ?? 0,
      }),
    );
  }
}
