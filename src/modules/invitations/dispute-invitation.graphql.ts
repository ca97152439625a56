import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { NextStep } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Secret } from '../../platform/graphql/validators.ts';
import {
  ConfirmationTokenExpired,
  ConfirmationTokenReplaced,
  ConfirmationTokenUnknown,
  ConfirmationTokenUsed,
} from '../accounts/index.ts';
import { disputeInvitation } from './dispute-invitation.ts';
import { LONGEST_TOKEN } from './refuse-token.ts';

@InputType()
export class DisputeInvitationInput {
  @Field(() => String, { description: 'From the fragment of the mailed link.' })
  @Secret(LONGEST_TOKEN)
  token!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The role is suspended, and the association looks into it.',
})
export class DisputeInvitationSuccess {
  @Field(() => NextStep)
  next!: NextStep;
}

export const DisputeInvitationResult = createUnionType({
  name: 'DisputeInvitationResult',
  types: () =>
    [
      DisputeInvitationSuccess,
      InvalidInput,
      ConfirmationTokenUnknown,
      ConfirmationTokenUsed,
      ConfirmationTokenReplaced,
      ConfirmationTokenExpired,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class DisputeInvitationResolver {
  @Policy('CLIENT')
  @Mutation(() => DisputeInvitationResult, {
    description:
      '« Ce n’est pas moi »: suspends the role that an invitation gave and alerts the association.',
  })
  @AnswerProblems()
  async disputeInvitation(
    @Ctx() context: Context,
    @Arg('input', () => DisputeInvitationInput) { token, idempotencyKey }: DisputeInvitationInput,
  ): Promise<typeof DisputeInvitationResult> {
    const next = await disputeInvitation(context, {
      token,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new DisputeInvitationSuccess(), { next });
  }
}
