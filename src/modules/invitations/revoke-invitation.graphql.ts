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
import { Policy } from '../../platform/graphql/policy.ts';
import { Identifier } from '../../platform/graphql/validators.ts';
import { invitationAfter } from './invitation-after.ts';
import { InvitationDeclined, InvitationNotFound, InvitationUsed } from './invitation.problems.ts';
import { Invitation } from './invitation.type.ts';
import { revokeInvitation } from './revoke-invitation.ts';

@InputType()
export class RevokeInvitationInput {
  @Field(() => ID)
  @Identifier()
  invitationId!: string;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The invitation is withdrawn, now or since an earlier click.',
})
export class RevokeInvitationSuccess {
  @Field(() => Invitation)
  invitation!: Invitation;
}

export const RevokeInvitationResult = createUnionType({
  name: 'RevokeInvitationResult',
  types: () =>
    [RevokeInvitationSuccess, InvalidInput, InvitationNotFound, InvitationUsed, InvitationDeclined] as const,
});

@Resolver()
export class RevokeInvitationResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => RevokeInvitationResult, {
    description:
      'Withdraws an invitation that nobody has accepted. Roles ADMIN and MEMBERSHIP, through an internal tool, and the principal delegate for roles below their own in their organization.',
  })
  @AnswerProblems()
  async revokeInvitation(
    @Ctx() context: Context,
    @Arg('input', () => RevokeInvitationInput) input: RevokeInvitationInput,
  ): Promise<typeof RevokeInvitationResult> {
    const id = await revokeInvitation(context, input);
    return Object.assign(new RevokeInvitationSuccess(), { invitation: await invitationAfter(context, id) });
  }
}
