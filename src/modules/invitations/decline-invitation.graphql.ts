import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import { Secret } from '../../platform/graphql/validators.ts';
import { declineInvitation } from './decline-invitation.ts';
import { LONGEST_TYPED_CODE } from './invitation-code.ts';
import {
  InvitationCodeUnknown,
  InvitationDeclined,
  InvitationExpired,
  InvitationReplaced,
  InvitationUsed,
  InvitationWithdrawn,
} from './invitation.problems.ts';

@InputType()
export class DeclineInvitationInput {
  @Field(() => String, { description: 'As mailed or typed: case, spaces and dashes do not matter.' })
  @Secret(LONGEST_TYPED_CODE)
  code!: string;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The invitation is declined; nothing was given.' })
export class DeclineInvitationSuccess {
  @Field(() => NextStep)
  next!: NextStep;
}

export const DeclineInvitationResult = createUnionType({
  name: 'DeclineInvitationResult',
  types: () =>
    [
      DeclineInvitationSuccess,
      InvalidInput,
      InvitationCodeUnknown,
      InvitationUsed,
      InvitationWithdrawn,
      InvitationDeclined,
      InvitationReplaced,
      InvitationExpired,
      TooManyAttempts,
    ] as const,
});

@Resolver()
export class DeclineInvitationResolver {
  @Policy('CLIENT')
  @Mutation(() => DeclineInvitationResult, {
    description: 'Turns an invitation down. It cannot be taken back.',
  })
  @AnswerProblems()
  async declineInvitation(
    @Ctx() context: Context,
    @Arg('input', () => DeclineInvitationInput) input: DeclineInvitationInput,
  ): Promise<typeof DeclineInvitationResult> {
    await declineInvitation(context, input);
    return Object.assign(new DeclineInvitationSuccess(), { next: new NextStep(NextStepKind.DONE) });
  }
}
