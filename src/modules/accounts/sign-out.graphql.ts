import { Arg, createUnionType, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Secret } from '../../platform/graphql/validators.ts';
import { signOut } from './sign-out.ts';

@InputType()
export class SignOutInput {
  @Field(() => String)
  @Secret(256)
  refreshToken!: string;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Nobody is signed in by this token, or ever was.' })
export class SignOutSuccess {
  @Field(() => NextStep)
  next!: NextStep;
}

export const SignOutResult = createUnionType({
  name: 'SignOutResult',
  types: () => [SignOutSuccess, InvalidInput] as const,
});

@Resolver()
export class SignOutResolver {
  @Policy('CLIENT')
  @Mutation(() => SignOutResult, {
    description: 'Ends the session of a refresh token. The answer is the same for tokens that are not known.',
  })
  @AnswerProblems()
  async signOut(
    @Ctx() context: Context,
    @Arg('input', () => SignOutInput) { refreshToken }: SignOutInput,
  ): Promise<typeof SignOutResult> {
    await signOut(context, refreshToken);
    return Object.assign(new SignOutSuccess(), { next: new NextStep(NextStepKind.SIGN_IN) });
  }
}
