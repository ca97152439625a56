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
import {
  MergeAlreadyPrepared,
  MergeBillsTwice,
  MergeNeedsOneMembership,
  RecordMerge,
  recordMergeAfter,
} from '../../people/index.ts';
import { OrganizationNotFound } from '../organization.problems.ts';
import { mergeOrganizations } from './merge-organizations.ts';
import { OrganizationPart } from './organization-part.ts';

@InputType()
export class MergeOrganizationsInput {
  @Field(() => ID, { description: 'The record that stays.' })
  @Identifier()
  keptOrganizationId!: string;

  @Field(() => ID, { description: 'The record that becomes part of it, of the same association.' })
  @Identifier()
  otherOrganizationId!: string;

  @Field(() => [OrganizationPart], {
    nullable: true,
    description: 'What the kept record has from the other from now on; nothing if left out.',
  })
  @OptionalListSize(0, 10)
  take?: OrganizationPart[] | null;

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
export class MergeOrganizationsSuccess {
  @Field(() => RecordMerge, { description: 'Its `state` says which of the two.' })
  merge!: RecordMerge;
}

export const MergeOrganizationsResult = createUnionType({
  name: 'MergeOrganizationsResult',
  types: () =>
    [
      MergeOrganizationsSuccess,
      InvalidInput,
      OrganizationNotFound,
      MergeNeedsOneMembership,
      MergeBillsTwice,
      MergeAlreadyPrepared,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class MergeOrganizationsResolver {
  @Policy('STAFF')
  @Mutation(() => MergeOrganizationsResult, {
    description:
      'Makes two records of one organization one: delegates, sections, memberships, coordinates and invitations of the other are the kept one’s, which keeps its principal delegate; the other’s becomes a contact. For staff with role ADMIN or MEMBERSHIP who are no delegates of either. Every delegate is told by mail.',
  })
  @AnswerProblems()
  async mergeOrganizations(
    @Ctx() context: Context,
    @Arg('input', () => MergeOrganizationsInput) { idempotencyKey, take, ...input }: MergeOrganizationsInput,
  ): Promise<typeof MergeOrganizationsResult> {
    const { mergeId } = await mergeOrganizations(context, {
      ...input,
      take: take ?? [],
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new MergeOrganizationsSuccess(), {
      merge: await recordMergeAfter(context, mergeId),
    });
  }
}
