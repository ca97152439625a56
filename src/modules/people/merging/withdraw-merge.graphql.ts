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
import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { withdrawMerge } from './withdraw-merge.ts';
import { RecordMergeNotFound, MergeOfOwnRecord } from './merging.problems.ts';
import { recordMergeAfter } from './record-merge-after.ts';
import { RecordMerge } from './record-merge.type.ts';

@InputType()
export class WithdrawMergeInput {
  @Field(() => ID)
  @Identifier()
  mergeId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'It never took effect, and can be prepared again.' })
export class WithdrawMergeSuccess {
  @Field(() => RecordMerge)
  merge!: RecordMerge;
}

export const WithdrawMergeResult = createUnionType({
  name: 'WithdrawMergeResult',
  types: () =>
    [
      WithdrawMergeSuccess,
      InvalidInput,
      RecordMergeNotFound,
      MergeOfOwnRecord,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class WithdrawMergeResolver {
  @Policy('STAFF')
  @Mutation(() => WithdrawMergeResult, {
    description: 'Ends a prepared merge that was not approved: whoever prepared it, and others of the staff.',
  })
  @AnswerProblems()
  async withdrawMerge(
    @Ctx() context: Context,
    @Arg('input', () => WithdrawMergeInput) { idempotencyKey, ...input }: WithdrawMergeInput,
  ): Promise<typeof WithdrawMergeResult> {
    await withdrawMerge(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const merge = await recordMergeAfter(context, fromPublicId('RecordMerge', input.mergeId) ?? '');
    return Object.assign(new WithdrawMergeSuccess(), { merge });
  }
}
