import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { LONGEST_ADDRESS } from '../../../kernel/email-address.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import { PlainText } from '../../../platform/graphql/validators.ts';
import { accountAfter } from '../account-state.ts';
import { Account } from '../account.type.ts';
import { actorOf } from '../actor-of.ts';
import { nextMailIn } from '../guesses.ts';
import { addEmailAddress } from './add-email-address.ts';
import { TooManyAddresses } from './address.problems.ts';

@InputType()
export class AddEmailAddressInput {
  @Field(() => String)
  @PlainText(LONGEST_ADDRESS)
  address!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The address is added once the link in the mail to it is confirmed, within 24 hours.',
})
export class AddEmailAddressSuccess {
  @Field(() => Account)
  account!: Account;

  @Field(() => NextStep)
  next!: NextStep;
}

export const AddEmailAddressResult = createUnionType({
  name: 'AddEmailAddressResult',
  types: () =>
    [
      AddEmailAddressSuccess,
      InvalidInput,
      SignInTooOld,
      TooManyAddresses,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class AddEmailAddressResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => AddEmailAddressResult, {
    description:
      'Asks to add an address to the account of the signed-in person, who signed in within ten minutes. The answer is the same when another account has the address: its holder is told by mail.',
  })
  @AnswerProblems()
  async addEmailAddress(
    @Ctx() context: Context,
    @Arg('input', () => AddEmailAddressInput) { address, idempotencyKey }: AddEmailAddressInput,
  ): Promise<typeof AddEmailAddressResult> {
    const { maskedAddress } = await addEmailAddress(context, {
      address,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const { accountId } = actorOf(context);
    const retryAfterSeconds = await nextMailIn(context, accountId);
    return Object.assign(new AddEmailAddressSuccess(), {
      account: await accountAfter(context, accountId),
      next: new NextStep(NextStepKind.CONFIRM_EMAIL, { maskedAddress, retryAfterSeconds }),
    });
  }
}
