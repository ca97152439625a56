import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { FlowStep } from '../../platform/graphql/form.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { NextStep } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import { Secret } from '../../platform/graphql/validators.ts';
import { Account } from '../accounts/index.ts';
import { DelegateSuspended } from '../organizations/index.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { accountOf } from './account-of.ts';
import { LONGEST_TYPED_CODE } from './invitation-code.ts';
import { invitationSteps } from './invitation-form.ts';
import {
  InvitationAddressMismatch,
  InvitationCodeUnknown,
  InvitationDeclined,
  InvitationExpired,
  InvitationReplaced,
  InvitationNeedsOwnAccount,
  InvitationTargetTaken,
  InvitationUsed,
  InvitationWithdrawn,
  RepresentedNeedsOwnAccount,
} from './invitation.problems.ts';

@InputType()
export class AcceptInvitationInput {
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
@ObjectType({
  simpleResolvers: true,
  description: 'The invitation was accepted, or waits for the invited address to agree.',
})
export class AcceptInvitationSuccess {
  @Field(() => Boolean, {
    description: 'False while the invited address, which was mailed, has to confirm first.',
  })
  accepted!: boolean;

  @Field(() => Account)
  account!: Account;

  @Field(() => [FlowStep], {
    description: 'Where the person stands now: all are done, unless `accepted` is false.',
  })
  steps!: readonly FlowStep[];

  @Field(() => NextStep, {
    description: '`CONFIRM_EMAIL` with the masked address while `accepted` is false.',
  })
  next!: NextStep;
}

export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  types: () =>
    [
      AcceptInvitationSuccess,
      InvalidInput,
      InvitationAddressMismatch,
      InvitationCodeUnknown,
      InvitationUsed,
      InvitationWithdrawn,
      InvitationDeclined,
      InvitationReplaced,
      InvitationExpired,
      InvitationNeedsOwnAccount,
      RepresentedNeedsOwnAccount,
      InvitationTargetTaken,
      DelegateSuspended,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class AcceptInvitationResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => AcceptInvitationResult, {
    description: 'Adds what an invitation gives to the account that is signed in.',
  })
  @AnswerProblems()
  async acceptInvitation(
    @Ctx() context: Context,
    @Arg('input', () => AcceptInvitationInput) { code, idempotencyKey }: AcceptInvitationInput,
  ): Promise<typeof AcceptInvitationResult> {
    const answer = await acceptInvitation(context, { code, idempotencyKey: idempotencyKey ?? undefined });
    const { accepted, accountId, next } = answer;
    return Object.assign(new AcceptInvitationSuccess(), {
      accepted,
      steps: invitationSteps(context.wording, accepted ? null : 'account'),
      next,
      account: await accountOf(context, accountId),
    });
  }
}
