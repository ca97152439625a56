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
import { EmailAddressNotFound, EmailAddressUnverified } from './address.problems.ts';
import { makeAddressPrimary } from './make-address-primary.ts';

@InputType()
export class MakeAddressPrimaryInput {
  @Field(() => ID, { description: 'From `Account.addresses`.' })
  @Identifier()
  addressId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Mails go to this address from now on.' })
export class MakeAddressPrimarySuccess {
  @Field(() => Account)
  account!: Account;
}

export const MakeAddressPrimaryResult = createUnionType({
  name: 'MakeAddressPrimaryResult',
  types: () =>
    [
      MakeAddressPrimarySuccess,
      InvalidInput,
      SignInTooOld,
      EmailAddressNotFound,
      EmailAddressUnverified,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class MakeAddressPrimaryResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => MakeAddressPrimaryResult, {
    description:
      'Chooses the address that mails go to, among the verified ones of the signed-in person, who signed in within ten minutes. It and the one before are told.',
  })
  @AnswerProblems()
  async makeAddressPrimary(
    @Ctx() context: Context,
    @Arg('input', () => MakeAddressPrimaryInput) { addressId, idempotencyKey }: MakeAddressPrimaryInput,
  ): Promise<typeof MakeAddressPrimaryResult> {
    await makeAddressPrimary(context, { addressId, idempotencyKey: idempotencyKey ?? undefined });
    const account = await accountAfter(context, actorOf(context).accountId);
    return Object.assign(new MakeAddressPrimarySuccess(), { account });
  }
}
