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
import { MembershipNotFound, PeriodAlreadyBilled, PlaceOfSupplyUnknown } from '../membership.problems.ts';
import { Membership } from '../membership.type.ts';
import { MoneyEffectChanged } from '../money-effect.problems.ts';
import { changeMembership } from './change-membership.ts';
import { MembershipChangeNotPossible } from './changes.problems.ts';
import { membershipAfter } from './membership-after.ts';

@InputType()
export class ReclassifyMembershipInput {
  @Field(() => ID)
  @Identifier()
  membershipId!: string;

  @Field(() => DateScalar, {
    description: 'The first day in the new class; at most 366 days before or after today.',
  })
  on!: LocalDate;

  @Field(() => ID, {
    description: 'Of the same association, from `membershipClasses`, for holders of this kind.',
  })
  @Identifier()
  toClassId!: string;

  @Field(() => GraphQLSafeInt, {
    description: 'The total of `membershipChange`, in cents, as the person has seen it.',
  })
  shownTotalCents!: number;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The membership is in the new class from that day on.' })
export class ReclassifyMembershipSuccess {
  @Field(() => Membership)
  membership!: Membership;
}

export const ReclassifyMembershipResult = createUnionType({
  name: 'ReclassifyMembershipResult',
  types: () =>
    [
      ReclassifyMembershipSuccess,
      InvalidInput,
      MembershipNotFound,
      MembershipChangeNotPossible,
      MoneyEffectChanged,
      PeriodAlreadyBilled,
      PlaceOfSupplyUnknown,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ReclassifyMembershipResolver {
  @Policy('STAFF')
  @Mutation(() => ReclassifyMembershipResult, {
    description:
      'Puts a member into another class from a day on; on the first day of a stay, as if it had been in that class from the start. The rest of the term is charged or credited at the difference. Role ADMIN or MEMBERSHIP there; never of one’s own.',
  })
  @AnswerProblems()
  async reclassifyMembership(
    @Ctx() context: Context,
    @Arg('input', () => ReclassifyMembershipInput)
    { idempotencyKey, shownTotalCents, ...input }: ReclassifyMembershipInput,
  ): Promise<typeof ReclassifyMembershipResult> {
    const typed = { kind: 'RECLASSIFICATION', ...input } as const;
    const confirmed = { shownTotalCents, idempotencyKey: idempotencyKey ?? undefined };
    await changeMembership(context, 'reclassifyMembership', typed, confirmed);
    return Object.assign(new ReclassifyMembershipSuccess(), {
      membership: await membershipAfter(context, input.membershipId),
    });
  }
}
