import { Arg, createUnionType, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { Form } from '../../../platform/graphql/form.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { PasswordPolicy } from '../../accounts/index.ts';
import { Association, associationView, ShownDocument } from '../../associations/index.ts';
import { CompletionFact } from './completion.enums.ts';
import {
  CompletionLinkBlocked,
  CompletionLinkExpired,
  CompletionLinkReplaced,
  CompletionLinkUnknown,
  CompletionLinkUsed,
} from './completion.problems.ts';
import { previewCompletion } from './preview-completion.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The link can be used.' })
export class CompletionLinkSuccess {
  @Field(() => Association, { description: 'Who made the link.' })
  association!: Association;

  @Field(() => DateTimeScalar)
  expiresAt!: Date;

  @Field(() => CompletionFact, { description: 'What is asked for besides the link.' })
  fact!: CompletionFact;

  @Field(() => String, {
    description: 'What to say first, ready to show. It names the person by the given name alone.',
  })
  greeting!: string;

  @Field(() => Form, {
    nullable: true,
    description:
      "For `completeFirstAccess`; the token is added by the page. Null where the calling client's pages may not take a password.",
  })
  form!: Form | null;

  @Field(() => [ShownDocument], { description: 'To be accepted by whoever opens the account.' })
  documents!: readonly ShownDocument[];

  @Field(() => PasswordPolicy)
  passwordPolicy!: PasswordPolicy;
}

export const CompletionLinkResult = createUnionType({
  name: 'CompletionLinkResult',
  types: () =>
    [
      CompletionLinkSuccess,
      CompletionLinkUnknown,
      CompletionLinkUsed,
      CompletionLinkReplaced,
      CompletionLinkExpired,
      CompletionLinkBlocked,
    ] as const,
});

@Resolver()
export class CompletionLinkResolver {
  @Policy('CLIENT')
  @Query(() => CompletionLinkResult, {
    description:
      'Whether a link on paper to a first access can be used, and until when. Asking changes nothing.',
  })
  @AnswerProblems()
  async completionLink(
    @Ctx() context: Context,
    @Arg('token', () => String, { description: 'From the fragment of the link.' }) token: string,
  ): Promise<typeof CompletionLinkResult> {
    const { association, ...preview } = await previewCompletion(context, token);
    return Object.assign(new CompletionLinkSuccess(), preview, {
      association: associationView(association),
      fact: CompletionFact.MEMBER_NUMBER,
    });
  }
}
