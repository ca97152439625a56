import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import { OptionalToken, PlainText, Secret } from '../../platform/graphql/validators.ts';
import { SignInRefused } from './account.problems.ts';
import { Account } from './account.type.ts';
import { afterSignIn } from './after-sign-in.ts';
import { LONGEST_TYPED_PASSWORD } from './password-rules.ts';
import { OwedSecondFactor } from './second-factors/owed-factor.type.ts';
import { Session } from './session.type.ts';
import { LONGEST_DEVICE_TOKEN } from './sessions/known-browsers.ts';
import { signIn } from './sign-in.ts';
import { LONGEST_IDENTIFIER } from './username.ts';

@InputType()
export class SignInInput {
  @Field(() => String, {
    description: "Username, a verified e-mail address, or a member number in the calling client's tree.",
  })
  @PlainText(LONGEST_IDENTIFIER)
  identifier!: string;

  @Field(() => String)
  @Secret(LONGEST_TYPED_PASSWORD)
  password!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The `deviceToken` of an earlier sign-in from this browser. One that is not known counts for nothing.',
  })
  @OptionalToken(LONGEST_DEVICE_TOKEN)
  deviceToken?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The person is signed in, or owes a second factor.' })
export class SignInSuccess {
  @Field(() => Session, { nullable: true, description: 'Null while a second factor is owed.' })
  session!: Session | null;

  @Field(() => Account, { nullable: true, description: 'Null while a second factor is owed.' })
  account!: Account | null;

  @Field(() => OwedSecondFactor, {
    nullable: true,
    description: 'For `SECOND_FACTOR`: what the person proves besides their password.',
  })
  secondFactor!: OwedSecondFactor | null;

  @Field(() => NextStep, {
    description:
      '`SECOND_FACTOR` while nobody is signed in yet; `ENROLL_SECOND_FACTOR` where staff rights rest until there is one; `CONFIRM_EMAIL` while the primary address is not verified.',
  })
  next!: NextStep;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  types: () => [SignInSuccess, InvalidInput, SignInRefused, TooManyAttempts] as const,
});

@Resolver()
export class SignInResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => SignInResult, {
    description:
      'Signs a person in. At most 10 wrong guesses per account in any 15 minutes and 100 in any day are judged; those of a browser that signed in before are counted apart.',
  })
  @AnswerProblems()
  async signIn(
    @Ctx() context: Context,
    @Arg('input', () => SignInInput) input: SignInInput,
  ): Promise<typeof SignInResult> {
    const {
      accountId,
      session,
      owed: secondFactor,
    } = await signIn(context, {
      identifier: input.identifier,
      password: input.password,
      deviceToken: input.deviceToken || null,
    });
    const after = secondFactor
      ? { account: null, next: new NextStep(NextStepKind.SECOND_FACTOR) }
      : await afterSignIn(context, { accountId, factorAt: null });
    return Object.assign(new SignInSuccess(), { session, secondFactor, ...after });
  }
}
