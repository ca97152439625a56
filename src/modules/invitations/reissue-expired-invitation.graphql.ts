import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { RESEND_SECONDS } from '../../platform/mail/index.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import { Secret } from '../../platform/graphql/validators.ts';
import { LONGEST_TYPED_CODE } from './invitation-code.ts';
import {
  InvitationCodeUnknown,
  InvitationDeclined,
  InvitationNotReissuable,
  InvitationReplaced,
  InvitationUsed,
  InvitationWithdrawn,
} from './invitation.problems.ts';
import { reissueExpiredInvitation } from './reissue-expired-invitation.ts';

@InputType()
export class ReissueExpiredInvitationInput {
  @Field(() => String, { description: 'As mailed or typed: case, spaces and dashes do not matter.' })
  @Secret(LONGEST_TYPED_CODE)
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Made per intent, at most 255 characters: the same key does the same thing once.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'A fresh invitation is on its way to the same address.' })
export class ReissueExpiredInvitationSuccess {
  @Field(() => String)
  maskedAddress!: string;

  @Field(() => NextStep)
  next!: NextStep;
}

export const ReissueExpiredInvitationResult = createUnionType({
  name: 'ReissueExpiredInvitationResult',
  types: () =>
    [
      ReissueExpiredInvitationSuccess,
      InvalidInput,
      InvitationNotReissuable,
      InvitationCodeUnknown,
      InvitationUsed,
      InvitationWithdrawn,
      InvitationDeclined,
      InvitationReplaced,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ReissueExpiredInvitationResolver {
  @Policy('CLIENT')
  @Mutation(() => ReissueExpiredInvitationResult, {
    description:
      'Sends a fresh invitation to the address of an expired one, within 60 days of its expiry and at most 3 times.',
  })
  @AnswerProblems()
  async reissueExpiredInvitation(
    @Ctx() context: Context,
    @Arg('input', () => ReissueExpiredInvitationInput)
    { code, idempotencyKey }: ReissueExpiredInvitationInput,
  ): Promise<typeof ReissueExpiredInvitationResult> {
    const key = idempotencyKey ?? undefined;
    const { maskedAddress } = await reissueExpiredInvitation(context, { code, idempotencyKey: key });
    const next = new NextStep(NextStepKind.USE_NEWEST_MAIL, {
      maskedAddress,
      retryAfterSeconds: RESEND_SECONDS,
    });
    return Object.assign(new ReissueExpiredInvitationSuccess(), { maskedAddress, next });
  }
}
