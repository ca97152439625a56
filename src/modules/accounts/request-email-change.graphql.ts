import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { LONGEST_ADDRESS } from '../../kernel/email-address.ts';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import { PlainText, Secret } from '../../platform/graphql/validators.ts';
import { accountAfter } from './account-state.ts';
import { CurrentPasswordWrong } from './account.problems.ts';
import { Account } from './account.type.ts';
import { actorOf } from './actor-of.ts';
import { nextMailIn } from './guesses.ts';
import { LONGEST_TYPED_PASSWORD } from './password-rules.ts';
import { requestEmailChange } from './request-email-change.ts';

@InputType()
export class RequestEmailChangeInput {
  @Field(() => String)
  @PlainText(LONGEST_ADDRESS)
  newAddress!: string;

  @Field(() => String)
  @Secret(LONGEST_TYPED_PASSWORD)
  currentPassword!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The address changes once the link in the mail to it is confirmed, within 24 hours.',
})
export class RequestEmailChangeSuccess {
  @Field(() => Account)
  account!: Account;

  @Field(() => NextStep)
  next!: NextStep;
}

export const RequestEmailChangeResult = createUnionType({
  name: 'RequestEmailChangeResult',
  types: () =>
    [
      RequestEmailChangeSuccess,
      InvalidInput,
      CurrentPasswordWrong,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RequestEmailChangeResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => RequestEmailChangeResult, {
    description:
      'Asks to replace the primary address of the signed-in person. The answer is the same when another account has the address: its holder is told by mail.',
  })
  @AnswerProblems()
  async requestEmailChange(
    @Ctx() context: Context,
    @Arg('input', () => RequestEmailChangeInput) { idempotencyKey, ...input }: RequestEmailChangeInput,
  ): Promise<typeof RequestEmailChangeResult> {
    const { maskedAddress } = await requestEmailChange(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const { accountId } = actorOf(context);
    return Object.assign(new RequestEmailChangeSuccess(), {
      account: await accountAfter(context, accountId),
      next: new NextStep(NextStepKind.CONFIRM_EMAIL, {
        maskedAddress,
        retryAfterSeconds: await nextMailIn(context, accountId),
      }),
    });
  }
}
