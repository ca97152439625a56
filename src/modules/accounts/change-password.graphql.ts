import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import { Secret } from '../../platform/graphql/validators.ts';
import { accountAfter } from './account-state.ts';
import { CurrentPasswordWrong } from './account.problems.ts';
import { Account } from './account.type.ts';
import { actorOf } from './actor-of.ts';
import { changePassword } from './change-password.ts';
import { LONGEST_TYPED_PASSWORD } from './password-rules.ts';
import { Session } from './session.type.ts';

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  @Secret(LONGEST_TYPED_PASSWORD)
  currentPassword!: string;

  @Field(() => String, { description: 'Judged by `passwordPolicy`.' })
  @Secret(LONGEST_TYPED_PASSWORD)
  newPassword!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The new password holds; every other session has ended.' })
export class ChangePasswordSuccess {
  @Field(() => Account)
  account!: Account;

  @Field(() => Session, { description: 'This session, renewed: the refresh tokens before no longer work.' })
  session!: Session;

  @Field(() => NextStep)
  next!: NextStep;
}

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  types: () =>
    [
      ChangePasswordSuccess,
      InvalidInput,
      CurrentPasswordWrong,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ChangePasswordResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => ChangePasswordResult, {
    description:
      'Changes the password of the signed-in person, who is told by mail. Wrong guesses count as in `signIn`.',
  })
  @AnswerProblems()
  async changePassword(
    @Ctx() context: Context,
    @Arg('input', () => ChangePasswordInput) { idempotencyKey, ...input }: ChangePasswordInput,
  ): Promise<typeof ChangePasswordResult> {
    const session = await changePassword(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const account = await accountAfter(context, actorOf(context).accountId);
    return Object.assign(new ChangePasswordSuccess(), {
      account,
      session,
      next: new NextStep(NextStepKind.DONE),
    });
  }
}
