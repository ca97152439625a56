import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Secret } from '../../../platform/graphql/validators.ts';
import { LONGEST_TYPED_PASSWORD } from '../password-rules.ts';
import {
  PasswordResetTokenExpired,
  PasswordResetTokenReplaced,
  PasswordResetTokenUnknown,
  PasswordResetTokenUsed,
} from './reset-token.problems.ts';
import { resetPassword } from './reset-password.ts';

@InputType()
export class ResetPasswordInput {
  @Field(() => String, { description: 'From the fragment of the mailed link.' })
  @Secret(256)
  token!: string;

  @Field(() => String, { description: 'Judged by `passwordReset.passwordPolicy`.' })
  @Secret(LONGEST_TYPED_PASSWORD)
  newPassword!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The password is set and every session has ended. Nobody is signed in by that.',
})
export class ResetPasswordSuccess {
  @Field(() => String, {
    description:
      'By which this browser is known to the account: sent with `signIn`, its guesses are counted apart from those of strangers.',
  })
  deviceToken!: string;

  @Field(() => NextStep, { description: '`SIGN_IN`.' })
  next!: NextStep;
}

export const ResetPasswordResult = createUnionType({
  name: 'ResetPasswordResult',
  types: () =>
    [
      ResetPasswordSuccess,
      InvalidInput,
      PasswordResetTokenUnknown,
      PasswordResetTokenUsed,
      PasswordResetTokenReplaced,
      PasswordResetTokenExpired,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ResetPasswordResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => ResetPasswordResult, {
    description:
      'Sets the password of the account whose link was mailed, once. The person is told by mail, and an address that was not verified yet is.',
  })
  @AnswerProblems()
  async resetPassword(
    @Ctx() context: Context,
    @Arg('input', () => ResetPasswordInput) { idempotencyKey, ...input }: ResetPasswordInput,
  ): Promise<typeof ResetPasswordResult> {
    const { deviceToken } = await resetPassword(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const next = new NextStep(NextStepKind.SIGN_IN);
    return Object.assign(new ResetPasswordSuccess(), { deviceToken, next });
  }
}
