import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { IdempotencyKeyReused } from '../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { EmailAddressScalar } from '../../platform/graphql/scalars.ts';
import { Secret } from '../../platform/graphql/validators.ts';
import { confirmEmail } from './confirm-email.ts';
import {
  ConfirmationTokenExpired,
  ConfirmationTokenReplaced,
  ConfirmationTokenUnknown,
  ConfirmationTokenUsed,
} from './confirmation-token.problems.ts';

@InputType()
export class ConfirmEmailInput {
  @Field(() => String, { description: 'From the fragment of the mailed link.' })
  @Secret(256)
  token!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The address is confirmed and signs in.' })
export class ConfirmEmailSuccess {
  @Field(() => EmailAddressScalar)
  address!: string;

  @Field(() => NextStep)
  next!: NextStep;
}

export const ConfirmEmailResult = createUnionType({
  name: 'ConfirmEmailResult',
  types: () =>
    [
      ConfirmEmailSuccess,
      InvalidInput,
      ConfirmationTokenUnknown,
      ConfirmationTokenUsed,
      ConfirmationTokenReplaced,
      ConfirmationTokenExpired,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ConfirmEmailResolver {
  @Policy('CLIENT')
  @Mutation(() => ConfirmEmailResult, {
    description:
      'Uses the token of a confirmation mail, once: of a new address, of a further one, or of one that was not confirmed yet.',
  })
  @AnswerProblems()
  async confirmEmail(
    @Ctx() context: Context,
    @Arg('input', () => ConfirmEmailInput) { token, idempotencyKey }: ConfirmEmailInput,
  ): Promise<typeof ConfirmEmailResult> {
    const { address } = await confirmEmail(context, {
      token,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const next = new NextStep(context.actor ? NextStepKind.DONE : NextStepKind.SIGN_IN);
    return Object.assign(new ConfirmEmailSuccess(), { address, next });
  }
}
