import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { associationById } from './association.loaders.ts';
import { Association, associationView } from './association.type.ts';
import { StaffAssignment, StaffAssignmentActions } from './staff-assignment.type.ts';
import { mayManageStaff } from './staff-rights.ts';

@Resolver(() => StaffAssignment)
export class StaffAssignmentResolver {
  @FieldResolver(() => Association)
  async association(@Root() assignment: StaffAssignment, @Ctx() context: Context): Promise<Association> {
    const row = await context.load(associationById, assignment.associationId);
    if (!row) throw new Error('a staff assignment names an association that is gone');
    return associationView(row);
  }

  @FieldResolver(() => StaffAssignmentActions, { description: 'Decided by the same rules as the mutation.' })
  async viewerCan(
    @Root() { facts }: StaffAssignment,
    @Ctx() context: Context,
  ): Promise<StaffAssignmentActions> {
    const over = facts.toAt !== null && facts.toAt <= context.clock.now();
    return new StaffAssignmentActions(!over && (await mayManageStaff(context, facts)));
  }
}
