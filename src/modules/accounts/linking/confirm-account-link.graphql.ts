import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import { Secret } from '../../../platform/graphql/validators.ts';
import { accountAfter } from '../account-state.ts';
import { Account } from '../account.type.ts';
import { actorOf } from '../actor-of.ts';
import { LONGEST_PASSKEY_ANSWER } from '../second-factors/read-passkey-answer.ts';
import { LONGEST_TYPED_FACTOR_CODE } from '../second-factors/second-factor-forms.ts';
import {
  PasskeysUnavailable,
  SecondFactorExpired,
  SecondFactorRefused,
} from '../second-factors/second-factor.problems.ts';
import { confirmAccountLink } from './confirm-account-link.ts';
import { AccountNotPersonal, AccountsAlreadyOne, LinkNeedsSecondFactor } from './link.problems.ts';

@InputType({ description: 'The challenge, and exactly one of the three proofs, all of the other account.' })
export class ConfirmAccountLinkInput {
  @Field(() => String, { description: 'From `LinkAccountsSuccess.secondFactor`.' })
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
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The two accounts are one.' })
export class ConfirmAccountLinkSuccess {
  @Field(() => Account)
  account!: Account;

  @Field(() => NextStep)
  next!: NextStep;
}

export const ConfirmAccountLinkResult = createUnionType({
  name: 'ConfirmAccountLinkResult',
  types: () =>
    [
      ConfirmAccountLinkSuccess,
      InvalidInput,
      SignInTooOld,
      SecondFactorRefused,
      SecondFactorExpired,
      PasskeysUnavailable,
      AccountsAlreadyOne,
      AccountNotPersonal,
      LinkNeedsSecondFactor,
      TooManyAttempts,
    ] as const,
});

@Resolver()
export class ConfirmAccountLinkResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => ConfirmAccountLinkResult, {
    description:
      'Ends `linkAccounts` where the other account has a second factor. Wrong codes count with the wrong passwords of that account.',
  })
  @AnswerProblems()
  async confirmAccountLink(
    @Ctx() context: Context,
    @Arg('input', () => ConfirmAccountLinkInput)
    { challenge, code, recoveryCode, passkey }: ConfirmAccountLinkInput,
  ): Promise<typeof ConfirmAccountLinkResult> {
    await confirmAccountLink(context, {
      challenge,
      code: code || undefined,
      recoveryCode: recoveryCode || undefined,
      passkey: passkey || undefined,
    });
    return Object.assign(new ConfirmAccountLinkSuccess(), {
      account: await accountAfter(context, actorOf(context).accountId),
      next: new NextStep(NextStepKind.DONE),
    });
  }
}
