import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../platform/graphql/too-many-attempts.ts';
import { PlainText, Secret } from '../../platform/graphql/validators.ts';
import { accountAfter } from './account-state.ts';
import { SignInRefused } from './account.problems.ts';
import { Account } from './account.type.ts';
import { Session } from './session.type.ts';
import { signIn } from './sign-in.ts';

@InputType()
export class SignInInput {
  @Field(() => String, {
    description: "Username, a verified e-mail address, or a member number in the calling client's tree.",
  })
  @PlainText(254)
  identifier!: string;

  @Field(() => String)
  @Secret(1024)
  password!: string;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The person is signed in.' })
export class SignInSuccess {
  @Field(() => Session)
  session!: Session;

  @Field(() => Account)
  account!: Account;

  @Field(() => NextStep, { description: '`CONFIRM_EMAIL` while the primary address is not verified.' })
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
      'Signs a person in. At most 10 wrong guesses per account in 15 minutes and 100 a day are judged.',
  })
  @AnswerProblems()
  async signIn(
    @Ctx() context: Context,
    @Arg('input', () => SignInInput) input: SignInInput,
  ): Promise<typeof SignInResult> {
    const { accountId, session } = await signIn(context, input);
    const account = await accountAfter(context, accountId);
    const addresses = await account.addresses(context);
    const unconfirmed = addresses.some(address => address.primary && !address.verified);
    const next = new NextStep(unconfirmed ? NextStepKind.CONFIRM_EMAIL : NextStepKind.DONE);
    return Object.assign(new SignInSuccess(), { session, account, next });
  }
}
