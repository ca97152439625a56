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
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import { Identifier } from '../../platform/graphql/validators.ts';
import { DelegateLimitReached } from '../organizations/index.ts';
import { invitationAfter } from './invitation-after.ts';
import { Invitation } from './invitation.type.ts';
import { resendInvitation } from './resend-invitation.ts';
import {
  InvitationDeclined,
  InvitationNotFound,
  InvitationTargetTaken,
  InvitationUsed,
  InvitationWithdrawn,
} from './invitation.problems.ts';

@InputType()
export class ResendInvitationInput {
  @Field(() => ID)
  @Identifier()
  invitationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Made per intent, at most 255 characters: the same key does the same thing once.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'A new code is on its way; the former one no longer works.',
})
export class ResendInvitationSuccess {
  @Field(() => Invitation)
  invitation!: Invitation;
}

export const ResendInvitationResult = createUnionType({
  name: 'ResendInvitationResult',
  types: () =>
    [
      ResendInvitationSuccess,
      InvalidInput,
      InvitationNotFound,
      InvitationUsed,
      InvitationWithdrawn,
      InvitationDeclined,
      InvitationTargetTaken,
      DelegateLimitReached,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ResendInvitationResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => ResendInvitationResult, {
    description:
      'Sends a pending or expired invitation again with a new code and a new expiry. Roles ADMIN and MEMBERSHIP, through an internal tool, and the principal delegate for roles below their own in their organization.',
  })
  @AnswerProblems()
  async resendInvitation(
    @Ctx() context: Context,
    @Arg('input', () => ResendInvitationInput) { invitationId, idempotencyKey }: ResendInvitationInput,
  ): Promise<typeof ResendInvitationResult> {
    const id = await resendInvitation(context, { invitationId, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new ResendInvitationSuccess(), { invitation: await invitationAfter(context, id) });
  }
}
