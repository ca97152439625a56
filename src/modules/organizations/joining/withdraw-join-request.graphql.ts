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
import { Identifier } from '../../../platform/graphql/validators.ts';
import { joinRequestAfter } from './join-request-after.ts';
import { JoinRequest } from './join-request.type.ts';
import { JoinRequestNotFound, JoinRequestOver } from './joining.problems.ts';
import { withdrawJoinRequest } from './withdraw-join-request.ts';

@InputType()
export class WithdrawJoinRequestInput {
  @Field(() => ID)
  @Identifier()
  requestId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Nobody decides it any more.' })
export class WithdrawJoinRequestSuccess {
  @Field(() => JoinRequest)
  joinRequest!: JoinRequest;
}

export const WithdrawJoinRequestResult = createUnionType({
  name: 'WithdrawJoinRequestResult',
  types: () =>
    [
      WithdrawJoinRequestSuccess,
      InvalidInput,
      JoinRequestNotFound,
      JoinRequestOver,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class WithdrawJoinRequestResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => WithdrawJoinRequestResult, {
    description: 'Takes back a request of one’s own that nobody has decided.',
  })
  @AnswerProblems()
  async withdrawJoinRequest(
    @Ctx() context: Context,
    @Arg('input', () => WithdrawJoinRequestInput) { idempotencyKey, ...input }: WithdrawJoinRequestInput,
  ): Promise<typeof WithdrawJoinRequestResult> {
    const { id } = await withdrawJoinRequest(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new WithdrawJoinRequestSuccess(), {
      joinRequest: await joinRequestAfter(context, id),
    });
  }
}
