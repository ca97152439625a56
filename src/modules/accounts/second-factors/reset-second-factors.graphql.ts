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
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier, PlainText } from '../../../platform/graphql/validators.ts';
import { AccountHolderNotFound, HolderHasRightsElsewhere } from '../account.problems.ts';
import { LONGEST_IDENTITY_CHECK } from '../holder-in-care.ts';
import { OwnFactorsKept } from './factor-reset.problems.ts';
import { resetSecondFactors } from './reset-second-factors.ts';
import { SecondFactorMissing } from './second-factor.problems.ts';

@InputType()
export class ResetSecondFactorsInput {
  @Field(() => ID, { description: 'Who has lost them.' })
  @Identifier()
  personId!: string;

  @Field(() => String, {
    description:
      'How you made sure who they are, for the record: what was compared with what, in your own words.',
  })
  @PlainText(LONGEST_IDENTITY_CHECK)
  identityCheck!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The person was told at every address of theirs, with a link by which they can say no.',
})
export class ResetSecondFactorsSuccess {
  @Field(() => DateTimeScalar, {
    description: 'From when on the password alone signs in, unless the person says no.',
  })
  effectiveAt!: Date;

  @Field(() => Boolean, {
    description: 'Whether that was at once, because another administrator had asked before.',
  })
  done!: boolean;
}

export const ResetSecondFactorsResult = createUnionType({
  name: 'ResetSecondFactorsResult',
  types: () =>
    [
      ResetSecondFactorsSuccess,
      InvalidInput,
      AccountHolderNotFound,
      HolderHasRightsElsewhere,
      OwnFactorsKept,
      SecondFactorMissing,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ResetSecondFactorsResolver {
  @Policy('STAFF')
  @Mutation(() => ResetSecondFactorsResult, {
    description:
      'Takes all second factors off the account of somebody who lost them: after 24 hours, or at once when a second administrator asks for the same, both having been administrators for 24 hours before. Role ADMIN, a sign-in of the last ten minutes, and never for oneself.',
  })
  @AnswerProblems()
  async resetSecondFactors(
    @Ctx() context: Context,
    @Arg('input', () => ResetSecondFactorsInput) { idempotencyKey, ...input }: ResetSecondFactorsInput,
  ): Promise<typeof ResetSecondFactorsResult> {
    const { effectiveAt, done } = await resetSecondFactors(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new ResetSecondFactorsSuccess(), { effectiveAt: new Date(effectiveAt), done });
  }
}
