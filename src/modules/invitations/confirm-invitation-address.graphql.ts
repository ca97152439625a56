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
import { DelegateSuspended } from '../organizations/index.ts';
import { confirmInvitationAddress } from './confirm-invitation-address.ts';
import {
  InvitationDeclined,
  InvitationNeedsOwnAccount,
  InvitationTargetTaken,
  InvitationUsed,
  InvitationWithdrawn,
  RepresentedNeedsOwnAccount,
} from './invitation.problems.ts';
import { LONGEST_TOKEN } from './refuse-token.ts';

@InputType()
export class ConfirmInvitationAddressInput {
  @Field(() => String, { description: 'From the fragment of the mailed link.' })
  @Secret(LONGEST_TOKEN)
  token!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The account that asked has accepted the invitation.' })
export class ConfirmInvitationAddressSuccess {
  @Field(() => NextStep)
  next!: NextStep;
}

export const ConfirmInvitationAddressResult = createUnionType({
  name: 'ConfirmInvitationAddressResult',
  types: () =>
    [
      ConfirmInvitationAddressSuccess,
      InvalidInput,
      ConfirmationTokenUnknown,
      ConfirmationTokenUsed,
      ConfirmationTokenReplaced,
      ConfirmationTokenExpired,
      InvitationUsed,
      InvitationWithdrawn,
      InvitationDeclined,
      InvitationNeedsOwnAccount,
      RepresentedNeedsOwnAccount,
      InvitationTargetTaken,
      DelegateSuspended,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ConfirmInvitationAddressResolver {
  @Policy('CLIENT')
  @Mutation(() => ConfirmInvitationAddressResult, {
    description: 'The invited address agrees that an account with another address accepts its invitation.',
  })
  @AnswerProblems()
  async confirmInvitationAddress(
    @Ctx() context: Context,
    @Arg('input', () => ConfirmInvitationAddressInput)
    { token, idempotencyKey }: ConfirmInvitationAddressInput,
  ): Promise<typeof ConfirmInvitationAddressResult> {
    const next = await confirmInvitationAddress(context, {
      token,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new ConfirmInvitationAddressSuccess(), { next });
  }
}
