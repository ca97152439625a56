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
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { revokeSession } from './revoke-session.ts';
import { SessionNotFound } from './session.problems.ts';

@InputType()
export class RevokeSessionInput {
  @Field(() => ID, { description: 'From `Viewer.sessions`.' })
  @Identifier()
  sessionId!: string;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The session is over, now or since an earlier click: its next request is refused.',
})
export class RevokeSessionSuccess {
  @Field(() => NextStep, { description: '`SIGN_IN` where it was the session that asked.' })
  next!: NextStep;
}

export const RevokeSessionResult = createUnionType({
  name: 'RevokeSessionResult',
  types: () => [RevokeSessionSuccess, InvalidInput, SessionNotFound] as const,
});

@Resolver()
export class RevokeSessionResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => RevokeSessionResult, {
    description:
      'Ends one of the person’s own sessions. Where they came by one sign-in to several sites, that sign-in is over as well.',
  })
  @AnswerProblems()
  async revokeSession(
    @Ctx() context: Context,
    @Arg('input', () => RevokeSessionInput) input: RevokeSessionInput,
  ): Promise<typeof RevokeSessionResult> {
    const { endedSelf } = await revokeSession(context, input);
    const next = new NextStep(endedSelf ? NextStepKind.SIGN_IN : NextStepKind.DONE);
    return Object.assign(new RevokeSessionSuccess(), { next });
  }
}
