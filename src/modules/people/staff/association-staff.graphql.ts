import { Arg, Args, Ctx, Field, FieldResolver, InputType, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import {
  ConnectionArgs,
  connectionOf,
  toConnection,
  type Connection,
} from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Association, mayAsStaff, StaffAssignment, StaffRole } from '../../associations/index.ts';
import { listStaff } from './list-staff.ts';

@InputType({ description: 'Which assignments; all that there ever were if left out.' })
export class StaffAssignmentFilter {
  @Field(() => StaffRole, { nullable: true })
  role?: StaffRole | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only those that hold at this instant, in the past or to come.',
  })
  asOf?: Date | null;
}

export const StaffAssignmentConnection = connectionOf<StaffAssignment>(
  'StaffAssignment',
  () => StaffAssignment,
);

@Resolver(() => Association)
export class AssociationStaffResolver {
  @FieldResolver(() => StaffAssignmentConnection, {
    nullable: true,
    description:
      'Who is on its staff, was and will be, the latest first; not those above whose reach extends to it. For its administrators; null for anybody else.',
  })
  async staffAssignments(
    @Root() { row }: Association,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => StaffAssignmentFilter, { nullable: true }) filter?: StaffAssignmentFilter | null,
  ): Promise<Connection<StaffAssignment> | null> {
    if (!(await mayAsStaff(context, 'READ_STAFF', row.id))) return null;
    return toConnection(StaffAssignmentConnection, await listStaff(context, row.id, filter ?? {}, args));
  }
}
