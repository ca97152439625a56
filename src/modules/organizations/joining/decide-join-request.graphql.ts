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
import { Identifier, OptionalText } from '../../../platform/graphql/validators.ts';
import { DelegateRole } from '../delegate-role.ts';
import { DelegateLimitReached, DelegateSuspended } from '../delegates/delegate.problems.ts';
import { decideJoinRequest } from './decide-join-request.ts';
import { JoinDecision } from './join-decision.ts';
import { joinRequestAfter } from './join-request-after.ts';
import { LONGEST_MESSAGE } from './join-request-state.ts';
import { JoinRequest } from './join-request.type.ts';
import { JoinRequestNotFound, JoinRequestOver } from './joining.problems.ts';

@InputType()
export class DecideJoinRequestInput {
  @Field(() => ID)
  @Identifier()
  requestId!: string;

  @Field(() => JoinDecision)
  decision!: JoinDecision;

  @Field(() => [DelegateRole], {
    nullable: true,
    description:
      'What the person becomes, `PRINCIPAL` excepted; `CONTACT` if left out. Nothing for a refusal.',
  })
  roles?: DelegateRole[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it is refused, told to the person by mail; at most 500 characters. Nothing is told if left out.',
  })
  @OptionalText(LONGEST_MESSAGE)
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The person was told by mail.' })
export class DecideJoinRequestSuccess {
  @Field(() => JoinRequest)
  joinRequest!: JoinRequest;
}

export const DecideJoinRequestResult = createUnionType({
  name: 'DecideJoinRequestResult',
  types: () =>
    [
      DecideJoinRequestSuccess,
      InvalidInput,
      JoinRequestNotFound,
      JoinRequestOver,
      DelegateLimitReached,
      DelegateSuspended,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class DecideJoinRequestResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => DecideJoinRequestResult, {
    description:
      'Decides a request to join: the principal delegate, and staff through an internal tool, never whoever asks. An approved person is a delegate at once.',
  })
  @AnswerProblems()
  async decideJoinRequest(
    @Ctx() context: Context,
    @Arg('input', () => DecideJoinRequestInput) { idempotencyKey, ...input }: DecideJoinRequestInput,
  ): Promise<typeof DecideJoinRequestResult> {
    const { id } = await decideJoinRequest(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new DecideJoinRequestSuccess(), {
      joinRequest: await joinRequestAfter(context, id),
    });
  }
}
