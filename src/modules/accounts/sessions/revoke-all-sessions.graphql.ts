import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { revokeAllSessions } from './revoke-all-sessions.ts';

@InputType()
export class RevokeAllSessionsInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the session that asks goes on; it does if left out.',
  })
  exceptCurrent?: boolean | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The sessions are over, wherever they were.' })
export class RevokeAllSessionsSuccess {
  @Field(() => NextStep, { description: '`SIGN_IN` where the session that asked has ended too.' })
  next!: NextStep;
}

export const RevokeAllSessionsResult = createUnionType({
  name: 'RevokeAllSessionsResult',
  types: () => [RevokeAllSessionsSuccess, InvalidInput] as const,
});

@Resolver()
export class RevokeAllSessionsResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => RevokeAllSessionsResult, {
    description: 'Ends the person’s sessions everywhere, in other trees of associations too.',
  })
  @AnswerProblems()
  async revokeAllSessions(
    @Ctx() context: Context,
    @Arg('input', () => RevokeAllSessionsInput) input: RevokeAllSessionsInput,
  ): Promise<typeof RevokeAllSessionsResult> {
    const exceptCurrent = input.exceptCurrent ?? true;
    await revokeAllSessions(context, { exceptCurrent });
    const next = new NextStep(exceptCurrent ? NextStepKind.DONE : NextStepKind.SIGN_IN);
    return Object.assign(new RevokeAllSessionsSuccess(), { next });
  }
}
