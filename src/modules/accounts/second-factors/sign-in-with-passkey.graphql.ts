import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { OptionalToken, Secret } from '../../../platform/graphql/validators.ts';
import { Account } from '../account.type.ts';
import { afterSignIn } from '../after-sign-in.ts';
import { Session } from '../session.type.ts';
import { LONGEST_DEVICE_TOKEN } from '../sessions/known-browsers.ts';
import { PasskeySignInOptions, passkeySignInOptions } from './passkey-sign-in-options.ts';
import { LONGEST_PASSKEY_ANSWER } from './read-passkey-answer.ts';
import { PasskeysUnavailable, SecondFactorExpired, SecondFactorRefused } from './second-factor.problems.ts';
import { signInWithPasskey } from './sign-in-with-passkey.ts';

@InputType()
export class SignInWithPasskeyInput {
  @Field(() => String, {
    description:
      'What the browser answered to `passkeySignInOptions`, as JSON: `JSON.stringify(credential)`.',
  })
  @Secret(LONGEST_PASSKEY_ANSWER)
  passkey!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The `deviceToken` of an earlier sign-in from this browser. One that is not known counts for nothing.',
  })
  @OptionalToken(LONGEST_DEVICE_TOKEN)
  deviceToken?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The person is signed in, with both factors.' })
export class SignInWithPasskeySuccess {
  @Field(() => Session)
  session!: Session;

  @Field(() => Account)
  account!: Account;

  @Field(() => NextStep)
  next!: NextStep;
}

export const SignInWithPasskeyResult = createUnionType({
  name: 'SignInWithPasskeyResult',
  types: () =>
    [
      SignInWithPasskeySuccess,
      InvalidInput,
      SecondFactorRefused,
      SecondFactorExpired,
      PasskeysUnavailable,
    ] as const,
});

@Resolver()
export class SignInWithPasskeyResolver {
  @Policy('DIRECT_CLIENT')
  @Query(() => PasskeySignInOptions, {
    nullable: true,
    description: 'For `signInWithPasskey`, good for five minutes. Null where no page of a website asks.',
  })
  async passkeySignInOptions(@Ctx() context: Context): Promise<PasskeySignInOptions | null> {
    return passkeySignInOptions(context);
  }

  @Policy('DIRECT_CLIENT')
  @Mutation(() => SignInWithPasskeyResult, {
    description:
      'Signs a person in by a passkey alone, which asks for a finger, a face or a PIN. Works while the account is throttled.',
  })
  @AnswerProblems()
  async signInWithPasskey(
    @Ctx() context: Context,
    @Arg('input', () => SignInWithPasskeyInput) input: SignInWithPasskeyInput,
  ): Promise<typeof SignInWithPasskeyResult> {
    const { session, ...verified } = await signInWithPasskey(context, {
      passkey: input.passkey,
      deviceToken: input.deviceToken || null,
    });
    return Object.assign(new SignInWithPasskeySuccess(), {
      session,
      ...(await afterSignIn(context, verified)),
    });
  }
}
