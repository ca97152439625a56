import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import { OptionalToken, Secret } from '../../../platform/graphql/validators.ts';
import { Account } from '../account.type.ts';
import { afterSignIn } from '../after-sign-in.ts';
import { Session } from '../session.type.ts';
import { LONGEST_DEVICE_TOKEN } from '../sessions/known-browsers.ts';
import { LONGEST_PASSKEY_ANSWER } from './read-passkey-answer.ts';
import { LONGEST_TYPED_FACTOR_CODE } from './second-factor-forms.ts';
import { PasskeysUnavailable, SecondFactorExpired, SecondFactorRefused } from './second-factor.problems.ts';
import { verifySecondFactor } from './verify-second-factor.ts';

@InputType({ description: 'The challenge, and exactly one of the three proofs.' })
export class VerifySecondFactorInput {
  @Field(() => String, { description: 'From `SignInSuccess.secondFactor`.' })
  @Secret(200)
  challenge!: string;

  @Field(() => String, { nullable: true, description: 'The six digits of the app.' })
  @Secret(LONGEST_TYPED_FACTOR_CODE, { optional: true })
  code?: string | null;

  @Field(() => String, { nullable: true, description: 'One of the codes that were shown once.' })
  @Secret(LONGEST_TYPED_FACTOR_CODE, { optional: true })
  recoveryCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the browser answered to `passkeyOptions`, as JSON: `JSON.stringify(credential)`.',
  })
  @Secret(LONGEST_PASSKEY_ANSWER, { optional: true })
  passkey?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The `deviceToken` of an earlier sign-in from this browser. One that is not known counts for nothing.',
  })
  @OptionalToken(LONGEST_DEVICE_TOKEN)
  deviceToken?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The person is signed in.' })
export class VerifySecondFactorSuccess {
  @Field(() => Session)
  session!: Session;

  @Field(() => Account)
  account!: Account;

  @Field(() => NextStep)
  next!: NextStep;
}

export const VerifySecondFactorResult = createUnionType({
  name: 'VerifySecondFactorResult',
  types: () =>
    [
      VerifySecondFactorSuccess,
      InvalidInput,
      SecondFactorRefused,
      SecondFactorExpired,
      PasskeysUnavailable,
      TooManyAttempts,
    ] as const,
});

const filled = (typed: string | null | undefined): string | undefined =>
  typed === '' ? undefined : (typed ?? undefined);

@Resolver()
export class VerifySecondFactorResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => VerifySecondFactorResult, {
    description:
      'Ends a sign-in that owes a second factor. Wrong codes count with the wrong passwords of the account, or of the browser where the account knows it.',
  })
  @AnswerProblems()
  async verifySecondFactor(
    @Ctx() context: Context,
    @Arg('input', () => VerifySecondFactorInput)
    { challenge, code, recoveryCode, passkey, deviceToken }: VerifySecondFactorInput,
  ): Promise<typeof VerifySecondFactorResult> {
    const { session, ...verified } = await verifySecondFactor(context, {
      challenge,
      code: filled(code),
      recoveryCode: filled(recoveryCode),
      passkey: filled(passkey),
      deviceToken: deviceToken || null,
    });
    return Object.assign(new VerifySecondFactorSuccess(), {
      session,
      ...(await afterSignIn(context, verified)),
    });
  }
}
