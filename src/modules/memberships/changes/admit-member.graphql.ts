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
import { OrganizationNotFound } from '../../organizations/index.ts';
import { PersonNotFound } from '../../people/index.ts';
import { PlaceOfSupplyUnknown } from '../membership.problems.ts';
import { Membership } from '../membership.type.ts';
import { MoneyEffectChanged } from '../money-effect.problems.ts';
import { MemberNumberTaken } from '../transfers/transfer.problems.ts';
import { admitOnFile } from './admit-on-file.ts';
import { AlreadyMember } from './changes.problems.ts';
import { membershipAfter } from './membership-after.ts';

@InputType()
export class AdmitMemberInput {
  @Field(() => ID)
  @Identifier()
  associationId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Somebody on file there, or at another body of the tree where you may manage memberships; either this or an organization.',
  })
  personId?: string | null;

  @Field(() => ID, { nullable: true, description: 'On file there; either this or a person.' })
  organizationId?: string | null;

  @Field(() => ID, {
    description: 'Of that association, from `membershipClasses`, for holders of this kind.',
  })
  @Identifier()
  classId!: string;

  @Field(() => DateScalar, { description: 'The first day; at most 366 days before or after today.' })
  on!: LocalDate;

  @Field(() => String, {
    nullable: true,
    description:
      'At most 40 characters. Left out: one more than the highest of the numbers there that are digits alone.',
  })
  memberNumber?: string | null;

  @Field(() => GraphQLSafeInt, {
    description: 'The total of `admissionPreview`, in cents, as the person has seen it.',
  })
  shownTotalCents!: number;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'They are an applicant until a first term is paid or granted.',
})
export class AdmitMemberSuccess {
  @Field(() => Membership)
  membership!: Membership;
}

export const AdmitMemberResult = createUnionType({
  name: 'AdmitMemberResult',
  types: () =>
    [
      AdmitMemberSuccess,
      InvalidInput,
      PersonNotFound,
      OrganizationNotFound,
      AlreadyMember,
      MemberNumberTaken,
      MoneyEffectChanged,
      PlaceOfSupplyUnknown,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class AdmitMemberResolver {
  @Policy('STAFF')
  @Mutation(() => AdmitMemberResult, {
    description:
      'Makes a person or an organization on file a member, with a number that signs in from then on. Role ADMIN or MEMBERSHIP there; never oneself.',
  })
  @AnswerProblems()
  async admitMember(
    @Ctx() context: Context,
    @Arg('input', () => AdmitMemberInput) { idempotencyKey, shownTotalCents, ...typed }: AdmitMemberInput,
  ): Promise<typeof AdmitMemberResult> {
    const confirmed = { shownTotalCents, idempotencyKey: idempotencyKey ?? undefined };
    const id = await admitOnFile(context, typed, confirmed);
    return Object.assign(new AdmitMemberSuccess(), { membership: await membershipAfter(context, id) });
  }
}
