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
import { undoMerge } from './undo-merge.ts';
import {
  RecordMergeNotFound,
  MergeOfOwnRecord,
  MergeUndoTooLate,
  MergeHasMovedOn,
} from './merging.problems.ts';
import { recordMergeAfter } from './record-merge-after.ts';
import { RecordMerge } from './record-merge.type.ts';

@InputType()
export class UndoMergeInput {
  @Field(() => ID)
  @Identifier()
  mergeId!: string;

  @Field(() => String, { description: 'Why they are two after all, for the record; at most 500 characters.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The two are as they were.' })
export class UndoMergeSuccess {
  @Field(() => RecordMerge)
  merge!: RecordMerge;
}

export const UndoMergeResult = createUnionType({
  name: 'UndoMergeResult',
  types: () =>
    [
      UndoMergeSuccess,
      InvalidInput,
      RecordMergeNotFound,
      MergeOfOwnRecord,
      MergeUndoTooLate,
      MergeHasMovedOn,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class UndoMergeResolver {
  @Policy('STAFF')
  @Mutation(() => UndoMergeResult, {
    description:
      'Makes two records of one again, each with what it had: within 30 days, and while nothing that moved has changed. Whoever has an account is told by mail.',
  })
  @AnswerProblems()
  async undoMerge(
    @Ctx() context: Context,
    @Arg('input', () => UndoMergeInput) { idempotencyKey, ...input }: UndoMergeInput,
  ): Promise<typeof UndoMergeResult> {
    await undoMerge(context, { ...input, idempotencyKey: idempotencyKey ?? undefined });
    const merge = await recordMergeAfter(context, fromPublicId('RecordMerge', input.mergeId) ?? '');
    return Object.assign(new UndoMergeSuccess(), { merge });
  }
}
