import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Secret } from '../../platform/graphql/validators.ts';
import { SessionEnded } from './account.problems.ts';
import { refreshSession } from './refresh-session.ts';
import { Session } from './session.type.ts';

@InputType()
export class RefreshSessionInput {
  @Field(() => String)
  @Secret(256)
  refreshToken!: string;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The session goes on.' })
export class RefreshSessionSuccess {
  @Field(() => Session, { description: 'Replaces the one before, of which the refresh token is spent.' })
  session!: Session;
}

export const RefreshSessionResult = createUnionType({
  name: 'RefreshSessionResult',
  types: () => [RefreshSessionSuccess, InvalidInput, SessionEnded] as const,
});

@Resolver()
export class RefreshSessionResolver {
  @Policy('CLIENT')
  @Mutation(() => RefreshSessionResult, {
    description:
      'Trades a refresh token for fresh tokens, once. For 10 seconds a repetition is answered alike; later it ends the session.',
  })
  @AnswerProblems()
  async refreshSession(
    @Ctx() context: Context,
    @Arg('input', () => RefreshSessionInput) { refreshToken }: RefreshSessionInput,
  ): Promise<typeof RefreshSessionResult> {
    return Object.assign(new RefreshSessionSuccess(), {
      session: await refreshSession(context, refreshToken),
    });
  }
}
