import { Arg, createUnionType, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import { InvitationFlow, InvitationPreview } from './invitation-preview.type.ts';
import {
  InvitationCodeUnknown,
  InvitationDeclined,
  InvitationExpired,
  InvitationReplaced,
  InvitationUsed,
  InvitationWithdrawn,
} from './invitation.problems.ts';
import { judgeTypedCode } from './judge-typed-code.ts';
import { previewInvitation } from './preview-invitation.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The code can be used.' })
export class InvitationPreviewSuccess {
  @Field(() => InvitationPreview)
  invitation!: InvitationPreview;

  @Field(() => InvitationFlow)
  flow!: InvitationFlow;
}

export const InvitationPreviewResult = createUnionType({
  name: 'InvitationPreviewResult',
  types: () =>
    [
      InvitationPreviewSuccess,
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
export class InvitationPreviewResolver {
  @Policy('CLIENT')
  @Query(() => InvitationPreviewResult, {
    description:
      'What an invitation code leads to, without a session. Asking changes nothing; wrong codes are counted.',
  })
  @AnswerProblems()
  async invitationPreview(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'As mailed or typed: case, spaces and dashes do not matter.' })
    code: string,
  ): Promise<typeof InvitationPreviewResult> {
    judgeTypedCode(context, code);
    return Object.assign(new InvitationPreviewSuccess(), await previewInvitation(context, code));
  }
}
