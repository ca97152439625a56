import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../../platform/graphql/fresh-sign-in.ts';
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { regenerateRecoveryCodes } from './regenerate-recovery-codes.ts';
import { SecondFactorMissing } from './second-factor.problems.ts';

@InputType()
export class RegenerateRecoveryCodesInput {
  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The codes before no longer work. The person is told by mail.',
})
export class RegenerateRecoveryCodesSuccess {
  @Field(() => [String], { description: 'Shown this once.' })
  recoveryCodes!: readonly string[];
}

export const RegenerateRecoveryCodesResult = createUnionType({
  name: 'RegenerateRecoveryCodesResult',
  types: () =>
    [
      RegenerateRecoveryCodesSuccess,
      InvalidInput,
      SecondFactorMissing,
      SignInTooOld,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RegenerateRecoveryCodesResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => RegenerateRecoveryCodesResult, {
    description: 'Makes new recovery codes for the signed-in person, in the place of all that there were.',
  })
  @AnswerProblems()
  async regenerateRecoveryCodes(
    @Ctx() context: Context,
    @Arg('input', () => RegenerateRecoveryCodesInput) { idempotencyKey }: RegenerateRecoveryCodesInput,
  ): Promise<typeof RegenerateRecoveryCodesResult> {
    const recoveryCodes = await regenerateRecoveryCodes(context, {
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new RegenerateRecoveryCodesSuccess(), { recoveryCodes });
  }
}
