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
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import { Identifier } from '../../platform/graphql/validators.ts';
import { RESEND_SECONDS } from '../../platform/mail/index.ts';
import { MailNotFound, MailNotResendable } from './mails.problems.ts';
import { resendMail } from './resend-mail.ts';

@InputType()
export class ResendMailInput {
  @Field(() => ID, { description: 'From `Viewer.mails`, or as staff from `Person.mails`.' })
  @Identifier()
  mailId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'Another mail is on its way. A code or link of the one before no longer works.',
})
export class ResendMailSuccess {
  @Field(() => NextStep, { description: '`CHECK_MAIL`, and when it can be sent once more.' })
  next!: NextStep;
}

export const ResendMailResult = createUnionType({
  name: 'ResendMailResult',
  types: () =>
    [
      ResendMailSuccess,
      InvalidInput,
      MailNotFound,
      MailNotResendable,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ResendMailResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => ResendMailResult, {
    description:
      'Sends a mail again, to the same address: the person’s own, or as staff (ADMIN, MEMBERSHIP) one to a person on file. Not more often than every two minutes.',
  })
  @AnswerProblems()
  async resendMail(
    @Ctx() context: Context,
    @Arg('input', () => ResendMailInput) { mailId, idempotencyKey }: ResendMailInput,
  ): Promise<typeof ResendMailResult> {
    const { maskedAddress } = await resendMail(context, {
      mailId,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const next = new NextStep(NextStepKind.CHECK_MAIL, {
      maskedAddress,
      retryAfterSeconds: RESEND_SECONDS,
    });
    return Object.assign(new ResendMailSuccess(), { next });
  }
}
