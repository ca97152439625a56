import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { PlainText, Secret } from '../../../platform/graphql/validators.ts';
import { accountAfter } from '../account-state.ts';
import { Account } from '../account.type.ts';
import { actorOf } from '../actor-of.ts';
import { LONGEST_PASSKEY_ANSWER } from './read-passkey-answer.ts';
import { registerPasskey } from './register-passkey.ts';
import { LONGEST_FACTOR_NAME } from './second-factor-forms.ts';
import { PasskeysUnavailable, SecondFactorExpired, SecondFactorRefused } from './second-factor.problems.ts';

@InputType()
export class RegisterPasskeyInput {
  @Field(() => String, { description: 'What the browser made, as JSON: `JSON.stringify(credential)`.' })
  @Secret(LONGEST_PASSKEY_ANSWER)
  passkey!: string;

  @Field(() => String, {
    description: 'By which the person tells it from others, such as « Mon téléphone ».',
  })
  @PlainText(LONGEST_FACTOR_NAME)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The passkey can be used. The person is told by mail.' })
export class RegisterPasskeySuccess {
  @Field(() => Account)
  account!: Account;

  @Field(() => [String], {
    nullable: true,
    description: 'With the first second factor: codes for signing in without the device. Shown this once.',
  })
  recoveryCodes!: readonly string[] | null;

  @Field(() => NextStep)
  next!: NextStep;
}

export const RegisterPasskeyResult = createUnionType({
  name: 'RegisterPasskeyResult',
  types: () =>
    [
      RegisterPasskeySuccess,
      InvalidInput,
      SecondFactorRefused,
      SecondFactorExpired,
      PasskeysUnavailable,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RegisterPasskeyResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => RegisterPasskeyResult, {
    description: 'Ends what `beginPasskeyRegistration` began, by what the browser made.',
  })
  @AnswerProblems()
  async registerPasskey(
    @Ctx() context: Context,
    @Arg('input', () => RegisterPasskeyInput) { idempotencyKey, ...input }: RegisterPasskeyInput,
  ): Promise<typeof RegisterPasskeyResult> {
    const recoveryCodes = await registerPasskey(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new RegisterPasskeySuccess(), {
      account: await accountAfter(context, actorOf(context).accountId),
      recoveryCodes,
      next: new NextStep(NextStepKind.DONE),
    });
  }
}
