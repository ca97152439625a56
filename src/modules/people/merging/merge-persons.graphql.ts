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
import { Identifier, OptionalListSize } from '../../../platform/graphql/validators.ts';
import { PersonNotFound } from '../person.problems.ts';
import { mergePersons } from './merge-persons.ts';
import { PersonPart } from './merging.enums.ts';
import {
  MergeAlreadyPrepared,
  MergeBillsTwice,
  MergeNeedsOneAccount,
  MergeNeedsOneMembership,
  MergeOfLivingAndDead,
  MergeOfOwnRecord,
} from './merging.problems.ts';
import { recordMergeAfter } from './record-merge-after.ts';
import { RecordMerge } from './record-merge.type.ts';

@InputType()
export class MergePersonsInput {
  @Field(() => ID, { description: 'The record that stays.' })
  @Identifier()
  keptPersonId!: string;

  @Field(() => ID, { description: 'The record that becomes part of it, of the same association.' })
  @Identifier()
  otherPersonId!: string;

  @Field(() => [PersonPart], {
    nullable: true,
    description: 'What the kept record has from the other from now on; nothing if left out.',
  })
  @OptionalListSize(0, 10)
  take?: PersonPart[] | null;

  @Field(() => String, { description: 'Why the two are one, for the record; at most 500 characters.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'The two are one, or, where the association wants a second person for so many records, are prepared to be.',
})
export class MergePersonsSuccess {
  @Field(() => RecordMerge, { description: 'Its `state` says which of the two.' })
  merge!: RecordMerge;
}

export const MergePersonsResult = createUnionType({
  name: 'MergePersonsResult',
  types: () =>
    [
      MergePersonsSuccess,
      InvalidInput,
      PersonNotFound,
      MergeOfOwnRecord,
      MergeNeedsOneAccount,
      MergeNeedsOneMembership,
      MergeBillsTwice,
      MergeOfLivingAndDead,
      MergeAlreadyPrepared,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class MergePersonsResolver {
  @Policy('STAFF')
  @Mutation(() => MergePersonsResult, {
    description:
      'Makes two records of one person one: roles, memberships, invitations, mails and the account of the other are the kept one’s, whatever it was stays on record. For staff with role ADMIN or MEMBERSHIP. Whoever has an account is told by mail.',
  })
  @AnswerProblems()
  async mergePersons(
    @Ctx() context: Context,
    @Arg('input', () => MergePersonsInput) { idempotencyKey, take, ...input }: MergePersonsInput,
  ): Promise<typeof MergePersonsResult> {
    const { mergeId } = await mergePersons(context, {
      ...input,
      take: take ?? [],
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new MergePersonsSuccess(), { merge: await recordMergeAfter(context, mergeId) });
  }
}
