import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Alone } from '../../../platform/graphql/alone.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import { recoveryAskedAnswer } from './recovery-answer.ts';
import { requestPasswordReset } from './request-password-reset.ts';

@InputType()
export class RequestPasswordResetInput {
  @Field(() => String, {
    description: "Username, e-mail address, or a member number in the calling client's tree.",
  })
  identifier!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where `Realm.passwordResetForm` asks for it. Case, accents and hyphens do not matter.',
  })
  givenName?: string | null;

  @Field(() => String, { nullable: true, description: 'As `givenName`; neither goes without the other.' })
  familyName?: string | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The same whether an account fits or not: whoever may know reads it in the mailbox.',
})
export class RequestPasswordResetSuccess {
  @Field(() => String, { description: 'What to expect and when to ask again, ready to show.' })
  message!: string;

  @Field(() => NextStep, { description: '`CHECK_MAIL`.' })
  next!: NextStep;
}

export const RequestPasswordResetResult = createUnionType({
  name: 'RequestPasswordResetResult',
  types: () => [RequestPasswordResetSuccess, InvalidInput, TooManyAttempts, IdempotencyKeyReused] as const,
});

@Resolver()
export class RequestPasswordResetResolver {
  @Policy('CLIENT')
  @Alone()
  @Mutation(() => RequestPasswordResetResult, {
    description:
      'Asks for a link to set a password, for the first time or a new one. The mail goes to the address on file: the link, or why there is none. The newest link replaces the earlier ones.',
  })
  @AnswerProblems()
  async requestPasswordReset(
    @Ctx() context: Context,
    @Arg('input', () => RequestPasswordResetInput) { idempotencyKey, ...input }: RequestPasswordResetInput,
  ): Promise<typeof RequestPasswordResetResult> {
    await requestPasswordReset(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new RequestPasswordResetSuccess(), recoveryAskedAnswer(context));
  }
}
