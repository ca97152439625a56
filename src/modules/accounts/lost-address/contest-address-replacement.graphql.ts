import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Secret } from '../../../platform/graphql/validators.ts';
import { associationById, supportOf } from '../../associations/index.ts';
import { clientOf } from '../actor-of.ts';
import {
  ConfirmationTokenExpired,
  ConfirmationTokenReplaced,
  ConfirmationTokenUnknown,
  ConfirmationTokenUsed,
} from '../confirmation-token.problems.ts';
import { AddressReplacementNotFound } from './address-replacement.problems.ts';
import { contestAddressReplacement, contestOwnAddressReplacement } from './contest-address-replacement.ts';

@InputType()
export class ContestAddressReplacementInput {
  @Field(() => String, { description: 'From the fragment of the mailed link.' })
  @Secret(200)
  token!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@InputType()
export class ContestOwnAddressReplacementInput {
  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The address stays. Everybody who was told of the replacement is, and the administrator too.',
})
export class ContestAddressReplacementSuccess {
  @Field(() => NextStep, { description: '`CONTACT_SUPPORT`: somebody may have posed as the person.' })
  next!: NextStep;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The address stays. Everybody who was told of the replacement is, and the administrator too.',
})
export class ContestOwnAddressReplacementSuccess {
  @Field(() => NextStep, { description: '`CONTACT_SUPPORT`: somebody may have posed as the person.' })
  next!: NextStep;
}

export const ContestAddressReplacementResult = createUnionType({
  name: 'ContestAddressReplacementResult',
  types: () =>
    [
      ContestAddressReplacementSuccess,
      InvalidInput,
      ConfirmationTokenUnknown,
      ConfirmationTokenUsed,
      ConfirmationTokenReplaced,
      ConfirmationTokenExpired,
      IdempotencyKeyReused,
    ] as const,
});

export const ContestOwnAddressReplacementResult = createUnionType({
  name: 'ContestOwnAddressReplacementResult',
  types: () =>
    [
      ContestOwnAddressReplacementSuccess,
      InvalidInput,
      AddressReplacementNotFound,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ContestAddressReplacementResolver {
  @Policy('CLIENT')
  @Mutation(() => ContestAddressReplacementResult, {
    description:
      'Says by a mailed link that the address of an account is not to be replaced. Nobody need be signed in.',
  })
  @AnswerProblems()
  async contestAddressReplacement(
    @Ctx() context: Context,
    @Arg('input', () => ContestAddressReplacementInput)
    { token, idempotencyKey }: ContestAddressReplacementInput,
  ): Promise<typeof ContestAddressReplacementResult> {
    await contestAddressReplacement(context, { token, idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new ContestAddressReplacementSuccess(), { next: await askUs(context) });
  }

  @Policy('SIGNED_IN')
  @Mutation(() => ContestOwnAddressReplacementResult, {
    description: 'The same by whoever is signed in: `Account.addressReplacement` says what is to come.',
  })
  @AnswerProblems()
  async contestOwnAddressReplacement(
    @Ctx() context: Context,
    @Arg('input', () => ContestOwnAddressReplacementInput)
    { idempotencyKey }: ContestOwnAddressReplacementInput,
  ): Promise<typeof ContestOwnAddressReplacementResult> {
    await contestOwnAddressReplacement(context, { idempotencyKey: idempotencyKey ?? undefined });
    return Object.assign(new ContestOwnAddressReplacementSuccess(), { next: await askUs(context) });
  }
}

async function askUs(context: Context): Promise<NextStep> {
  const association = await context.load(associationById, clientOf(context).associationId);
  const support = association ? { support: supportOf(association, context.wording) } : {};
  return new NextStep(NextStepKind.CONTACT_SUPPORT, support);
}
