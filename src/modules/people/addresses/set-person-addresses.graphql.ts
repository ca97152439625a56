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
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { ListSize } from '../../../platform/graphql/validators.ts';
import { PersonNotFound } from '../person.problems.ts';
import { Person } from '../person.type.ts';
import { PERSON_ADDRESS_KINDS, type PersonAddressKind } from './person-address.ts';
import { setPersonAddresses } from './set-person-addresses.ts';

@InputType()
export class PersonAddressInput {
  @Field(() => PERSON_ADDRESS_KINDS, { description: 'At most one of a kind.' })
  kind!: PersonAddressKind;

  @Field(() => String, { description: 'At most 100 characters.' })
  street!: string;

  @Field(() => String, { nullable: true, description: 'Unit, floor or building; at most 100 characters.' })
  street2?: string | null;

  @Field(() => String, { description: 'At most 100 characters.' })
  city!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'In Canada a two-letter code of Canada Post, and required; elsewhere at most 100 characters.',
  })
  province?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'In Canada a Canadian code in any spelling; elsewhere at most 12 characters.',
  })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'ISO 3166-1, two letters; Canada if left out.' })
  country?: string | null;
}

@InputType()
export class SetPersonAddressesInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "Whose. One's own may be left out where `viewer.actingPerson` is not null; staff name somebody on file.",
  })
  personId?: string | null;

  @Field(() => [PersonAddressInput], {
    description: 'All of them, the main one first; those that are left out are removed.',
  })
  @ListSize(0, 2)
  addresses!: PersonAddressInput[];
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The addresses were put in the place of those on file.' })
export class SetPersonAddressesSuccess {
  @Field(() => Person)
  person!: Person;
}

export const SetPersonAddressesResult = createUnionType({
  name: 'SetPersonAddressesResult',
  types: () => [SetPersonAddressesSuccess, InvalidInput, PersonNotFound] as const,
});

@Resolver()
export class SetPersonAddressesResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => SetPersonAddressesResult, {
    description:
      "Says where a person lives and works: oneself, and staff with role ADMIN or MEMBERSHIP through an internal tool. Taxes go by the main one's province from the next invoice on.",
  })
  @AnswerProblems()
  async setPersonAddresses(
    @Ctx() context: Context,
    @Arg('input', () => SetPersonAddressesInput) input: SetPersonAddressesInput,
  ): Promise<typeof SetPersonAddressesResult> {
    const person = new Person(await setPersonAddresses(context, input));
    return Object.assign(new SetPersonAddressesSuccess(), { person });
  }
}
