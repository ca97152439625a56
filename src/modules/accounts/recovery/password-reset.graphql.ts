import { Arg, createUnionType, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { Form } from '../../../platform/graphql/form.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { PasswordPolicy } from '../password-policy.type.ts';
import { previewPasswordReset } from './preview-password-reset.ts';
import {
  PasswordResetTokenExpired,
  PasswordResetTokenReplaced,
  PasswordResetTokenUnknown,
  PasswordResetTokenUsed,
} from './reset-token.problems.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The link can be used.' })
export class PasswordResetSuccess {
  @Field(() => DateTimeScalar)
  expiresAt!: Date;

  @Field(() => Boolean, { description: 'The account has never had a password here.' })
  firstAccess!: boolean;

  @Field(() => String, { description: 'What to say first, ready to show: a welcome at a first access.' })
  greeting!: string;

  @Field(() => Form, {
    nullable: true,
    description:
      "For `resetPassword`; the token is added by the page. Null where the calling client's pages may not take a password.",
  })
  form!: Form | null;

  @Field(() => PasswordPolicy)
  passwordPolicy!: PasswordPolicy;
}

export const PasswordResetResult = createUnionType({
  name: 'PasswordResetResult',
  types: () =>
    [
      PasswordResetSuccess,
      PasswordResetTokenUnknown,
      PasswordResetTokenUsed,
      PasswordResetTokenReplaced,
      PasswordResetTokenExpired,
    ] as const,
});

@Resolver()
export class PasswordResetResolver {
  @Policy('CLIENT')
  @Query(() => PasswordResetResult, {
    description:
      'Whether a mailed link to set a password can be used, and until when. Asking changes nothing.',
  })
  @AnswerProblems()
  async passwordReset(
    @Ctx() context: Context,
    @Arg('token', () => String, { description: 'From the fragment of the mailed link.' }) token: string,
  ): Promise<typeof PasswordResetResult> {
    return Object.assign(new PasswordResetSuccess(), await previewPasswordReset(context, token));
  }
}
