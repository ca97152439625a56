import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import { accountAfter } from './account-state.ts';
import { EmailAlreadyConfirmed } from './account.problems.ts';
import { Account } from './account.type.ts';
import { actorOf } from './actor-of.ts';
import { nextMailIn } from './guesses.ts';
import { requestEmailConfirmation } from './request-email-confirmation.ts';

@InputType()
export class RequestEmailConfirmationInput {
  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'A link was mailed to the primary address; it works for 24 hours.',
})
export class RequestEmailConfirmationSuccess {
  @Field(() => Account)
  account!: Account;

  @Field(() => NextStep)
  next!: NextStep;
}

export const RequestEmailConfirmationResult = createUnionType({
  name: 'RequestEmailConfirmationResult',
  types: () =>
    [
      RequestEmailConfirmationSuccess,
      InvalidInput,
      EmailAlreadyConfirmed,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RequestEmailConfirmationResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => RequestEmailConfirmationResult, {
    description: 'Mails a link to the primary address of the signed-in person, so that it can be confirmed.',
  })
  @AnswerProblems()
  async requestEmailConfirmation(
    @Ctx() context: Context,
    @Arg('input', () => RequestEmailConfirmationInput) { idempotencyKey }: RequestEmailConfirmationInput,
  ): Promise<typeof RequestEmailConfirmationResult> {
    const { maskedAddress } = await requestEmailConfirmation(context, {
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const { accountId } = actorOf(context);
    return Object.assign(new RequestEmailConfirmationSuccess(), {
      account: await accountAfter(context, accountId),
      next: new NextStep(NextStepKind.CONFIRM_EMAIL, {
        maskedAddress,
        retryAfterSeconds: await nextMailIn(context, accountId),
      }),
    });
  }
}
