import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
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
    ] as const,
});

@Resolver()
export class ConfirmEmailResolver {
  @Policy('CLIENT')
  @Mutation(() => ConfirmEmailResult, {
    description:
      'Uses the token of a confirmation mail, once: of a new address, or of one that was not confirmed yet.',
  })
  @AnswerProblems()
  async confirmEmail(
    @Ctx() context: Context,
    @Arg('input', () => ConfirmEmailInput) { token }: ConfirmEmailInput,
  ): Promise<typeof ConfirmEmailResult> {
    const { address } = await confirmEmail(context, token);
    const next = new NextStep(context.actor ? NextStepKind.DONE : NextStepKind.SIGN_IN);
    return Object.assign(new ConfirmEmailSuccess(), { address, next });
  }
}
