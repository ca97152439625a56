import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import { PlainText, Secret } from '../../../platform/graphql/validators.ts';
import { SignInRefused } from '../account.problems.ts';
import { accountAfter } from '../account-state.ts';
import { Account } from '../account.type.ts';
import { actorOf } from '../actor-of.ts';
import { LONGEST_TYPED_PASSWORD } from '../password-rules.ts';
import { OwedSecondFactor } from '../second-factors/owed-factor.type.ts';
import { LONGEST_IDENTIFIER } from '../username.ts';
import { linkAccounts } from './link-accounts.ts';
import { AccountNotPersonal, AccountsAlreadyOne, LinkNeedsSecondFactor } from './link.problems.ts';

@InputType()
export class LinkAccountsInput {
  @Field(() => String, { description: 'What signs in to the other account, as in `signIn`.' })
  @PlainText(LONGEST_IDENTIFIER)
  identifier!: string;

  @Field(() => String, { description: 'Of the other account.' })
  @Secret(LONGEST_TYPED_PASSWORD)
  password!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The two accounts are one, or a second factor of the other one is owed for that.',
})
export class LinkAccountsSuccess {
  @Field(() => Account, { description: 'The one that is signed in, with what it has now.' })
  account!: Account;

  @Field(() => OwedSecondFactor, {
    nullable: true,
    description: 'For `SECOND_FACTOR`: what the person proves of the other account. Nothing was done yet.',
  })
  secondFactor!: OwedSecondFactor | null;

  @Field(() => NextStep, { description: '`SECOND_FACTOR` while one is owed, else `DONE`.' })
  next!: NextStep;
}

export const LinkAccountsResult = createUnionType({
  name: 'LinkAccountsResult',
  types: () =>
    [
      LinkAccountsSuccess,
      InvalidInput,
      SignInTooOld,
      SignInRefused,
      AccountsAlreadyOne,
      AccountNotPersonal,
      LinkNeedsSecondFactor,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class LinkAccountsResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => LinkAccountsResult, {
    description:
      'Joins another account of the same person to the one that is signed in since ten minutes at most. That one keeps its password and second factors and gets addresses, identifiers, people, memberships, roles and consents of the other, which nobody signs in to any more. Wrong passwords count as in `signIn`. Every address of both is told.',
  })
  @AnswerProblems()
  async linkAccounts(
    @Ctx() context: Context,
    @Arg('input', () => LinkAccountsInput) { idempotencyKey, ...input }: LinkAccountsInput,
  ): Promise<typeof LinkAccountsResult> {
    const secondFactor = await linkAccounts(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new LinkAccountsSuccess(), {
      account: await accountAfter(context, actorOf(context).accountId),
      secondFactor,
      next: new NextStep(secondFactor ? NextStepKind.SECOND_FACTOR : NextStepKind.DONE),
    });
  }
}
