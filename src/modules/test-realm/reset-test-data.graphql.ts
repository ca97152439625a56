import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { resetTestData } from './reset-test-data.ts';
import { NothingToReset } from './test-realm.problems.ts';

@InputType()
export class ResetTestDataInput {
  @Field(() => Boolean, {
    description: '`true`, said expressly: everything that anybody did in this realm is lost.',
  })
  everything!: boolean;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The realm stands as after its first start.' })
export class ResetTestDataSuccess {
  @Field(() => DateTimeScalar, { description: 'The time of the realm, which is its machine’s again.' })
  now!: Date;
}

export const ResetTestDataResult = createUnionType({
  name: 'ResetTestDataResult',
  types: () => [ResetTestDataSuccess, InvalidInput, NothingToReset] as const,
});

@Resolver()
export class ResetTestDataResolver {
  @Policy('TEST_CLIENT')
  @Mutation(() => ResetTestDataResult, {
    description:
      'Test realms, with a secret key: puts the whole realm back to the demo data, for everybody. Every session ends, the mailbox is emptied, the clock is the machine’s again; waiting mail and jobs, counted attempts and idempotency keys are gone. Ids are new. Registered clients keep their keys, origins and pages as long as their association is one of the demo’s, by its code; the audit trail and the signing keys stay. A mail that is being handed over at that moment may still arrive. Refused where the demo data was never loaded.',
  })
  @AnswerProblems()
  async resetTestData(
    @Ctx() context: Context,
    @Arg('input', () => ResetTestDataInput) input: ResetTestDataInput,
  ): Promise<typeof ResetTestDataResult> {
    return Object.assign(new ResetTestDataSuccess(), await resetTestData(context, input));
  }
}
