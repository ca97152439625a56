import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Secret } from '../../../platform/graphql/validators.ts';
import {
  ConfirmationTokenExpired,
  ConfirmationTokenReplaced,
  ConfirmationTokenUnknown,
  ConfirmationTokenUsed,
} from '../confirmation-token.problems.ts';
import { contestSecondFactorReset } from './contest-second-factor-reset.ts';

@InputType()
export class ContestSecondFactorResetInput {
  @Field(() => String, { description: 'From the fragment of the mailed link.' })
  @Secret(200)
  token!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The second factors stay, and the administrator is told.' })
export class ContestSecondFactorResetSuccess {
  @Field(() => NextStep, {
    description: '`FIRST_ACCESS_OR_FORGOTTEN_PASSWORD`: somebody may know the present password.',
  })
  next!: NextStep;
}

export const ContestSecondFactorResetResult = createUnionType({
  name: 'ContestSecondFactorResetResult',
  types: () =>
    [
      ContestSecondFactorResetSuccess,
      InvalidInput,
      ConfirmationTokenUnknown,
      ConfirmationTokenUsed,
      ConfirmationTokenReplaced,
      ConfirmationTokenExpired,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ContestSecondFactorResetResolver {
  @Policy('CLIENT')
  @Mutation(() => ContestSecondFactorResetResult, {
    description:
      'Says by a mailed link that second factors are not to be taken off. Nobody need be signed in.',
  })
  @AnswerProblems()
  async contestSecondFactorReset(
    @Ctx() context: Context,
    @Arg('input', () => ContestSecondFactorResetInput)
    { token, idempotencyKey }: ContestSecondFactorResetInput,
  ): Promise<typeof ContestSecondFactorResetResult> {
    await contestSecondFactorReset(context, { token, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new ContestSecondFactorResetSuccess(), {
      next: new NextStep(NextStepKind.FIRST_ACCESS_OR_FORGOTTEN_PASSWORD),
    });
  }
}
