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
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { dismissMergeTask } from './dismiss-merge-task.ts';
import { MergeOfOwnRecord, MergeTaskNotFound } from './merging.problems.ts';

@InputType()
export class DismissMergeTaskInput {
  @Field(() => ID, { description: 'From `mergeTasks`.' })
  @Identifier()
  mergeTaskId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The question is closed, and both records stay as they are.',
})
export class DismissMergeTaskSuccess {
  @Field(() => NextStep)
  readonly next = new NextStep(NextStepKind.DONE);
}

export const DismissMergeTaskResult = createUnionType({
  name: 'DismissMergeTaskResult',
  types: () =>
    [
      DismissMergeTaskSuccess,
      InvalidInput,
      MergeTaskNotFound,
      MergeOfOwnRecord,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class DismissMergeTaskResolver {
  @Policy('STAFF')
  @Mutation(() => DismissMergeTaskResult, {
    description: 'Says that two records are two people. For staff with role ADMIN or MEMBERSHIP.',
  })
  @AnswerProblems()
  async dismissMergeTask(
    @Ctx() context: Context,
    @Arg('input', () => DismissMergeTaskInput) { idempotencyKey, ...input }: DismissMergeTaskInput,
  ): Promise<typeof DismissMergeTaskResult> {
    await dismissMergeTask(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    return new DismissMergeTaskSuccess();
  }
}
