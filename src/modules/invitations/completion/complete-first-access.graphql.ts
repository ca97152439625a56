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
import { IdempotencyKeyReused } from '../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { ApiLocale, localeOf } from '../../../platform/graphql/locale-enum.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import { ListSize, Secret } from '../../../platform/graphql/validators.ts';
import { Account, LONGEST_TYPED_PASSWORD, Session, UsernameTaken } from '../../accounts/index.ts';
import { MOST_DOCUMENTS } from '../accept-invitation-with-new-account.graphql.ts';
import { accountOf } from '../account-of.ts';
import { DocumentsNotAccepted } from '../invitation.problems.ts';
import { completeFirstAccess } from './complete-first-access.ts';
import { LONGEST_COMPLETION_TOKEN } from './completion-link.ts';
import {
  CompletionLinkBlocked,
  CompletionLinkExpired,
  CompletionLinkReplaced,
  CompletionLinkUnknown,
  CompletionLinkUsed,
  MemberNumberWrong,
} from './completion.problems.ts';

@InputType({ description: 'No address is asked for: the account has none until the person adds one.' })
export class CompleteFirstAccessInput {
  @Field(() => String, { description: 'From the fragment of the link.' })
  @Secret(LONGEST_COMPLETION_TOKEN)
  token!: string;

  @Field(() => String, { description: 'In any letter case, with or without spaces and dashes.' })
  memberNumber!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Left out where the association asks for none: the member number signs in.',
  })
  username?: string | null;

  @Field(() => String, { description: 'Judged by `completionLink.passwordPolicy`.' })
  @Secret(LONGEST_TYPED_PASSWORD)
  password!: string;

  @Field(() => ApiLocale, { description: 'The language that the person chose expressly.' })
  locale!: ApiLocale;

  @Field(() => [ID], {
    description: 'The ids of the documents that the person accepted: all those in force.',
  })
  @ListSize(0, MOST_DOCUMENTS)
  acceptedDocuments!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Made per intent, at most 255 characters: the same key does the same thing once.',
  })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The account is open, has no address, and the person is signed in.',
})
export class CompleteFirstAccessSuccess {
  @Field(() => Session)
  session!: Session;

  @Field(() => Account)
  account!: Account;

  @Field(() => NextStep)
  next!: NextStep;
}

export const CompleteFirstAccessResult = createUnionType({
  name: 'CompleteFirstAccessResult',
  types: () =>
    [
      CompleteFirstAccessSuccess,
      InvalidInput,
      MemberNumberWrong,
      UsernameTaken,
      DocumentsNotAccepted,
      CompletionLinkUnknown,
      CompletionLinkUsed,
      CompletionLinkReplaced,
      CompletionLinkExpired,
      CompletionLinkBlocked,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class CompleteFirstAccessResolver {
  @Policy('DIRECT_CLIENT')
  @Mutation(() => CompleteFirstAccessResult, {
    description:
      'Opens the account of somebody without an e-mail address, by a link on paper and their member number, and signs it in. A refusal leaves the link as it was, but for a wrong member number, which is counted.',
  })
  @AnswerProblems()
  async completeFirstAccess(
    @Ctx() context: Context,
    @Arg('input', () => CompleteFirstAccessInput) input: CompleteFirstAccessInput,
  ): Promise<typeof CompleteFirstAccessResult> {
    const { accountId, session } = await completeFirstAccess(context, {
      token: input.token,
      memberNumber: input.memberNumber,
      username: input.username ? input.username : null,
      password: input.password,
      locale: localeOf(input.locale),
      acceptedDocuments: input.acceptedDocuments,
      idempotencyKey: input.idempotencyKey ?? undefined,
    });
    return Object.assign(new CompleteFirstAccessSuccess(), {
      session: new Session({ ...session, accessTokenExpiresAt: new Date(session.accessTokenExpiresAt) }),
      account: await accountOf(context, accountId),
      next: new NextStep(NextStepKind.COMPLETE_PROFILE),
    });
  }
}
