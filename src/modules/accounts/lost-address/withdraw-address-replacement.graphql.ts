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
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { AccountHolderNotFound } from '../account.problems.ts';
import { AddressReplacementNotFound, OwnAddressKept } from './address-replacement.problems.ts';
import { withdrawAddressReplacement } from './withdraw-address-replacement.ts';

@InputType()
export class WithdrawAddressReplacementInput {
  @Field(() => ID, { description: 'Whose address is to stay.' })
  @Identifier()
  personId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The address stays, and everybody who was told of the replacement is told of that.',
})
export class WithdrawAddressReplacementSuccess {
  @Field(() => NextStep, { description: '`DONE`.' })
  next!: NextStep;
}

export const WithdrawAddressReplacementResult = createUnionType({
  name: 'WithdrawAddressReplacementResult',
  types: () =>
    [
      WithdrawAddressReplacementSuccess,
      InvalidInput,
      AccountHolderNotFound,
      OwnAddressKept,
      AddressReplacementNotFound,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class WithdrawAddressReplacementResolver {
  @Policy('STAFF')
  @Mutation(() => WithdrawAddressReplacementResult, {
    description:
      'Takes back the replacement of an address before it takes effect, whichever administrator asked for it. Role ADMIN.',
  })
  @AnswerProblems()
  async withdrawAddressReplacement(
    @Ctx() context: Context,
    @Arg('input', () => WithdrawAddressReplacementInput)
    { personId, idempotencyKey }: WithdrawAddressReplacementInput,
  ): Promise<typeof WithdrawAddressReplacementResult> {
    await withdrawAddressReplacement(context, { personId, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new WithdrawAddressReplacementSuccess(), { next: new NextStep(NextStepKind.DONE) });
  }
}
