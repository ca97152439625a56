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
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { accountAfter } from '../account-state.ts';
import { Account } from '../account.type.ts';
import { actorOf } from '../actor-of.ts';
import { removeSecondFactor } from './remove-second-factor.ts';
import { SecondFactorNotFound } from './second-factor.problems.ts';

@InputType()
export class RemoveSecondFactorInput {
  @Field(() => ID)
  @Identifier()
  secondFactorId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'It is asked for no more. The person is told by mail; with the last one go the recovery codes.',
})
export class RemoveSecondFactorSuccess {
  @Field(() => Account)
  account!: Account;
}

export const RemoveSecondFactorResult = createUnionType({
  name: 'RemoveSecondFactorResult',
  types: () =>
    [
      RemoveSecondFactorSuccess,
      InvalidInput,
      SecondFactorNotFound,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RemoveSecondFactorResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => RemoveSecondFactorResult, {
    description: 'Takes a second factor off the account of the signed-in person.',
  })
  @AnswerProblems()
  async removeSecondFactor(
    @Ctx() context: Context,
    @Arg('input', () => RemoveSecondFactorInput) { idempotencyKey, ...input }: RemoveSecondFactorInput,
  ): Promise<typeof RemoveSecondFactorResult> {
    await removeSecondFactor(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new RemoveSecondFactorSuccess(), {
      account: await accountAfter(context, actorOf(context).accountId),
    });
  }
}
