import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { DelegateRole } from '../modules/organizations/index.ts';
import { Person, type PersonFacts } from '../modules/people/index.ts';
import type { Context } from '../platform/context.ts';
import { ConnectionArgs, connectionOf, toConnection } from '../platform/graphql/connection.ts';
import { Policy } from '../platform/graphql/policy.ts';
import { DirectoryOrder, readDirectory } from './directory.ts';
import { personConditions, PERSONS } from './find-persons.ts';
import { associationOfStaff } from './staff-list.ts';

@InputType({ description: 'Which people: those of whom all that is said is true.' })
export class PersonFilter {
  @Field(() => ID, { description: 'Who has them on file; not the bodies below it.' })
  associationId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'How words of their given and family names start, in any order, whatever accents, hyphens and case; at most 100 characters.',
  })
  search?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they can sign in.' })
  hasAccount?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'The whole of an address that they have given or sign in with, whatever its case.',
  })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole of their member number there.' })
  memberNumber?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only delegates of this organization now.' })
  organizationId?: string | null;

  @Field(() => DelegateRole, {
    nullable: true,
    description:
      'Only delegates with this role now, for `organizationId` or for any organization of the association.',
  })
  delegateRole?: DelegateRole | null;
}

export const PersonConnection = connectionOf<Person>('Person', () => Person);

@Resolver()
export class PersonsResolver {
  @Policy('STAFF')
  @Query(() => PersonConnection, {
    description:
      'The people whom an association has on file, by family name: members, delegates and those who were invited. Role ADMIN or MEMBERSHIP there.',
  })
  async persons(
    @Ctx() context: Context,
    @Arg('filter', () => PersonFilter) filter: PersonFilter,
    @Arg('order', () => DirectoryOrder, { defaultValue: DirectoryOrder.NAME }) order: DirectoryOrder,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<InstanceType<typeof PersonConnection>> {
    const { id } = await associationOfStaff(context, filter.associationId, 'READ_PEOPLE');
    const conditions = personConditions(filter, context.clock.now());
    const asked = { associationId: id, conditions, order, args };
    const { page } = await readDirectory<PersonFacts>(context, PERSONS, asked);
    return toConnection(
      PersonConnection,
      page(row => new Person(row)),
    );
  }
}
