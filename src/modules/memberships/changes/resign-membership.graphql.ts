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
import { MembershipNotFound, PlaceOfSupplyUnknown } from '../membership.problems.ts';
import { Membership } from '../membership.type.ts';
import { MoneyEffectChanged } from '../money-effect.problems.ts';
import { changeMembership } from './change-membership.ts';
import { MembershipChangeNotPossible } from './changes.problems.ts';
import { membershipAfter } from './membership-after.ts';
import { LONGEST_REASON } from './read-change.ts';

@InputType()
export class ResignMembershipInput {
  @Field(() => ID)
  @Identifier()
  membershipId!: string;

  @Field(() => DateScalar, {
    description:
      'The first day on which they are no longer a member: for the member from today, for staff from 366 days ago; at most 366 days ahead.',
  })
  on!: LocalDate;

  @Field(() => String, { description: `Why, for the record. At most ${String(LONGEST_REASON)} characters.` })
  reason!: string;

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
  description: 'The membership ends on that day; until then `withdrawResignation` takes it back.',
})
export class ResignMembershipSuccess {
  @Field(() => Membership)
  membership!: Membership;
}

export const ResignMembershipResult = createUnionType({
  name: 'ResignMembershipResult',
  types: () =>
    [
      ResignMembershipSuccess,
      InvalidInput,
      MembershipNotFound,
      MembershipChangeNotPossible,
      MoneyEffectChanged,
      PlaceOfSupplyUnknown,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ResignMembershipResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => ResignMembershipResult, {
    description:
      'Resigns: the member, the principal delegate of an organization, or staff with role ADMIN or MEMBERSHIP for somebody else. The class and the terms stay on record.',
  })
  @AnswerProblems()
  async resignMembership(
    @Ctx() context: Context,
    @Arg('input', () => ResignMembershipInput)
    { idempotencyKey, shownTotalCents, ...input }: ResignMembershipInput,
  ): Promise<typeof ResignMembershipResult> {
    const typed = { kind: 'RESIGNATION', ...input } as const;
    const confirmed = { shownTotalCents, idempotencyKey: idempotencyKey ?? undefined };
    await changeMembership(context, 'resignMembership', typed, confirmed);
    return Object.assign(new ResignMembershipSuccess(), {
      membership: await membershipAfter(context, input.membershipId),
    });
  }
}
