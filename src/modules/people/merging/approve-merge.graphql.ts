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
import { approveMerge } from './approve-merge.ts';
import {
  RecordMergeNotFound,
  MergeOfOwnRecord,
  MergeNeedsSecondPerson,
  MergeNeedsOneAccount,
  MergeNeedsOneMembership,
  MergeBillsTwice,
  MergeOfLivingAndDead,
} from './merging.problems.ts';
import { recordMergeAfter } from './record-merge-after.ts';
import { RecordMerge } from './record-merge.type.ts';

@InputType()
export class ApproveMergeInput {
  @Field(() => ID)
  @Identifier()
  mergeId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The two are one.' })
export class ApproveMergeSuccess {
  @Field(() => RecordMerge)
  merge!: RecordMerge;
}

export const ApproveMergeResult = createUnionType({
  name: 'ApproveMergeResult',
  types: () =>
    [
      ApproveMergeSuccess,
      InvalidInput,
      RecordMergeNotFound,
      MergeOfOwnRecord,
      MergeNeedsSecondPerson,
      MergeNeedsOneAccount,
      MergeNeedsOneMembership,
      MergeBillsTwice,
      MergeOfLivingAndDead,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ApproveMergeResolver {
  @Policy('STAFF')
  @Mutation(() => ApproveMergeResult, {
    description:
      'Lets a prepared merge take effect: staff with role ADMIN or MEMBERSHIP, never whoever prepared it.',
  })
  @AnswerProblems()
  async approveMerge(
    @Ctx() context: Context,
    @Arg('input', () => ApproveMergeInput) { idempotencyKey, ...input }: ApproveMergeInput,
  ): Promise<typeof ApproveMergeResult> {
    await approveMerge(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const merge = await recordMergeAfter(context, fromPublicId('RecordMerge', input.mergeId) ?? '');
    return Object.assign(new ApproveMergeSuccess(), { merge });
  }
}
