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
import { HOLD_KINDS, type HoldKind } from '../membership-words.ts';
import { MoneyEffectChanged } from '../money-effect.problems.ts';
import { changeMembership } from './change-membership.ts';
import { MembershipChangeNotPossible } from './changes.problems.ts';
import { membershipAfter } from './membership-after.ts';

@InputType()
export class PlaceOnHoldInput {
  @Field(() => ID)
  @Identifier()
  membershipId!: string;

  @Field(() => HOLD_KINDS)
  hold!: HoldKind;

  @Field(() => DateScalar, { description: 'The first day; at most 366 days before or after today.' })
  on!: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'Inclusive; left out where no end is in sight.' })
  lastDay?: LocalDate | null;

  @Field(() => GraphQLSafeInt, {
    description: 'The total of `membershipChange`, in cents, as the person has seen it.',
  })
  shownTotalCents!: number;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The membership is on hold in that time.' })
export class PlaceOnHoldSuccess {
  @Field(() => Membership)
  membership!: Membership;
}

export const PlaceOnHoldResult = createUnionType({
  name: 'PlaceOnHoldResult',
  types: () =>
    [
      PlaceOnHoldSuccess,
      InvalidInput,
      MembershipNotFound,
      MembershipChangeNotPossible,
      MoneyEffectChanged,
      PlaceOfSupplyUnknown,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class PlaceOnHoldResolver {
  @Policy('STAFF')
  @Mutation(() => PlaceOnHoldResult, {
    description:
      'Lets a membership rest for a time: on leave, without practising or suspended. Its terms run on. Role ADMIN or MEMBERSHIP there; never of one’s own.',
  })
  @AnswerProblems()
  async placeOnHold(
    @Ctx() context: Context,
    @Arg('input', () => PlaceOnHoldInput) { idempotencyKey, shownTotalCents, ...input }: PlaceOnHoldInput,
  ): Promise<typeof PlaceOnHoldResult> {
    const typed = { kind: 'HOLD', ...input } as const;
    const confirmed = { shownTotalCents, idempotencyKey: idempotencyKey ?? undefined };
    await changeMembership(context, 'placeOnHold', typed, confirmed);
    return Object.assign(new PlaceOnHoldSuccess(), {
      membership: await membershipAfter(context, input.membershipId),
    });
  }
}
