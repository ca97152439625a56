import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Person } from './person.type.ts';
import { updateProfile } from './update-profile.ts';

@InputType({ description: 'A whole profile: an optional field that is left out is cleared.' })
export class UpdateProfileInput {
  @Field(() => ID, {
    nullable: true,
    description: "Which of the account's persons; may be left out where `viewer.actingPerson` is not null.",
  })
  personId?: string | null;

  @Field(() => String, { description: 'One line, at most 100 characters.' })
  givenName!: string;

  @Field(() => String, { description: 'One line, at most 100 characters.' })
  familyName!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'As people write it, Canadian unless it starts with `+`; an extension behind it is understood.',
  })
  workPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 7 digits.' })
  workPhoneExtension?: string | null;
}

/** `next` is added by the read models, which see what a person has beyond a profile. */
@Policy('HOLDER')
@ObjectType({ description: 'The profile was changed.' })
export class UpdateProfileSuccess {
  @Field(() => Person)
  readonly person: Person;

  constructor(person: Person) {
    this.person = person;
  }
}

export const UpdateProfileResult = createUnionType({
  name: 'UpdateProfileResult',
  types: () => [UpdateProfileSuccess, InvalidInput] as const,
});

@Resolver()
export class UpdateProfileResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => UpdateProfileResult, { description: "Changes the person's own name and work phone." })
  @AnswerProblems()
  async updateProfile(
    @Ctx() context: Context,
    @Arg('input', () => UpdateProfileInput) input: UpdateProfileInput,
  ): Promise<typeof UpdateProfileResult> {
    return new UpdateProfileSuccess(new Person(await updateProfile(context, input)));
  }
}
