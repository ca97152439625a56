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

@InputType()
export class EndHoldInput {
  @Field(() => ID)
  @Identifier()
  membershipId!: string;

  @Field(() => ID, { description: 'From `Membership.holds`.' })
  @Identifier()
  holdId!: string;

  @Field(() => DateScalar, {
    description:
      'The first day on which it is over; at most 366 days before or after today. A hold that has not begun by then is taken back.',
  })
  on!: LocalDate;

  @Field(() => GraphQLSafeInt, {
    description: 'The total of `membershipChange`, in cents, as the person has seen it.',
  })
  shownTotalCents!: number;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The hold is over from that day on.' })
export class EndHoldSuccess {
  @Field(() => Membership)
  membership!: Membership;
}

export const EndHoldResult = createUnionType({
  name: 'EndHoldResult',
  types: () =>
    [
      EndHoldSuccess,
      InvalidInput,
      MembershipNotFound,
      MembershipChangeNotPossible,
      MoneyEffectChanged,
      PlaceOfSupplyUnknown,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class EndHoldResolver {
  @Policy('STAFF')
  @Mutation(() => EndHoldResult, {
    description: 'Ends a hold earlier than was said. Role ADMIN or MEMBERSHIP there; never of one’s own.',
  })
  @AnswerProblems()
  async endHold(
    @Ctx() context: Context,
    @Arg('input', () => EndHoldInput) { idempotencyKey, shownTotalCents, ...input }: EndHoldInput,
  ): Promise<typeof EndHoldResult> {
    const typed = { kind: 'HOLD_END', ...input } as const;
    const confirmed = { shownTotalCents, idempotencyKey: idempotencyKey ?? undefined };
    await changeMembership(context, 'endHold', typed, confirmed);
    return Object.assign(new EndHoldSuccess(), {
      membership: await membershipAfter(context, input.membershipId),
    });
  }
}
