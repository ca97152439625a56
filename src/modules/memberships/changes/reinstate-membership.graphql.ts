import { GraphQLSafeInt } from 'graphql-scalars';
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
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import {
  FeeAlreadyCharged,
  MembershipNotFound,
  PeriodAlreadyBilled,
  PlaceOfSupplyUnknown,
} from '../membership.problems.ts';
import { Membership } from '../membership.type.ts';
import { MoneyEffectChanged } from '../money-effect.problems.ts';
import { changeMembership } from './change-membership.ts';
import { MembershipChangeNotPossible } from './changes.problems.ts';
import { membershipAfter } from './membership-after.ts';

@InputType()
export class ReinstateMembershipInput {
  @Field(() => ID)
  @Identifier()
  membershipId!: string;

  @Field(() => DateScalar, {
    description: 'The first day as a member again; at most 366 days before or after today.',
  })
  on!: LocalDate;

  @Field(() => ID, { nullable: true, description: 'Of the same association; the last one if left out.' })
  toClassId?: string | null;

  @Field(() => GraphQLSafeInt, {
    description: 'The total of `membershipChange`, in cents, as the person has seen it.',
  })
  shownTotalCents!: number;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'They are a member again from that day on. The time between stays on record as a gap.',
})
export class ReinstateMembershipSuccess {
  @Field(() => Membership)
  membership!: Membership;
}

export const ReinstateMembershipResult = createUnionType({
  name: 'ReinstateMembershipResult',
  types: () =>
    [
      ReinstateMembershipSuccess,
      InvalidInput,
      MembershipNotFound,
      MembershipChangeNotPossible,
      MoneyEffectChanged,
      FeeAlreadyCharged,
      PeriodAlreadyBilled,
      PlaceOfSupplyUnknown,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ReinstateMembershipResolver {
  @Policy('STAFF')
  @Mutation(() => ReinstateMembershipResult, {
    description:
      'Makes somebody a member again who resigned, was removed or left. Whoever has lapsed is still a member, and renews. Role ADMIN or MEMBERSHIP there; never oneself.',
  })
  @AnswerProblems()
  async reinstateMembership(
    @Ctx() context: Context,
    @Arg('input', () => ReinstateMembershipInput)
    { idempotencyKey, shownTotalCents, ...input }: ReinstateMembershipInput,
  ): Promise<typeof ReinstateMembershipResult> {
    const typed = { kind: 'REINSTATEMENT', ...input } as const;
    const confirmed = { shownTotalCents, idempotencyKey: idempotencyKey ?? undefined };
    await changeMembership(context, 'reinstateMembership', typed, confirmed);
    return Object.assign(new ReinstateMembershipSuccess(), {
      membership: await membershipAfter(context, input.membershipId),
    });
  }
}
