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
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import { Identifier, OptionalText } from '../../../platform/graphql/validators.ts';
import { joinRequestAfter } from './join-request-after.ts';
import { LONGEST_MESSAGE } from './join-request-state.ts';
import { JoinRequest } from './join-request.type.ts';
import { AlreadyDelegate, JoinRequestOpen, OrganizationNotJoinable } from './joining.problems.ts';
import { requestToJoinOrganization } from './request-to-join-organization.ts';

@InputType()
export class RequestToJoinOrganizationInput {
  @Field(() => ID, { description: 'From `joinableOrganizations`.' })
  @Identifier()
  organizationId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Which of the account’s persons; may be left out where there is no choice.',
  })
  @Identifier()
  personId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'To whoever decides, who reads it with the request; at most 500 characters.',
  })
  @OptionalText(LONGEST_MESSAGE)
  message?: string | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The principal delegate was told by mail. Nothing changes until somebody decides.',
})
export class RequestToJoinOrganizationSuccess {
  @Field(() => JoinRequest)
  joinRequest!: JoinRequest;
}

export const RequestToJoinOrganizationResult = createUnionType({
  name: 'RequestToJoinOrganizationResult',
  types: () =>
    [
      RequestToJoinOrganizationSuccess,
      InvalidInput,
      OrganizationNotJoinable,
      AlreadyDelegate,
      JoinRequestOpen,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RequestToJoinOrganizationResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => RequestToJoinOrganizationResult, {
    description:
      'Asks to become a delegate of an organization that takes requests. Whoever decides sees the person’s names and the confirmed address of their account.',
  })
  @AnswerProblems()
  async requestToJoinOrganization(
    @Ctx() context: Context,
    @Arg('input', () => RequestToJoinOrganizationInput)
    { idempotencyKey, ...input }: RequestToJoinOrganizationInput,
  ): Promise<typeof RequestToJoinOrganizationResult> {
    const { id } = await requestToJoinOrganization(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new RequestToJoinOrganizationSuccess(), {
      joinRequest: await joinRequestAfter(context, id),
    });
  }
}
