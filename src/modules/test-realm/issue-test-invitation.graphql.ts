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
import { localeOf } from '../../platform/graphql/locale-enum.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Identifier } from '../../platform/graphql/validators.ts';
import { Invitation, invitationAfter, InvitationDraftInput } from '../invitations/index.ts';
import { issueTestInvitation } from './issue-test-invitation.ts';
import { InvitationNotIssued } from './test-realm.problems.ts';

@InputType()
export class IssueTestInvitationInput {
  @Field(() => ID, {
    description:
      'Whose invitation it is: the client’s own association, or one below it that is not independent.',
  })
  @Identifier()
  associationId!: string;

  @Field(() => InvitationDraftInput, {
    description: 'As a row of `issueInvitations`, to whatever it may lead.',
  })
  invitation!: InvitationDraftInput;

  @Field(() => String, {
    nullable: true,
    description: 'Made per intent, at most 255 characters: the same key does the same thing once.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The invitation is issued, and its mail is on its way.' })
export class IssueTestInvitationSuccess {
  @Field(() => Invitation, { description: 'Nobody’s name stands as its inviter.' })
  invitation!: Invitation;

  @Field(() => String, { description: 'What is otherwise in the mail alone.' })
  code!: string;
}

export const IssueTestInvitationResult = createUnionType({
  name: 'IssueTestInvitationResult',
  types: () => [IssueTestInvitationSuccess, InvalidInput, InvitationNotIssued, IdempotencyKeyReused] as const,
});

@Resolver()
export class IssueTestInvitationResolver {
  @Policy('TEST_CLIENT')
  @Mutation(() => IssueTestInvitationResult, {
    description:
      'Test realms, with a secret key: invites somebody without a signed-in person and tells the code, so that a test needs no mailbox.',
  })
  @AnswerProblems()
  async issueTestInvitation(
    @Ctx() context: Context,
    @Arg('input', () => IssueTestInvitationInput) input: IssueTestInvitationInput,
  ): Promise<typeof IssueTestInvitationResult> {
    const { associationId, invitation, idempotencyKey } = input;
    const { invitationId, code } = await issueTestInvitation(context, {
      associationId,
      invitation: Object.assign({}, invitation, { locale: localeOf(invitation.locale) }),
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new IssueTestInvitationSuccess(), {
      invitation: await invitationAfter(context, invitationId),
      code,
    });
  }
}
