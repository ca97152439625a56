import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Secret } from '../../../platform/graphql/validators.ts';
import { accountAfter } from '../account-state.ts';
import { Account } from '../account.type.ts';
import { actorOf } from '../actor-of.ts';
import { confirmTotp } from './confirm-totp.ts';
import { LONGEST_TYPED_FACTOR_CODE } from './second-factor-forms.ts';
import { SecondFactorExpired, SecondFactorRefused } from './second-factor.problems.ts';

@InputType()
export class ConfirmTotpInput {
  @Field(() => String, { description: 'The six digits that the app shows.' })
  @Secret(LONGEST_TYPED_FACTOR_CODE)
  code!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The app is asked for from now on. The person is told by mail.',
})
export class ConfirmTotpSuccess {
  @Field(() => Account)
  account!: Account;

  @Field(() => [String], {
    nullable: true,
    description: 'With the first second factor: codes for signing in without the device. Shown this once.',
  })
  recoveryCodes!: readonly string[] | null;

  @Field(() => NextStep)
  next!: NextStep;
}

export const ConfirmTotpResult = createUnionType({
  name: 'ConfirmTotpResult',
  types: () =>
    [
      ConfirmTotpSuccess,
      InvalidInput,
      SecondFactorRefused,
      SecondFactorExpired,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ConfirmTotpResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => ConfirmTotpResult, {
    description: 'Ends what `enrollTotp` began, by a first code of the app.',
  })
  @AnswerProblems()
  async confirmTotp(
    @Ctx() context: Context,
    @Arg('input', () => ConfirmTotpInput) { code, idempotencyKey }: ConfirmTotpInput,
  ): Promise<typeof ConfirmTotpResult> {
    const recoveryCodes = await confirmTotp(context, { code, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new ConfirmTotpSuccess(), {
      account: await accountAfter(context, actorOf(context).accountId),
      recoveryCodes,
      next: new NextStep(NextStepKind.DONE),
    });
  }
}
