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
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { MembershipNotFound, PeriodAlreadyBilled, PlaceOfSupplyUnknown } from '../membership.problems.ts';
import { Membership } from '../membership.type.ts';
import { MoneyEffectChanged } from '../money-effect.problems.ts';
import { changeMembership } from './change-membership.ts';
import { MembershipChangeNotPossible } from './changes.problems.ts';
import { membershipAfter } from './membership-after.ts';

@InputType()
export class WithdrawResignationInput {
  @Field(() => ID)
  @Identifier()
  membershipId!: string;

  @Field(() => GraphQLSafeInt, {
    description: 'The total of `membershipChange`, in cents, as the person has seen it.',
  })
  shownTotalCents!: number;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The membership goes on as if nobody had resigned.' })
export class WithdrawResignationSuccess {
  @Field(() => Membership)
  membership!: Membership;
}

export const WithdrawResignationResult = createUnionType({
  name: 'WithdrawResignationResult',
  types: () =>
    [
      WithdrawResignationSuccess,
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
export class WithdrawResignationResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => WithdrawResignationResult, {
    description:
      'Takes a resignation back before its day has come; later only the association reinstates. Whoever may resign may do this.',
  })
  @AnswerProblems()
  async withdrawResignation(
    @Ctx() context: Context,
    @Arg('input', () => WithdrawResignationInput)
    { idempotencyKey, shownTotalCents, ...input }: WithdrawResignationInput,
  ): Promise<typeof WithdrawResignationResult> {
    const typed = { kind: 'RESIGNATION_WITHDRAWN', ...input } as const;
    const confirmed = { shownTotalCents, idempotencyKey: idempotencyKey ?? undefined };
    await changeMembership(context, 'withdrawResignation', typed, confirmed);
    return Object.assign(new WithdrawResignationSuccess(), {
      membership: await membershipAfter(context, input.membershipId),
    });
  }
}
