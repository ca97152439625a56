import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { associationInReach, StaffAssignment, staffAssignmentById } from '../../associations/index.ts';
import { Delegate } from '../person.type.ts';
import { personsOfAccount } from '../person.loaders.ts';

@Resolver(() => StaffAssignment)
export class StaffAssignmentPersonResolver {
  @FieldResolver(() => Delegate, {
    nullable: true,
    description:
      'Who holds it, by the name that the association has on file, or else another of its tree. Null where none of them knows the account by name.',
  })
  async person(@Root() { facts }: StaffAssignment, @Ctx() context: Context): Promise<Delegate | null> {
    const row = await context.load(staffAssignmentById, facts.id);
    if (!row) return null;
    const persons = await context.load(personsOfAccount, row.accountId);
    const inTree = await Promise.all(
      persons.map(({ associationId }) => associationInReach(context, associationId)),
    );
    const known = persons.filter((_, i) => inTree[i] !== null);
    const found = known.find(({ associationId }) => associationId === row.associationId) ?? known[0];
    return found ? new Delegate(found) : null;
  }
}
