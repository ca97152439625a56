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
import { requestUsernameReminder } from './request-username-reminder.ts';

@InputType()
export class RequestUsernameReminderInput {
  @Field(() => String, { description: 'An e-mail address on file.' })
  address!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Where `Realm.usernameReminderForm` asks for it: of either person of a joint account. Case, accents and hyphens do not matter.',
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
export class RequestUsernameReminderSuccess {
  @Field(() => String, { description: 'What to expect and when to ask again, ready to show.' })
  message!: string;

  @Field(() => NextStep, { description: '`CHECK_MAIL`.' })
  next!: NextStep;
}

export const RequestUsernameReminderResult = createUnionType({
  name: 'RequestUsernameReminderResult',
  types: () => [RequestUsernameReminderSuccess, InvalidInput, TooManyAttempts, IdempotencyKeyReused] as const,
});

@Resolver()
export class RequestUsernameReminderResolver {
  @Policy('CLIENT')
  @Alone()
  @Mutation(() => RequestUsernameReminderResult, {
    description:
      'Asks for a mail with the username and member numbers of an individual or joint account. The other kinds are mailed the telephone numbers of customer service.',
  })
  @AnswerProblems()
  async requestUsernameReminder(
    @Ctx() context: Context,
    @Arg('input', () => RequestUsernameReminderInput)
    { idempotencyKey, ...input }: RequestUsernameReminderInput,
  ): Promise<typeof RequestUsernameReminderResult> {
    await requestUsernameReminder(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new RequestUsernameReminderSuccess(), recoveryAskedAnswer(context));
  }
}
