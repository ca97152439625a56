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
import { Identifier } from '../../../platform/graphql/validators.ts';
import { accountAfter } from '../account-state.ts';
import { Account } from '../account.type.ts';
import { actorOf } from '../actor-of.ts';
import { EmailAddressNotFound, PrimaryAddressKept } from './address.problems.ts';
import { removeEmailAddress } from './remove-email-address.ts';

@InputType()
export class RemoveEmailAddressInput {
  @Field(() => ID, { description: 'From `Account.addresses`.' })
  @Identifier()
  addressId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The address signs in no more, and links that were mailed to it do not work.',
})
export class RemoveEmailAddressSuccess {
  @Field(() => Account)
  account!: Account;
}

export const RemoveEmailAddressResult = createUnionType({
  name: 'RemoveEmailAddressResult',
  types: () =>
    [
      RemoveEmailAddressSuccess,
      InvalidInput,
      SignInTooOld,
      EmailAddressNotFound,
      PrimaryAddressKept,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RemoveEmailAddressResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => RemoveEmailAddressResult, {
    description:
      'Takes an address off the account of the signed-in person, who signed in within ten minutes; one that waits to be added too. Every address is told, the removed one too.',
  })
  @AnswerProblems()
  async removeEmailAddress(
    @Ctx() context: Context,
    @Arg('input', () => RemoveEmailAddressInput) { addressId, idempotencyKey }: RemoveEmailAddressInput,
  ): Promise<typeof RemoveEmailAddressResult> {
    await removeEmailAddress(context, { addressId, idempotencyKey: idempotencyKey ?? undefined });
    const account = await accountAfter(context, actorOf(context).accountId);
    return Object.assign(new RemoveEmailAddressSuccess(), { account });
  }
}
