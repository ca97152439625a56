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
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { PersonNotFound } from '../person.problems.ts';
import { Person } from '../person.type.ts';
import { setDateOfBirth } from './set-date-of-birth.ts';

@InputType()
export class SetDateOfBirthInput {
  @Field(() => ID)
  @Identifier()
  personId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Forgotten if left out.' })
  bornOn?: LocalDate | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The day is on file.' })
export class SetDateOfBirthSuccess {
  @Field(() => Person)
  person!: Person;
}

export const SetDateOfBirthResult = createUnionType({
  name: 'SetDateOfBirthResult',
  types: () => [SetDateOfBirthSuccess, InvalidInput, PersonNotFound] as const,
});

@Resolver()
export class SetDateOfBirthResolver {
  @Policy('STAFF')
  @Mutation(() => SetDateOfBirthResult, {
    description:
      'Says when somebody was born, for prices that go by age. Role ADMIN or MEMBERSHIP, and never of oneself.',
  })
  @AnswerProblems()
  async setDateOfBirth(
    @Ctx() context: Context,
    @Arg('input', () => SetDateOfBirthInput) { personId, bornOn }: SetDateOfBirthInput,
  ): Promise<typeof SetDateOfBirthResult> {
    const person = new Person(await setDateOfBirth(context, { personId, bornOn: bornOn ?? null }));
    return Object.assign(new SetDateOfBirthSuccess(), { person });
  }
}
